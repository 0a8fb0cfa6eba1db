package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.Embedder;
import govsearch.engine.Learnt;
import govsearch.engine.SearchResult;
import govsearch.engine.SimilarHit;
import govsearch.engine.SimilarResult;
import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.ingest.ReportFactory;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SimilarRequest;
import govsearch.text.MatterSentences;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learnt model finds problems in other words; search works before, during and without it. */
class LearningTest {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
  private static final String ASKED = "普法经费保障不足";
  private static final String OTHER_WORDS = "手头紧得揭不开锅";
  private static final String HELD_UP = "渡口无人摆渡";

  @TempDir private Path folder;
  private Path index;

  @BeforeEach
  void indexReports() throws IOException {
    Path reports = Files.createDirectories(folder.resolve("reports"));
    write(reports, "a.txt", "松溪县石桥镇", OTHER_WORDS);
    write(reports, "b.txt", "松溪县杏坪乡", "普法经费保障不够有力");
    write(reports, "c.txt", "松溪县柳塘镇", "网格员流动频繁");
    index = folder.resolve("index");
    Indexing.rebuild(
        index,
        List.of(reports),
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  private static void write(Path reports, String file, String town, String problem)
      throws IOException {
    Files.writeString(
        reports.resolve(file),
        town
            + "2024年法治政府建设情况报告\n一、工作情况\n（一）全年开展宣讲三场。\n二、存在的问题\n（一）"
            + problem
            + "。\n（二）台账样式不统一。\n");
  }

  /** Read once beside the collection's own. */
  private static final Set<String> SENTENCES =
      MatterSentences.builtIn().all().stream()
          .map(MatterSentences.Sentence::text)
          .collect(Collectors.toSet());

  /** Of one mind about all that tells of money. */
  private static final class Fake implements Embedder {
    private final String id;
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger sentences = new AtomicInteger();

    Fake(char id) {
      this.id = Character.toString(id).repeat(64);
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public int dimension() {
      return 3;
    }

    /** Waits before it reads what is held up. */
    private final CountDownLatch reached = new CountDownLatch(1);

    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public float[] embed(String text) {
      if (text.contains(HELD_UP)) {
        reached.countDown();
        try {
          released.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      (SENTENCES.contains(text) ? sentences : read).incrementAndGet();
      if (text.contains("经费") || text.contains("手头紧")) {
        return new float[] {1, 0, 0};
      }
      return text.contains("网格员") ? new float[] {0, 1, 0} : new float[] {0, 0, 1};
    }

    @Override
    public float[] embedQuestion(String text) {
      return embed(text);
    }

    @Override
    public void close() {}
  }

  private static SimilarResult similar(LuceneEngine engine) {
    return engine
        .similar(new SimilarRequest(new SimilarRequest.Asked.Text(ASKED), Filters.NONE, 10, true))
        .orElseThrow();
  }

  private static List<String> texts(SimilarResult result) {
    return result.hits().stream().map(hit -> hit.statement().of(hit.paragraph().text())).toList();
  }

  private static void awaitOn(LuceneEngine engine) throws InterruptedException {
    for (int i = 0; i < 60 && engine.learnt().state() != Learnt.State.ON; i++) {
      Thread.sleep(500);
    }
    assertThat(engine.learnt().state()).isEqualTo(Learnt.State.ON);
  }

  @Test
  void findsWhatIsSaidInOtherWordsAndSaysSo() throws InterruptedException {
    try (LuceneEngine engine = LuceneEngine.open(index, TIME_LIMIT)) {
      SimilarResult without = similar(engine);
      assertThat(without.learnt()).isEqualTo(Learnt.OFF);
      assertThat(texts(without)).noneMatch(text -> text.contains(OTHER_WORDS));

      engine.learn(new Fake('a'));
      assertThat(texts(similar(engine))).anyMatch(text -> text.contains("普法经费"));
      awaitOn(engine);

      SimilarResult with = similar(engine);
      assertThat(with.learnt().state()).isEqualTo(Learnt.State.ON);
      assertThat(texts(with)).anyMatch(text -> text.contains(OTHER_WORDS));
      assertThat(with.hits())
          .filteredOn(hit -> hit.paragraph().text().contains(OTHER_WORDS))
          .allMatch(hit -> hit.evidence().contains(SimilarHit.Evidence.MEANING) && !hit.weak());
    }
  }

  @Test
  void aSentenceIsAnsweredByWhatMeansTheSame() throws InterruptedException {
    SearchRequest sentence = SearchRequest.of(new Query.Words("普法经费保障不足要怎么办才好"), Mode.WORDS, 10);
    SearchRequest named = SearchRequest.of(new Query.Words("普法经费"), Mode.WORDS, 10);
    try (LuceneEngine engine = LuceneEngine.open(index, TIME_LIMIT)) {
      SearchResult without = engine.search(sentence);
      assertThat(without.meant()).isFalse();
      assertThat(found(without)).noneMatch(text -> text.contains(OTHER_WORDS));

      engine.learn(new Fake('a'));
      awaitOn(engine);

      SearchResult with = engine.search(sentence);
      assertThat(with.meant()).isTrue();
      assertThat(found(with)).anyMatch(text -> text.contains(OTHER_WORDS));
      assertThat(found(with).getFirst()).contains("普法经费保障不够有力");
      assertThat(with.total().value()).isGreaterThan(without.total().value());
      assertThat(engine.search(named).meant()).as("it names something").isFalse();
    }
  }

  @Test
  void whatIsNewIsReadWhileTheModelGoesOnAnswering() throws Exception {
    Path reports = Files.createDirectories(folder.resolve("many"));
    for (int i = 0; i < 140; i++) {
      write(reports, i + ".txt", "松溪县柳塘镇", "普法经费第" + (char) ('一' + i) + "年不足");
    }
    Path many = folder.resolve("of-many");
    Indexing.rebuild(
        many,
        List.of(reports),
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    SearchRequest sentence = SearchRequest.of(new Query.Words("普法经费保障不足要怎么办才好"), Mode.WORDS, 10);
    Fake model = new Fake('a');
    try (LuceneEngine engine = LuceneEngine.open(many, TIME_LIMIT)) {
      engine.learn(model);
      awaitOn(engine);
      int known = model.read.get();
      try (LuceneSink sink = LuceneSink.update(many)) {
        byte[] text =
            ("松溪县枫坞镇2024年法治政府建设情况报告\n一、存在的问题\n（一）" + HELD_UP + "。\n")
                .getBytes(StandardCharsets.UTF_8);
        sink.put(ReportFactory.fromText("new.txt", text).report());
        sink.commit();
      }
      engine.refresh();
      assertThat(model.reached.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(engine.learnt().state()).isEqualTo(Learnt.State.ON);
      assertThat(engine.search(sentence).meant()).isTrue();
      model.released.countDown();
      int one = known + 2; // the question, too
      for (int i = 0; i < 60 && model.read.get() < one; i++) {
        Thread.sleep(500);
      }
      assertThat(model.read.get()).as("nothing is read again").isEqualTo(one);
    } finally {
      model.released.countDown();
    }
  }

  private static List<String> found(SearchResult result) {
    return Stream.concat(result.hits().stream(), result.partial().stream())
        .map(hit -> hit.paragraph().text())
        .toList();
  }

  @Test
  void findsAProblemByWhatIsPlannedForIt() throws IOException, InterruptedException {
    String strange = "腰包瘪得只剩线头";
    Path reports = Files.createDirectories(folder.resolve("planned"));
    write(reports, "c.txt", "松溪县柳塘镇", "普法经费紧张");
    Files.writeString(
        reports.resolve("d.txt"),
        "松溪县枫坞镇2024年法治政府建设情况报告\n一、存在的问题\n（一）" + strange + "。\n二、下一步打算\n（一）把普法经费列入年度预算。\n");
    Path other = folder.resolve("other");
    Indexing.rebuild(
        other,
        List.of(reports),
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try (LuceneEngine engine = LuceneEngine.open(other, TIME_LIMIT)) {
      Fake model = new Fake('a');
      engine.learn(model);
      awaitOn(engine);
      assertThat(model.read.get()).as("three problems and a plan").isEqualTo(4);
      assertThat(similar(engine).hits())
          .filteredOn(hit -> hit.paragraph().text().contains(strange))
          .singleElement()
          .satisfies(hit -> assertThat(hit.evidence()).contains(SimilarHit.Evidence.MEANING));
    }
  }

  @Test
  void goesOnWhereItStoppedAndReadsNothingTwice() throws InterruptedException {
    try (LuceneEngine engine = LuceneEngine.open(index, TIME_LIMIT)) {
      Fake first = new Fake('a');
      engine.learn(first);
      awaitOn(engine);
      assertThat(first.read.get()).as("台账样式不统一 stands in three reports").isEqualTo(4);
      assertThat(first.sentences.get()).isEqualTo(SENTENCES.size());
    }
    try (LuceneEngine engine = LuceneEngine.open(index, TIME_LIMIT)) {
      Fake second = new Fake('a');
      engine.learn(second);
      awaitOn(engine);
      assertThat(second.read.get()).isZero();
      assertThat(second.sentences.get()).isZero();
    }
  }

  /** Fails as a full disk makes it fail, or a library that cannot be used. */
  private record Failing(Fake model, @Nullable RuntimeException failure, @Nullable Error error)
      implements Embedder {
    @Override
    public String id() {
      return model.id();
    }

    @Override
    public int dimension() {
      return model.dimension();
    }

    @Override
    public float[] embed(String text) {
      if (failure != null) {
        throw failure;
      }
      throw error == null ? new AssertionError() : error;
    }

    @Override
    public float[] embedQuestion(String text) {
      return embed(text);
    }

    @Override
    public void close() {}
  }

  private static List<String> ailments(LuceneEngine engine) throws InterruptedException {
    for (int i = 0; i < 60 && engine.ailments().isEmpty(); i++) {
      Thread.sleep(200);
    }
    return engine.ailments();
  }

  @Test
  void aRunThatFailedIsAnAilmentAndSearchGoesOn() throws IOException, InterruptedException {
    try (LuceneEngine engine = LuceneEngine.open(index, TIME_LIMIT)) {
      engine.learn(new Fake('a'));
      awaitOn(engine);
      assertThat(engine.ailments()).isEmpty();
    }
    Files.delete(index.resolve("vectors.bin"));
    try (LuceneEngine engine = LuceneEngine.open(index, TIME_LIMIT)) {
      engine.learn(new Failing(new Fake('a'), new IllegalStateException("no room"), null));
      assertThat(ailments(engine))
          .singleElement()
          .asString()
          .contains("语义模型的向量没有做成", "no room", "再试");
      assertThat(engine.search(SearchRequest.of(new Query.Words("普法经费"), Mode.WORDS, 10)).hits())
          .isNotEmpty();
    }
    try (LuceneEngine engine = LuceneEngine.open(index, TIME_LIMIT)) {
      engine.learn(new Failing(new Fake('a'), null, new LinkageError("no library")));
      assertThat(ailments(engine)).singleElement().asString().contains("不再制作", "no library");
    }
  }

  @Test
  void refusesAnIndexThatAnotherModelHasRead() throws InterruptedException {
    try (LuceneEngine engine = LuceneEngine.open(index, TIME_LIMIT)) {
      engine.learn(new Fake('a'));
      awaitOn(engine);
    }
    try (LuceneEngine engine = LuceneEngine.open(index, TIME_LIMIT)) {
      assertThatThrownBy(() -> engine.learn(new Fake('b')))
          .isInstanceOf(UnusableIndexException.class)
          .hasMessageContaining("另一个模型");
      assertThat(similar(engine).learnt()).isEqualTo(Learnt.OFF);
    }
  }
}
