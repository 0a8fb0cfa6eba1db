package govsearch.engine.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.lucene.LuceneSink;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.engine.lucene.snapshot.SnapshotManager;
import govsearch.ingest.ReportFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counting what is different ends when time does, within one segment too. */
class FoldsInTimeTest {

  private static final int REPORTS = 300;

  @TempDir private Path index;

  /** Five different paragraphs in each, and the heading that all have. */
  private static byte[] report(int number) {
    StringBuilder text = new StringBuilder("临溪县柳塘镇2024年法治政府建设情况报告\n");
    for (int i = 0; i < 5; i++) {
      text.append("第").append((char) ('一' + 5 * number + i)).append("村开展普法宣传，群众称好。\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void endsAndSaysSo() throws Exception {
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      for (int i = 0; i < REPORTS; i++) {
        sink.put(ReportFactory.fromText(i + ".txt", report(i)).report());
      }
      sink.commit();
      sink.settle();
    }
    try (Directory directory = IndexFormat.existing(index);
        SnapshotManager manager = new SnapshotManager(directory)) {
      Snapshot snapshot = manager.acquire();
      try {
        MatchSet all = MatchSet.all(snapshot);
        assertThat(NumberedFolds.largest(snapshot, all)).as("many, in one segment").isNotNull();
        Folds folds = new Folds(snapshot);
        LimitedSearcher late = new LimitedSearcher(snapshot.reader(), () -> true);

        assertThat(folds.countAll(all, late)).isZero();
        assertThat(late.timedOut()).isTrue();

        LimitedSearcher early = new LimitedSearcher(snapshot.reader(), () -> false);
        long different = folds.countAll(all, early);
        assertThat(different).as("counted anew").isGreaterThan(4 * REPORTS);
        assertThat(early.timedOut()).isFalse();
        assertThat(folds.countAll(all, late)).as("known by now").isEqualTo(different);
      } finally {
        manager.release(snapshot);
      }
    }
  }
}
