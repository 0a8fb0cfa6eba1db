package govsearch.export;

/**
 * A column of a table.
 *
 * @param code what programs call it, such as {@code heading_path}
 * @param heading what people read above it
 */
public record Column(String code, String heading) {}
