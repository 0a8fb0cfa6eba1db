package govsearch.engine;

/**
 * A region that towns with a report are in.
 *
 * @param path as filters by region take it
 * @param reports of all that is below it, and its own
 * @param towns of which there are reports
 */
public record RegionCount(String path, long reports, int towns) {}
