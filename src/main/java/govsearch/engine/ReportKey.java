package govsearch.engine;

import org.jspecify.annotations.Nullable;

/**
 * Which report it is, without what it says.
 *
 * @param place the same for every spelling that a filter takes for the same
 * @param year null when it is not stated
 */
public record ReportKey(String id, Place place, @Nullable Integer year) {}
