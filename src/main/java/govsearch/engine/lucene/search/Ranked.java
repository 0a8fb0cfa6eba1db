package govsearch.engine.lucene.search;

/**
 * A match in the order of relevance.
 *
 * @param doc its document in the whole reader
 * @param score by which it is ordered: its tier's number and, below one, how well it fits
 * @param place where its report is
 * @param fold fingerprint of the paragraph
 */
record Ranked(int doc, float score, ReportOrder.Place place, long fold) {}
