package govsearch.engine.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import govsearch.engine.SampleReports;
import govsearch.engine.lucene.LuceneSink;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.query.LiteralQueries;
import govsearch.engine.lucene.search.Candidates.Candidate;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.engine.lucene.snapshot.SnapshotManager;
import govsearch.query.SortOrder;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.text.Literal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found from the rarest word on is what Lucene finds. */
class RarestFirstTest {

  @TempDir private Path index;

  private final Random random = new Random(20261128);
  private final List<String> texts = new ArrayList<>();
  private Directory directory;
  private SnapshotManager manager;
  private Snapshot snapshot;
  private LimitedSearcher searcher;

  @BeforeEach
  void open() throws IOException {
    List<Report> reports = SampleReports.read(SampleReports.FOLDER);
    try (LuceneSink sink = LuceneSink.update(index)) {
      for (Report report : reports) {
        sink.put(report);
        report.paragraphs().stream()
            .map(Paragraph::text)
            .map(Literal::literal)
            .filter(text -> text.length() > 20)
            .forEach(texts::add);
        if (report.id().compareTo("m") < 0) {
          sink.commit(); // in segments of their own
        }
      }
      sink.commit();
    }
    directory = IndexFormat.existing(index);
    manager = new SnapshotManager(directory);
    snapshot = manager.acquire();
    searcher = new LimitedSearcher(snapshot.reader(), () -> false);
  }

  @AfterEach
  void close() throws IOException {
    manager.release(snapshot);
    manager.close();
    directory.close();
  }

  private List<Term> terms(String text) {
    return LiteralQueries.bigrams(text).stream()
        .distinct()
        .map(bigram -> new Term(Fields.LITERAL, bigram))
        .toList();
  }

  private static Query any(List<Term> terms) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    terms.forEach(term -> any.add(new TermQuery(term), Occur.SHOULD));
    return any.build();
  }

  private Candidates candidates(int most, boolean fold, float least) {
    ReportOrder order = new ReportOrder(snapshot, SortOrder.RELEVANCE);
    return new Candidates(snapshot, order, most, fold, null).scoring(least);
  }

  private String excerpt() {
    String text = texts.get(random.nextInt(texts.size()));
    int from = random.nextInt(text.length() - 12);
    return text.substring(from, from + 3 + random.nextInt(9));
  }

  @Test
  void isWhatLuceneFinds() throws IOException {
    int found = 0;
    for (int i = 0; i < 400; i++) {
      String text = excerpt();
      int most = 1 + random.nextInt(30);
      boolean fold = random.nextBoolean();
      Query words = any(terms(text));
      float least = random.nextInt(8);
      Candidates searched = candidates(most, fold, least);
      searcher.search(words, searched.manager());
      Candidates collected = candidates(most, fold, least);
      TermSums sums = Objects.requireNonNull(new FullScores(snapshot, searcher, words).terms());
      RarestFirst rarest = new RarestFirst(sums, 0, 0, random.nextInt(60), () -> false);
      assertThat(rarest.isApt()).isTrue();
      assertThat(rarest.collect(snapshot.reader().leaves(), collected)).isTrue();
      assertThat(collected.isFull()).isEqualTo(searched.isFull());
      same(text, searched.inOrder(), collected.inOrder());
      found += collected.inOrder().size();
    }
    assertThat(found).isGreaterThan(1_000);
  }

  private static void same(String text, List<Candidate> searched, List<Candidate> collected) {
    assertThat(collected).as(text).hasSameSizeAs(searched);
    for (int i = 0; i < searched.size(); i++) {
      assertThat(collected.get(i).score())
          .as(text)
          .isCloseTo(searched.get(i).score(), within(1e-4f));
    }
    // where one of the same score is the last, another may have been, by the last digit of a sum
    float last = searched.isEmpty() ? 0 : searched.getLast().score() + 1e-4f;
    assertThat(collected.stream().filter(one -> one.score() > last).map(Candidate::doc))
        .as(text)
        .containsExactlyInAnyOrderElementsOf(
            searched.stream().filter(one -> one.score() > last).map(Candidate::doc).toList());
  }

  @Test
  void whatWeighsTooLittleIsLeftOut() throws IOException {
    for (int i = 0; i < 100; i++) {
      Query words = any(terms(excerpt()));
      TermSums sums = Objects.requireNonNull(new FullScores(snapshot, searcher, words).terms());
      double needed = sums.terms().stream().mapToDouble(TermSums.Weighed::weight).sum() / 2;
      Candidates all = candidates(10_000, false, 0);
      searcher.search(words, all.manager());
      Candidates heavy = candidates(10_000, false, 0);
      new RarestFirst(sums, needed, 0, 20, () -> false).collect(snapshot.reader().leaves(), heavy);
      // no document scores more than its words weigh
      assertThat(heavy.inOrder().stream().map(Candidate::doc))
          .containsAll(
              all.inOrder().stream()
                  .filter(one -> one.score() > needed)
                  .map(Candidate::doc)
                  .toList());
      assertThat(heavy.inOrder().size()).isLessThanOrEqualTo(all.inOrder().size());
    }
  }

  @Test
  void itEndsWhenTimeIsOver() throws IOException {
    Query words = any(terms("法治政府建设"));
    TermSums sums = Objects.requireNonNull(new FullScores(snapshot, searcher, words).terms());
    Candidates found = candidates(5, false, 0);
    new RarestFirst(sums, 0, 0, () -> true).collect(snapshot.reader().leaves(), found);
    assertThat(found.inOrder()).isEmpty();
  }
}
