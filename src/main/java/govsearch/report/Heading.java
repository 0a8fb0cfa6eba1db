package govsearch.report;

/**
 * A heading, standing alone or run into its paragraph.
 *
 * @param level 1 for 一、 to 4 for （1）
 * @param title with its number, without the full stop that ends a run-in heading
 */
public record Heading(int level, String title) {}
