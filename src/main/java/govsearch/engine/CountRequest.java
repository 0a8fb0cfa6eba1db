package govsearch.engine;

import govsearch.query.MatchRequest;

/**
 * What is counted of reports.
 *
 * @param said how many of the reports asked have a match of this, and how many paragraphs match
 * @param asked a report with a match of this is asked
 */
public record CountRequest(MatchRequest said, MatchRequest asked) {}
