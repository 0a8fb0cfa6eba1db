package govsearch.engine.lucene.count;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SampleReports;
import govsearch.engine.lucene.LuceneSink;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.engine.lucene.query.Width;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.engine.lucene.snapshot.SnapshotManager;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether single paragraphs match, beside all that do. */
class MembershipTest {

  private static final List<String> TYPED =
      List.of("网格员留不住", "法律明白人 培训", "柳湾镇调解", "问题", "2024年普法", "总结法治", "草场争议", "执法人员不足", "龘龘龘");

  private static final List<Filters> FILTERS =
      List.of(
          Filters.NONE,
          Filters.of(Map.of(FacetField.SECTION, List.of("problems", "plans"))),
          Filters.of(Map.of(FacetField.SECTION, List.of("-other"))),
          Filters.of(Map.of(FacetField.YEAR, List.of("2024"))),
          Filters.of(Map.of(FacetField.TOWN, List.of("-柳湾镇"))));

  @TempDir private Path index;

  private final Random random = new Random(20_261_128);

  /** Some reports in a segment of their own each, and some that are gone. */
  private void write() {
    List<Report> reports = SampleReports.read(SampleReports.FOLDER);
    try (LuceneSink sink = LuceneSink.update(index)) {
      reports.forEach(sink::put);
      sink.commit();
      for (int i = 0; i < reports.size(); i += 5) {
        sink.put(reports.get(i));
        sink.commit();
      }
      sink.remove(reports.getFirst().id());
      sink.commit();
    }
  }

  @Test
  void isTheSameAsOfAllThatMatch() throws IOException {
    write();
    long matching = 0;
    try (Directory directory = IndexFormat.existing(index);
        SnapshotManager manager = new SnapshotManager(directory)) {
      Snapshot snapshot = manager.acquire();
      try {
        LimitedSearcher searcher = new LimitedSearcher(snapshot.reader(), () -> false);
        QueryTranslator plain = new QueryTranslator(new WordCutter()).with(snapshot.thesaurus());
        for (String typed : TYPED) {
          for (Mode mode : Mode.values()) {
            for (Width width : Width.values()) {
              var query = plain.with(width).translate(new Query.Words(typed), mode);
              for (Filters filters : FILTERS) {
                matching += compare(snapshot, searcher, query, filters);
              }
            }
          }
        }
      } finally {
        manager.release(snapshot);
      }
    }
    assertThat(matching).isGreaterThan(1_000);
  }

  private long compare(
      Snapshot snapshot,
      LimitedSearcher searcher,
      org.apache.lucene.search.Query query,
      Filters filters)
      throws IOException {
    MatchSet unfiltered = MatchFinder.find(snapshot, searcher, query);
    MatchSet all = new FilteredMatches(unfiltered, filters).shown();
    MatchSet without =
        new MatchSet(
            snapshot, new org.apache.lucene.util.FixedBitSet[snapshot.reader().leaves().size()]);
    Membership membership = new Membership(snapshot, query, filters, false, without);
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      Membership.OfSegment here = membership.of(leaf);
      Membership.OfSegment found = membership.of(leaf);
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc += 1 + random.nextInt(4)) {
        assertThat(here.test(doc))
            .as("%s of %s with %s", doc, query, filters)
            .isEqualTo(all.has(leaf.ord, doc));
        if (unfiltered.has(leaf.ord, doc)) {
          assertThat(found.testFound(doc)).isEqualTo(all.has(leaf.ord, doc));
        }
      }
    }
    for (int doc : random.ints(5, 0, snapshot.reader().maxDoc()).toArray()) {
      LeafReaderContext leaf = snapshot.leaf(doc);
      if (snapshot.segment(leaf).paragraphs().get(doc - leaf.docBase)) {
        assertThat(membership.inReportOf(doc)).isEqualTo(ReportWalk.inReportOf(doc, all));
      }
    }
    return all.count();
  }
}
