package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.Hit;
import govsearch.engine.SearchResult;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.files.TemporaryFolder;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestOptions;
import govsearch.library.SourceStore;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Ids;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a process that was killed has left: whole reports, and in the end what a fresh index has.
 */
final class LeftIndex {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

  private LeftIndex() {}

  /** As a search would see it in the middle of things: nothing of a report without the rest. */
  static void assertWholeReports(Path index) {
    if (!LuceneEngine.isIndex(index)) {
      return; // killed before the first commit
    }
    try (LuceneEngine engine = LuceneEngine.open(index, TIME_LIMIT)) {
      long paragraphs = 0;
      for (ReportHead head : engine.reports(Filters.NONE, 200, null).reports()) {
        Report report = engine.report(head.id()).orElseThrow();
        assertThat(report.paragraphs()).hasSize(head.paragraphCount());
        paragraphs += head.paragraphCount();
      }
      assertThat(engine.size().paragraphs()).isEqualTo(paragraphs);
    }
  }

  static void assertEqualsFresh(Path index, Path reports, @Nullable Path uploads)
      throws IOException {
    try (TemporaryFolder other = TemporaryFolder.create("cli");
        LuceneEngine engine = LuceneEngine.open(index, TIME_LIMIT)) {
      try (LuceneSink sink = LuceneSink.rebuild(other.path())) {
        new Ingest(
                sink,
                new SourceStore(other.path()),
                Ingest.Progress.SILENT,
                IngestOptions.rebuild(uploads))
            .run(List.of(reports));
      }
      try (LuceneEngine fresh = LuceneEngine.open(other.path(), TIME_LIMIT)) {
        assertThat(engine.size()).isEqualTo(fresh.size());
        List<ReportHead> heads = fresh.reports(Filters.NONE, 200, null).reports();
        assertThat(engine.reports(Filters.NONE, 200, null).reports()).isEqualTo(heads);
        for (ReportHead head : heads) {
          assertThat(engine.report(head.id())).isEqualTo(fresh.report(head.id()));
        }
        for (String asked : List.of("法律明白人", "调解纠纷3起", "满意", "主要做法")) {
          for (SortOrder order : List.of(SortOrder.RELEVANCE, SortOrder.NEWEST)) {
            assertThat(hits(engine, asked, order)).isEqualTo(hits(fresh, asked, order));
          }
        }
        assertThat(engine.overview().size()).isEqualTo(fresh.overview().size());
        assertThat(engine.overview().files()).isEqualTo(fresh.overview().files());
        assertThat(engine.overview().skipped()).isEqualTo(fresh.overview().skipped());
      }
    }
  }

  /** What is found, in its order, with its scores, formula shares and counts. */
  private static List<String> hits(LuceneEngine engine, String asked, SortOrder order) {
    List<String> hits = new ArrayList<>();
    String cursor = null;
    do {
      SearchResult page =
          engine.search(
              new SearchRequest(
                  new Query.Words(asked), Mode.WORDS, Filters.NONE, order, 100, cursor));
      cursor = page.nextCursor();
      for (Hit hit : page.hits()) {
        String key = Ids.key(hit.report().id(), hit.paragraph().id());
        hits.add(key + " " + hit.score() + " " + hit.formulaShare() + " " + hit.nearIdentical());
      }
      hits.add(page.total() + " " + page.foldedTotal() + " " + page.facets());
    } while (cursor != null);
    return hits;
  }
}
