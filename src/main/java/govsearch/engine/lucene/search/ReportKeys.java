package govsearch.engine.lucene.search;

import govsearch.engine.ReportKey;
import govsearch.engine.lucene.snapshot.ReportIds;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import org.apache.lucene.index.LeafReaderContext;

/** Which report it is, from the columns alone. */
final class ReportKeys {

  private ReportKeys() {}

  /**
   * A report's key.
   *
   * @param report its number in the segment
   */
  static ReportKey of(Snapshot snapshot, LeafReaderContext leaf, int report) {
    Segment segment = snapshot.segment(leaf);
    int year = segment.year(report);
    return new ReportKey(
        ReportIds.of(leaf, segment, report).utf8ToString(),
        snapshot.facet(FacetField.REGION).place(segment.place(report)),
        year == Segment.NO_YEAR ? null : (Integer) year);
  }
}
