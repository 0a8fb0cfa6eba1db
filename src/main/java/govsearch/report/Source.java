package govsearch.report;

import org.jspecify.annotations.Nullable;

/**
 * The file that a report was read from.
 *
 * @param path below the root that was indexed, with {@code /}
 * @param url where it is published; null where no manifest says so
 * @param sha256 of the file's bytes, lower-case hexadecimal
 * @param bytes length of the file
 */
public record Source(String path, @Nullable String url, String sha256, long bytes) {}
