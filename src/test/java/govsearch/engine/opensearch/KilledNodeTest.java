package govsearch.engine.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Three nodes, one of which is killed while a writer replaces every report again and again and a
 * reader looks at all of them: what is read is one writing of all, whole, or is said not to be.
 */
@Tag("cluster")
class KilledNodeTest {
  /** {@code -Dgovsearch.cluster.kills=20} is the long form. */
  private static final int KILLS = Integer.getInteger("govsearch.cluster.kills", 2);

  private static final int REPORTS = 40;
  private static final int PARAGRAPHS = 5;
  private static final String NAME = "killed";
  private static final Duration READS_AGAIN = Duration.ofSeconds(5);
  private static final Duration WRITES_AGAIN = Duration.ofSeconds(30);
  private static final SearchRequest ALL =
      new SearchRequest(
          new Query.Everything(), Mode.EXACT, Filters.NONE, SortOrder.OLDEST, 200, null);

  private final AtomicInteger committed = new AtomicInteger();
  private final Gaps commits = new Gaps();
  private final Gaps reads = new Gaps();
  private final AtomicReference<Throwable> wrong = new AtomicReference<>();
  private volatile boolean over;

  /** When something was done last, and for how long at the most it was not. */
  private static final class Gaps {
    private long last;
    private long longest;
    private long count;

    synchronized void done() {
      long now = System.nanoTime();
      if (count++ > 0) {
        longest = Math.max(longest, now - last);
      }
      last = now;
    }

    synchronized long count() {
      return count;
    }

    synchronized Duration longest() {
      return Duration.ofNanos(longest);
    }
  }

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
        commits.done();
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
            reads.done();
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
        Thread.sleep(random.nextInt(2_000)); // wherever a writing or a search is by then
        int node = random.nextInt(3);
        long read = reads.count();
        long written = commits.count();
        long start = System.nanoTime();
        cluster.kill(node);
        await(() -> reads.count() > read + 5, READS_AGAIN.multipliedBy(3));
        long readAgain = System.nanoTime() - start;
        await(() -> commits.count() > written + 1, WRITES_AGAIN.multipliedBy(3));
        System.out.printf(
            "kill %d of node %d: read again after %d ms, committed twice after %d ms%n",
            kill + 1, node + 1, readAgain / 1_000_000, (System.nanoTime() - start) / 1_000_000);
        cluster.restart(node);
        cluster.awaitGreen();
      }
      over = true;
      writer.join(60_000);
      reader.join(60_000);
      assertThat(wrong.get()).isNull();
      System.out.printf(
          "%d kills: %d answers, %d commits, at the longest %d ms without the one, %d the other%n",
          KILLS,
          reads.count(),
          commits.count(),
          reads.longest().toMillis(),
          commits.longest().toMillis());
      assertThat(reads.longest()).isLessThan(READS_AGAIN);
      assertThat(commits.longest()).isLessThan(WRITES_AGAIN);
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
