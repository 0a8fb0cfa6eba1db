package govsearch.engine.lucene.count;

/**
 * What one request matches, by the reports' numbers in the inventory.
 *
 * @param paragraphs how many paragraphs match
 * @param first the document of the first of them, where there is one
 */
@SuppressWarnings("ArrayRecordComponent") // written once, of as many reports as there are
public record ReportCounts(int[] paragraphs, int[] first) {}
