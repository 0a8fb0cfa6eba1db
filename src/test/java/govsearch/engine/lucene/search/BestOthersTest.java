package govsearch.engine.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SampleReports;
import govsearch.engine.lucene.LuceneSink;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.count.ReportWalk;
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
import govsearch.query.SortOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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

  @Test
  void inReportsAreThoseWhoseWordsWeighEnough() throws IOException {
    long found = 0;
    for (String typed : TYPED) {
      for (Width width : List.of(Width.USUAL, Width.SOME)) {
        Matching matching = matching(typed, width);
        double needed = matching.needed(Mode.MOST);
        if (width == Width.USUAL) {
          assertThat(needed).as(typed).isPositive();
        }
        TermSums terms = matching.scores(matching.words()).terms();
        if (needed == 0 || terms == null) {
          continue; // what it is about counts as well, or it is one word
        }
        MatchSet stricter = matching.shown(Mode.WORDS);
        MatchSet others = matching.shown(Mode.MOST).andNot(stricter);
        ByWords byWords =
            new ByWords(snapshot, terms, needed, matching.membership(Mode.MOST, stricter));
        for (int doc : others.first(1_000)) {
          found++;
          assertThat(byWords.inReportOf(doc))
              .as("%s in %s", typed, doc)
              .isEqualTo(ReportWalk.inReportOf(doc, others));
        }
      }
    }
    assertThat(found).isGreaterThan(100);
  }

  @Test
  void whatElseMayMatchIsNotToldByWords() throws IOException {
    assertThat(matching("问题", Width.USUAL).needed(Mode.MOST)).as("a section").isZero();
    assertThat(matching("普法", Width.USUAL).needed(Mode.LOOSE)).as("a concept").isZero();
    assertThat(matching("普法", Width.USUAL).needed(Mode.WORDS)).isZero();
    Query both = new Query.And(List.of(new Query.Words("普法"), new Query.Words("网格员")));
    assertThat(
            new Matching(snapshot, searcher, translator, both, Filters.NONE, PLAIN)
                .needed(Mode.MOST))
        .as("one of them literally")
        .isZero();
  }

  @Test
  void theyComeInTheirOrderAsTheyAreAskedFor() throws IOException {
    Matching matching = matching("普法", Width.USUAL);
    ReportOrder order = new ReportOrder(snapshot, SortOrder.RELEVANCE);
    int[] docs = matching.shown(Mode.EXACT).first(10_000);
    ScoreDoc[] scored = matching.scores(matching.scoring(Mode.EXACT)).of(docs);
    Substance substance = matching.substance();
    List<Ranked> all = substance.weighed(substance.promised(scored, 1));
    InOrder inOrder = new InOrder(substance, order, substance.promised(scored, 1));
    List<Ranked> found = new ArrayList<>();
    for (Ranked one = inOrder.next(); one != null; one = inOrder.next()) {
      found.add(one);
    }
    assertThat(found)
        .hasSizeGreaterThan(30)
        .containsExactlyElementsOf(
            all.stream()
                .sorted(
                    Comparator.comparing(Ranked::score, Comparator.reverseOrder())
                        .thenComparing(Ranked::place, order::compare)
                        .thenComparingInt(Ranked::doc))
                .toList());
  }

  private ScoreDoc[] others(Matching matching, MatchSet stricter) throws IOException {
    return new BestOthers(snapshot, matching, Mode.MOST, stricter, PLAIN).best(5, "any");
  }
}
