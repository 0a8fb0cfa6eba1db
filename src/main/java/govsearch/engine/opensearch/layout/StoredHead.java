package govsearch.engine.opensearch.layout;

import govsearch.engine.Seen;
import govsearch.report.ContentHash;
import govsearch.report.ReportHead;

/**
 * What is read back of a head.
 *
 * @param paragraphs how many documents are of its paragraphs
 * @param hashHigh first half of the report's hash
 * @param hashLow its second half
 * @param seen since when the collection has it
 */
public record StoredHead(ReportHead head, int paragraphs, long hashHigh, long hashLow, Seen seen) {
  /** The report's hash. */
  public ContentHash hash() {
    return new ContentHash(hashHigh, hashLow);
  }
}
