package govsearch.engine;

/**
 * In how many reports a word stands, or a run of two or three words.
 *
 * @param text its literal form
 * @param reports how many have it in a sentence that was counted
 * @param paragraphs how many paragraphs of the whole collection have it, formula included; of a run
 *     of words those that have its rarest word, which are no fewer
 * @param first a report that has it
 * @param paragraphId the paragraph there
 */
public record WordCount(
    String text, int reports, long paragraphs, ReportKey first, String paragraphId) {}
