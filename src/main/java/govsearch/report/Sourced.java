package govsearch.report;

/**
 * A value with where it came from.
 *
 * @param <T> the value's type
 */
public record Sourced<T>(T value, Provenance from) {}
