package govsearch.engine.lucene.count;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SampleReports;
import govsearch.engine.lucene.LuceneSink;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.engine.lucene.snapshot.SnapshotManager;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.QueryParser;
import govsearch.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found by going through the parts of a segment at once is what one pass finds. */
class MatchFinderTest {

  private static final List<String> TYPED =
      List.of("“法律明白人”", "“行政执法”", "“人民调解委员会”", "“法治*宣传”", "“普法”~5“宣传”", "“龘龘龘”", "“执法人员”");

  @TempDir private Path index;

  private final QueryParser parser = new QueryParser(name -> Optional.empty());

  private void write() {
    List<Report> reports = SampleReports.read(SampleReports.FOLDER);
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      reports.forEach(sink::put);
      sink.commit();
    }
    try (LuceneSink sink = LuceneSink.update(index)) {
      sink.remove(reports.get(1).id());
      sink.put(reports.get(2));
      sink.commit();
    }
  }

  @Test
  void partsFindWhatOnePassFinds() throws IOException {
    write();
    long found = 0;
    try (Directory directory = IndexFormat.existing(index);
        SnapshotManager manager = new SnapshotManager(directory);
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      Snapshot snapshot = manager.acquire();
      try {
        LimitedSearcher searcher =
            new LimitedSearcher(snapshot.reader(), () -> false, new TaskExecutor(threads));
        QueryTranslator translator = new QueryTranslator(new WordCutter());
        for (String typed : TYPED) {
          Query asked = parser.parse(typed).query();
          var query = translator.translate(asked, Mode.EXACT);
          MatchSet whole = MatchFinder.find(snapshot, searcher, query, Integer.MAX_VALUE);
          MatchSet divided = MatchFinder.find(snapshot, searcher, query, 0);
          assertThat(divided.count()).as(typed).isEqualTo(whole.count());
          for (LeafReaderContext leaf : snapshot.reader().leaves()) {
            assertThat(divided.bits(leaf.ord)).as(typed).isEqualTo(whole.bits(leaf.ord));
          }
          found += whole.count();
        }
      } finally {
        manager.release(snapshot);
      }
    }
    assertThat(found).isGreaterThan(20);
  }

  @Test
  void nothingMoreIsFoundOnceTimeIsOver() throws IOException {
    write();
    try (Directory directory = IndexFormat.existing(index);
        SnapshotManager manager = new SnapshotManager(directory)) {
      Snapshot snapshot = manager.acquire();
      try {
        LimitedSearcher late = new LimitedSearcher(snapshot.reader(), () -> true);
        var query =
            new QueryTranslator(new WordCutter()).translate(new Query.Phrase("行政执法"), Mode.EXACT);
        assertThat(MatchFinder.find(snapshot, late, query, 0).count()).isZero();
        assertThat(late.timedOut()).isTrue();
      } finally {
        manager.release(snapshot);
      }
    }
  }
}
