package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A short overload, which shows that nothing breaks; {@link Overload} measures a long one. */
class OverloadTest {

  private static final Duration SHORT = Duration.ofSeconds(4);

  @Test
  void whatCannotBeDoneNowIsRefusedAndHealthIsAnsweredThroughout() throws Exception {
    try (RunningServer server = RunningServer.overSamples()) {
      List<String> heavy = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        heavy.addAll(Load.heaviest());
      }
      Load.Seen seen = new Load(server.port()).run(heavy, SHORT);
      assertThat(seen.answers().keySet())
          .as(seen.toString())
          .allMatch(answer -> answer.endsWith(" 200") || answer.endsWith(" 503"))
          .contains("health → 200")
          .doesNotContain("health → 503");
      assertThat(seen.health().getLast()).isLessThan(10_000);
      assertThat(seen.recovery()).as("until a cheap search is answered").isLessThan(20_000);
    }
  }
}
