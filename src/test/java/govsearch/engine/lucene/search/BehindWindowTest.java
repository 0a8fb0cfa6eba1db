package govsearch.engine.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.lucene.LuceneSink;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.engine.lucene.snapshot.SnapshotManager;
import govsearch.ingest.ReportFactory;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a thousand paragraphs say but three things, a page may go through all of them. */
class BehindWindowTest {

  private static final int REPORTS = 400;
  private static final Presentation FOLDED = new Presentation(true, false);

  @TempDir private Path index;

  private static byte[] report(int number) {
    String other = number == 7 ? "普法课开到田头。\n" : "普法宣传，群众称好。\n";
    return ("临溪县柳塘镇2024年法治政府建设情况报告\n普法宣传，群众称好。\n普法宣传，干部叫好。\n" + other)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aPageThatTimeEndsIsGoneOnWithAndNothingIsLeftOut() throws Exception {
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      for (int i = 0; i < REPORTS; i++) {
        sink.put(ReportFactory.fromText(i + ".txt", report(i)).report());
      }
      sink.commit();
    }
    try (Directory directory = IndexFormat.existing(index);
        SnapshotManager manager = new SnapshotManager(directory)) {
      Snapshot snapshot = manager.acquire();
      try {
        AtomicBoolean late = new AtomicBoolean();
        Matching matching =
            new Matching(
                snapshot,
                new LimitedSearcher(snapshot.reader(), () -> false),
                new QueryTranslator(new WordCutter()),
                new Query.Phrase("普法"),
                Filters.NONE,
                FOLDED);
        Tiers tiers =
            new Tiers(
                snapshot,
                matching.tiers(Mode.EXACT),
                matching.literalScore().orElseThrow(),
                matching.words(),
                matching.scores(matching.scoring(Mode.EXACT)),
                matching.substance());
        List<Integer> whole = new ArrayList<>();
        assertThat(pages(pager(tiers, late), whole)).as("at once").isEqualTo(1);
        late.set(true);
        List<Integer> inParts = new ArrayList<>();
        assertThat(pages(pager(tiers, late), inParts)).as("in parts").isGreaterThan(2);
        assertThat(inParts).isEqualTo(whole).hasSize(3);
      } finally {
        manager.release(snapshot);
      }
    }
  }

  private static Pager pager(Tiers tiers, AtomicBoolean late) {
    return new RelevancePager(tiers, 1, FOLDED, "any", late::get);
  }

  private static int pages(Pager pager, List<Integer> all) throws Exception {
    int pages = 0;
    String cursor = null;
    do {
      Page page = pager.page(cursor, 10);
      for (ScoreDoc one : page.matches()) {
        all.add(one.doc);
      }
      cursor = page.next();
      pages++;
    } while (cursor != null);
    return pages;
  }
}
