package govsearch.engine.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.EngineUnavailableException;
import govsearch.engine.Hit;
import govsearch.engine.SearchResult;
import govsearch.engine.SearchTimedOutException;
import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.read.OpenSearchEngine;
import govsearch.engine.opensearch.write.OpenSearchSink;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Ids;
import govsearch.report.Metadata;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Section;
import govsearch.report.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Three nodes, one of which is killed while a writer replaces every report again and again and a
 * reader looks at all of them: what is read is one writing of all, whole, or is said not to be.
 */
@Tag("cluster-long")
class KilledNodeTest {
  private static final int KILLS = Integer.getInteger("govsearch.cluster.kills", 3);
  private static final int REPORTS = 40;
  private static final int PARAGRAPHS = 5;
  private static final String NAME = "killed";
  private static final Duration READS_AGAIN = Duration.ofSeconds(5);
  private static final Duration WRITES_AGAIN = Duration.ofSeconds(30);
  private static final SearchRequest ALL =
      new SearchRequest(
          new Query.Everything(), Mode.EXACT, Filters.NONE, SortOrder.OLDEST, 200, null);

  private final AtomicInteger committed = new AtomicInteger();
  private final AtomicLong committedAt = new AtomicLong();
  private final AtomicLong readAt = new AtomicLong();
  private final AtomicLong reads = new AtomicLong();
  private final AtomicReference<Throwable> wrong = new AtomicReference<>();
  private volatile boolean over;

  private static Report report(int number, int writing) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < PARAGRAPHS; i++) {
      texts.add("第" + number + "镇第" + i + "段写于" + writing + "次");
    }
    List<String> ids = Ids.paragraphIds(texts);
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < PARAGRAPHS; i++) {
      paragraphs.add(
          new Paragraph(
              ids.get(i),
              i + 1,
              ParagraphKind.BODY,
              texts.get(i),
              null,
              List.of(),
              Section.OTHER,
              List.of()));
    }
    Source source = new Source("r" + number + ".txt", null, "0".repeat(64), 1);
    Metadata nothing = new Metadata(null, null, null, null, null, null, null);
    return new Report(new ReportHead("r" + number, nothing, PARAGRAPHS, source), paragraphs);
  }

  private void write(TestCluster cluster) {
    try (OpenSearchSink sink = OpenSearchSink.update(cluster.access(), NAME, new Sizing(3, 1))) {
      for (int writing = 1; !over; writing++) {
        for (int number = 0; number < REPORTS; number++) {
          sink.put(report(number, writing));
        }
        sink.commit();
        committed.set(writing);
        committedAt.set(System.nanoTime());
      }
    } catch (RuntimeException | Error e) {
      wrong.compareAndSet(null, e);
    }
  }

  private void read(TestCluster cluster) {
    try (OpenSearchEngine engine =
        OpenSearchEngine.open(cluster.access(), NAME, Duration.ofSeconds(4))) {
      while (!over) {
        int before = committed.get();
        try {
          engine.refresh();
          SearchResult result = engine.search(ALL);
          if (result.total().exact()) {
            check(result, before);
            readAt.set(System.nanoTime());
            reads.incrementAndGet();
          }
        } catch (EngineUnavailableException | SearchTimedOutException e) {
          Thread.sleep(50); // it is said
        }
      }
    } catch (InterruptedException | RuntimeException | Error e) {
      wrong.compareAndSet(null, e);
    }
  }

  private static void check(SearchResult result, int before) {
    assertThat(result.total().value()).isEqualTo(REPORTS * PARAGRAPHS);
    Set<String> writings =
        result.hits().stream()
            .map(Hit::paragraph)
            .map(paragraph -> paragraph.text().replaceAll(".*写于", ""))
            .collect(Collectors.toSet());
    assertThat(writings).as("one writing of all").hasSize(1);
    int writing = Integer.parseInt(writings.iterator().next().replace("次", ""));
    assertThat(writing).as("nothing that was committed is lost").isGreaterThanOrEqualTo(before);
  }

  @Test
  void aKilledNodeLosesNothingAndNobodyIsToldWhatIsNotSo() throws Exception {
    try (TestCluster cluster = TestCluster.of(3)) {
      Thread writer = Thread.ofPlatform().start(() -> write(cluster));
      await(() -> committed.get() > 0, Duration.ofMinutes(1));
      cluster.awaitGreen();
      Thread reader = Thread.ofPlatform().start(() -> read(cluster));
      Random random = new Random(17);
      for (int kill = 0; kill < KILLS; kill++) {
        Thread.sleep(random.nextInt(2_000));
        int node = random.nextInt(3);
        long at = System.nanoTime();
        cluster.kill(node);
        await(() -> readAt.get() > at + 1_000_000_000L, READS_AGAIN.plusSeconds(2));
        int written = committed.get();
        await(() -> committed.get() > written + 1, WRITES_AGAIN);
        cluster.restart(node);
        cluster.awaitGreen();
      }
      over = true;
      writer.join(60_000);
      reader.join(60_000);
      assertThat(wrong.get()).isNull();
      assertThat(reads.get()).isPositive();
    }
  }

  @Test
  void aClusterThatIsGoneIsSaidAndFoundAgain() throws Exception {
    try (TestCluster cluster = TestCluster.of(1)) {
      try (OpenSearchSink sink = OpenSearchSink.update(cluster.access(), NAME, Sizing.USUAL)) {
        sink.put(report(0, 1));
        sink.commit();
      }
      try (OpenSearchEngine engine =
          OpenSearchEngine.open(cluster.access(), NAME, Duration.ofSeconds(2))) {
        assertThat(engine.search(ALL).total().value()).isEqualTo(PARAGRAPHS);
        cluster.kill(0);
        long start = System.nanoTime();
        assertThatThrownBy(() -> engine.search(ALL)).isInstanceOf(EngineUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        cluster.restart(0);
        await(() -> isWell(engine), Duration.ofSeconds(60));
      }
    }
  }

  private static boolean isWell(OpenSearchEngine engine) {
    try {
      return engine.search(ALL).total().value() == PARAGRAPHS;
    } catch (EngineUnavailableException | SearchTimedOutException e) {
      return false;
    }
  }

  private interface Condition {
    boolean holds();
  }

  private void await(Condition condition, Duration most) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.holds()) {
      if (wrong.get() != null) {
        throw new AssertionError("a wrong answer, or a failure", wrong.get());
      }
      if (System.nanoTime() - start > most.toNanos()) {
        throw new AssertionError("not within " + most);
      }
      Thread.sleep(20);
    }
  }
}
