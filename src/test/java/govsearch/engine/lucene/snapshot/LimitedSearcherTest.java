package govsearch.engine.lucene.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.TaskExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parts of a request that are done at once. */
class LimitedSearcherTest {

  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  private LimitedSearcher searcher() throws IOException {
    return new LimitedSearcher(new MultiReader(), () -> false, new TaskExecutor(threads));
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void whatTheyMakeComesInTheirOrder() throws IOException {
    assertThat(searcher().<Integer>atOnce(List.of(() -> 1, () -> 2, () -> 3)))
        .containsExactly(1, 2, 3);
  }

  @Test
  void eachHasTheDeadlineOfWhoAsks() throws Exception {
    LimitedSearcher searcher = searcher();
    Deadline deadline = Deadline.in(Duration.ofHours(1));
    CountDownLatch both = new CountDownLatch(2); // so that two threads take part
    Callable<Deadline> part =
        () -> {
          both.countDown();
          both.await();
          return Deadline.current();
        };
    List<Deadline> seen = deadline.call(() -> searcher.atOnce(List.of(part, part)));
    assertThat(seen).hasSize(2).allMatch(deadline::equals);
  }

  @Test
  void whereOneFailsTheOtherIsWaitedFor() throws IOException {
    LimitedSearcher searcher = searcher();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch failing = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    Callable<Integer> fails =
        () -> {
          begun.await();
          failing.countDown();
          throw new IOException("broken");
        };
    Callable<Integer> goesOn =
        () -> {
          begun.countDown();
          failing.await();
          ended.set(true);
          return 1;
        };
    assertThatThrownBy(() -> searcher.atOnce(List.of(fails, goesOn)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broken");
    assertThat(ended).isTrue();
  }
}
