package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SearchEngine;
import govsearch.query.Filters;
import org.junit.jupiter.api.Test;

class OverlapJobsTest {

  private static final int FORMULA = 10;

  @Test
  void aSurveyThatEndsInAnErrorHasFailedAndWaitsForNothing() {
    SearchEngine engine =
        FakeEngine.of(
            (proxy, method, args) -> {
              throw new StackOverflowError("of a test");
            });
    try (OverlapJobs jobs = new OverlapJobs(engine)) {
      OverlapJobs.Job job = jobs.new Job(Filters.NONE, FORMULA);
      job.run();
      assertThat(job.state()).isEqualTo(OverlapJobs.State.FAILED);
      assertThat(job.survey()).isNull();
    }
  }
}
