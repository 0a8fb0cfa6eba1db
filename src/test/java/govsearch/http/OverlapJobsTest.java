package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.Deadline;
import govsearch.engine.SearchEngine;
import govsearch.query.Filters;
import java.lang.reflect.InvocationHandler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OverlapJobsTest {

  private static final int FORMULA = 10;

  private static final InvocationHandler FAILING =
      (proxy, method, args) -> {
        throw new StackOverflowError("of a test");
      };

  @Test
  void aSurveyThatEndsInAnErrorHasFailedAndWaitsForNothing() {
    SearchEngine engine = FakeEngine.of(FAILING);
    try (OverlapJobs jobs = new OverlapJobs(engine)) {
      OverlapJobs.Job job = jobs.new Job(Filters.NONE, FORMULA);
      job.run();
      assertThat(job.state()).isEqualTo(OverlapJobs.State.FAILED);
      assertThat(job.survey()).isNull();
    }
  }

  /** Whoever asked how far it is began it anew, for ever, and never heard that it had failed. */
  @Test
  void aSurveyThatHasFailedIsBegunAnewWhenSomebodyWantsIt() throws InterruptedException {
    try (OverlapJobs jobs = new OverlapJobs(FakeEngine.of(FAILING))) {
      OverlapJobs.Job first = jobs.of(Filters.NONE, FORMULA, false);
      while (first.state() != OverlapJobs.State.FAILED) {
        Thread.sleep(10);
      }
      assertThat(jobs.of(Filters.NONE, FORMULA, false)).isSameAs(first);
      assertThat(jobs.of(Filters.NONE, FORMULA, true)).isNotSameAs(first);
    }
  }

  @Test
  void waitingTakesNoneOfTheTimeOfASurvey() throws InterruptedException {
    AtomicReference<Deadline> seen = new AtomicReference<>();
    SearchEngine engine =
        FakeEngine.of(
            (proxy, method, args) -> {
              seen.set(Deadline.current());
              throw new IllegalStateException(Deadline.current().isOver() ? "late" : "in time");
            });
    try (OverlapJobs jobs = new OverlapJobs(engine, Duration.ofSeconds(1))) {
      OverlapJobs.Job job = jobs.new Job(Filters.NONE, FORMULA);
      Thread.sleep(1_100);
      long begun = System.nanoTime();
      job.run();
      assertThat(seen.get().isOver()).isEqualTo(System.nanoTime() - begun > 1_000_000_000);
      Thread.sleep(1_100);
      assertThat(seen.get().isOver()).as("it has an end").isTrue();
    }
  }
}
