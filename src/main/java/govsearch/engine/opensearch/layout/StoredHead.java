package govsearch.engine.opensearch.layout;

import govsearch.report.ContentHash;
import govsearch.report.ReportHead;

/**
 * What is read back of a head.
 *
 * @param paragraphs how many documents are of its paragraphs
 * @param hashHigh first half of the report's hash
 * @param hashLow its second half
 */
public record StoredHead(ReportHead head, int paragraphs, long hashHigh, long hashLow) {
  /** The report's hash. */
  public ContentHash hash() {
    return new ContentHash(hashHigh, hashLow);
  }
}
