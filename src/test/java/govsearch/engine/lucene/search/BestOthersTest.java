package govsearch.engine.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SampleReports;
import govsearch.engine.lucene.LuceneSink;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.engine.lucene.query.Width;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.engine.lucene.snapshot.SnapshotManager;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows hits that are few. */
class BestOthersTest {

  private static final Presentation PLAIN = new Presentation(false, false);

  private static final List<String> TYPED =
      List.of("法律明白人培训", "网格员留不住", "总结法治建设", "执法人员不足", "草场争议调解", "普法", "龘普法龘");

  @TempDir private Path index;

  private final QueryTranslator translator = new QueryTranslator(new WordCutter());
  private final AtomicBoolean over = new AtomicBoolean();
  private Directory directory;
  private SnapshotManager manager;
  private Snapshot snapshot;
  private LimitedSearcher searcher;

  @BeforeEach
  void open() throws IOException {
    try (LuceneSink sink = LuceneSink.update(index)) {
      SampleReports.read(SampleReports.FOLDER).forEach(sink::put);
      sink.commit();
    }
    directory = IndexFormat.existing(index);
    manager = new SnapshotManager(directory);
    snapshot = manager.acquire();
    searcher = new LimitedSearcher(snapshot.reader(), over::get);
  }

  @AfterEach
  void close() throws IOException {
    manager.release(snapshot);
    manager.close();
    directory.close();
  }

  private Matching matching(String typed, Width width) {
    return new Matching(
        snapshot, searcher, translator.with(width), new Query.Words(typed), Filters.NONE, PLAIN);
  }

  @Test
  void whatScoresEnoughMatches() throws IOException {
    long found = 0;
    for (String typed : TYPED) {
      for (Width width : Width.values()) {
        Matching matching = matching(typed, width);
        double enough = matching.enough(Mode.MOST);
        MatchSet matches = matching.shown(Mode.MOST);
        for (ScoreDoc one :
            new IndexSearcher(snapshot.reader()).search(matching.words(), 10_000).scoreDocs) {
          if (one.score >= enough) {
            found++;
            assertThat(
                    matches.has(
                        snapshot.leaf(one.doc).ord, one.doc - snapshot.leaf(one.doc).docBase))
                .as("%s of %s", one, typed)
                .isTrue();
          }
        }
      }
    }
    assertThat(found).isGreaterThan(100);
  }

  @Test
  void noScoreIsEnoughWhereMoreIsAskedFor() throws IOException {
    Query asked =
        new Query.And(List.of(new Query.Words("普法"), new Query.Not(new Query.Words("青少年"))));
    Matching matching = new Matching(snapshot, searcher, translator, asked, Filters.NONE, PLAIN);
    assertThat(matching.enough(Mode.MOST)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(matching("普法", Width.USUAL).enough(Mode.WORDS)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void theyAreLookedForWhileThereIsTime() throws IOException {
    Matching matching = matching("法律明白人培训", Width.USUAL);
    MatchSet stricter = matching.shown(Mode.EXACT);
    assertThat(others(matching, stricter)).isNotEmpty();
    over.set(true);
    assertThat(others(matching, stricter)).isEmpty();
    assertThat(searcher.timedOut()).isTrue();
  }

  private ScoreDoc[] others(Matching matching, MatchSet stricter) throws IOException {
    return new BestOthers(snapshot, matching, Mode.MOST, stricter, PLAIN).best(5, "any");
  }
}
