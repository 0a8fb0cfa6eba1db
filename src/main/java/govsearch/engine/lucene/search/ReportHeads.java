package govsearch.engine.lucene.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import govsearch.engine.lucene.document.StoredJson;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.report.ReportHead;
import java.io.IOException;
import org.apache.lucene.index.StoredFields;

/**
 * Heads of a snapshot's reports that were shown lately. To unpack one and read its JSON is half of
 * what a hit costs, and whoever searches again sees many of the same reports.
 */
final class ReportHeads {

  /** About a kibibyte each. */
  private static final int MOST_KEPT = 4_000;

  private final Cache<Integer, ReportHead> byDocument =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).executor(Runnable::run).build();

  private ReportHeads() {}

  /** Those of a snapshot. */
  static ReportHeads of(Snapshot snapshot) throws IOException {
    return snapshot.whole(ReportHeads.class, whole -> new ReportHeads());
  }

  /** The head of a report by its document; read where it is not known. */
  ReportHead head(int doc, StoredFields stored) throws IOException {
    ReportHead known = byDocument.getIfPresent(doc);
    if (known == null) {
      known = StoredJson.head(stored.document(doc));
      byDocument.put(doc, known);
    }
    return known;
  }
}
