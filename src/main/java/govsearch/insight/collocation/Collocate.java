package govsearch.insight.collocation;

import govsearch.engine.ReportKey;

/**
 * A word, or a run of words, that stands in some reports more often than is to be expected.
 *
 * @param reports how many of those looked at have it
 * @param others of collocates: how many paragraphs of the whole collection have it; of distinctive
 *     words: how many of the other reports looked at
 * @param times how many times as often; where none of the others has it, as if one had it half
 * @param strength how little this can be chance: the log-likelihood ratio G²
 * @param first a report that has it
 * @param paragraphId the paragraph there
 */
public record Collocate(
    String text,
    int reports,
    long others,
    double times,
    double strength,
    ReportKey first,
    String paragraphId) {}
