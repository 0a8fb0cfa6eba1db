package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import govsearch.engine.Embedder;
import govsearch.engine.Learnt;
import govsearch.engine.SearchResult;
import govsearch.engine.SimilarResult;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SimilarRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A model that fails when it is asked is gone on without; the answer says so, the log once. */
class FailingModelTest {

  private static final String OTHER_WORDS = "手头紧得揭不开锅";
  private static final SimilarRequest SIMILAR =
      new SimilarRequest(new SimilarRequest.Asked.Text("普法经费保障不足"), Filters.NONE, 10, true);
  private static final SearchRequest SENTENCE =
      SearchRequest.of(new Query.Words("普法经费保障不足要怎么办才好"), Mode.WORDS, 10);

  @TempDir private Path folder;
  private LuceneEngine engine;
  private final Model model = new Model();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  /** That of the package: of its classes only those log that this is about. */
  private final Logger log = (Logger) LoggerFactory.getLogger("govsearch.engine.lucene.similar");

  /** Of one mind about all that tells of money, until it fails. */
  private static final class Model implements Embedder {
    private volatile @Nullable RuntimeException failure;
    private volatile @Nullable Error error;

    @Override
    public String id() {
      return "a".repeat(64);
    }

    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public float[] embed(String text) {
      RuntimeException thrown = failure;
      if (thrown != null) {
        throw thrown;
      }
      Error worse = error;
      if (worse != null) {
        throw worse;
      }
      boolean ofMoney = text.contains("经费") || text.contains("手头紧");
      return ofMoney ? new float[] {1, 0} : new float[] {0, 1};
    }

    @Override
    public float[] embedQuestion(String text) {
      return embed(text);
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void open() throws IOException {
    Path reports = Files.createDirectories(folder.resolve("reports"));
    write(reports, "松溪县石桥镇", OTHER_WORDS);
    write(reports, "松溪县杏坪乡", "普法经费保障不够有力");
    write(reports, "松溪县柳塘镇", "网格员流动频繁");
    Path index = folder.resolve("index");
    Indexing.rebuild(
        index,
        List.of(reports),
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    engine = LuceneEngine.open(index, Duration.ofSeconds(30));
    logged.start();
    log.addAppender(logged);
  }

  private static void write(Path reports, String town, String problem) throws IOException {
    Files.writeString(
        reports.resolve(town + ".txt"),
        town + "2024年法治政府建设情况报告\n一、存在的问题\n（一）" + problem + "。\n（二）台账样式不统一。\n");
  }

  @AfterEach
  void close() {
    log.detachAppender(logged);
    engine.close();
  }

  private void learn() throws InterruptedException {
    engine.learn(model);
    for (int i = 0; i < 60 && engine.learnt().state() != Learnt.State.ON; i++) {
      Thread.sleep(500);
    }
    assertThat(engine.learnt().state()).isEqualTo(Learnt.State.ON);
  }

  private SimilarResult similar() {
    return engine.similar(SIMILAR).orElseThrow();
  }

  private static List<String> texts(SimilarResult result) {
    return result.hits().stream().map(hit -> hit.statement().of(hit.paragraph().text())).toList();
  }

  @Test
  void similarProblemsAreFoundWithoutIt() throws InterruptedException {
    List<String> without = texts(similar());
    learn();
    assertThat(texts(similar())).anyMatch(text -> text.contains(OTHER_WORDS));

    model.failure = new IllegalStateException("no memory");
    for (int i = 0; i < 3; i++) {
      SimilarResult result = similar();
      assertThat(result.learnt().state()).isEqualTo(Learnt.State.FAILED);
      assertThat(texts(result)).isNotEmpty().isEqualTo(without);
    }
    model.failure = null;
    model.error = new LinkageError("no library");
    assertThat(similar().learnt().state()).isEqualTo(Learnt.State.FAILED);
    assertThat(logged.list).hasSize(1);
    assertThat(engine.ailments()).as("whoever asks is served").isEmpty();

    model.error = null;
    SimilarResult again = similar();
    assertThat(again.learnt().state()).isEqualTo(Learnt.State.ON);
    assertThat(texts(again)).anyMatch(text -> text.contains(OTHER_WORDS));
  }

  @Test
  void aSentenceIsAnsweredByItsWords() throws InterruptedException {
    learn();
    assertThat(engine.search(SENTENCE).meant()).isTrue();

    model.failure = new IllegalStateException("no memory");
    SearchResult result = engine.search(SENTENCE);
    assertThat(result.meant()).isFalse();
    assertThat(result.hits().size() + result.partial().size()).isPositive();
    assertThat(logged.list).hasSize(1);
  }
}
