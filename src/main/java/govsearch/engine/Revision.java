package govsearch.engine;

import govsearch.report.Report;

/**
 * A text that a report had.
 *
 * @param from since when the collection had it, in seconds since 1970; 0 where that is not known
 * @param until when another took its place
 */
public record Revision(long from, long until, Report report) {}
