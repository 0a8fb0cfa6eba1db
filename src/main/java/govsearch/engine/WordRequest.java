package govsearch.engine;

import govsearch.query.MatchRequest;

/**
 * Of what words are counted.
 *
 * @param in the paragraphs; their order does not matter
 * @param beside whether only words of those sentences count in which a match stands, and are no
 *     part of the match; else those of all sentences
 * @param most about how many paragraphs are read at the most; of more, those of some of the reports
 *     as {@link SearchEngine#passages} chooses them
 * @param fewest in how many reports a word has to stand
 */
public record WordRequest(MatchRequest in, boolean beside, long most, int fewest) {}
