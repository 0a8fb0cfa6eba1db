package govsearch.engine.opensearch.write;

import govsearch.engine.Revision;
import govsearch.engine.Seen;
import govsearch.engine.lucene.search.RevisionReader;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.States;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.engine.opensearch.layout.StoredRevisions;
import govsearch.report.ContentHash;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the last commit has of the reports that are put: since when they are there, and their texts,
 * which stay beside the new ones. By the same rules as in the embedded engine.
 */
final class EarlierTexts {
  private final Cluster cluster;
  private final Housekeeping house;
  private final LongSupplier seconds;

  /**
   * Of a cluster.
   *
   * @param seconds since 1970, now
   */
  EarlierTexts(Cluster cluster, Housekeeping house, LongSupplier seconds) {
    this.cluster = cluster;
    this.house = house;
    this.seconds = seconds;
  }

  /**
   * What becomes of the text that a report has had.
   *
   * @param seen since when the new one is there
   * @param replaced to be kept; null where the text stays as it is
   * @param version that the replaced one was
   * @param dropped ids of what is too much, the oldest
   */
  record Before(Seen seen, @Nullable Revision replaced, String version, List<String> dropped) {
    static Before nothing(Seen seen) {
      return new Before(seen, null, "", List.of());
    }

    /** The writes that keep it. */
    List<byte[]> operations(Indices indices, long generation) {
      List<byte[]> operations = new ArrayList<>();
      if (replaced != null) {
        operations.add(
            Operations.index(
                indices.revisions(), version, StoredRevisions.document(replaced, generation)));
      }
      return operations;
    }
  }

  /**
   * What there is of a report that is about to be put.
   *
   * @param committed the last commit; null where nothing of it can be taken over
   */
  Before of(Report report, States.@Nullable Read committed) {
    long now = seconds.getAsLong();
    Housekeeping.Live live =
        committed == null ? null : house.live(committed, List.of(report.id())).get(report.id());
    if (committed == null || live == null) {
      return Before.nothing(new Seen(now, now));
    }
    Seen seen = live.head().seen();
    if (live.head().hash().equals(ContentHash.of(report)) || isSameFile(live, report)) {
      return Before.nothing(seen); // be it read otherwise
    }
    Optional<Report> before =
        StoredReports.read(
            cluster, committed.indices(), live.version(), live.head(), OpenSearchSink.PATIENCE);
    if (before.isEmpty() || texts(before.get()).equals(texts(report))) { // of another place or year
      return Before.nothing(seen);
    }
    return new Before(
        new Seen(seen.first(), now),
        new Revision(seen.text(), now, before.get()),
        live.version(),
        tooMany(report.id(), committed));
  }

  private List<String> tooMany(String reportId, States.Read committed) {
    List<String> ids =
        StoredRevisions.ids(
            cluster,
            committed.indices(),
            committed.state().generation(),
            reportId,
            2 * RevisionReader.MOST,
            OpenSearchSink.PATIENCE);
    return ids.subList(Math.min(ids.size(), RevisionReader.MOST - 1), ids.size());
  }

  private static boolean isSameFile(Housekeeping.Live live, Report report) {
    return live.head().head().source().sha256().equals(report.head().source().sha256());
  }

  private static List<String> texts(Report report) {
    return report.paragraphs().stream().map(Paragraph::text).toList();
  }
}
