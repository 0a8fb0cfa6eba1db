package govsearch.export;

/**
 * A cell that leads somewhere.
 *
 * @param address where to; of http or https
 */
public record Linked(String text, String address) {}
