package govsearch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A run is held up by slow files for a while only, and says so. */
class SlowFilesTest {

  private static final Duration USUAL = Duration.ofMinutes(1);

  @Test
  void whenTheTimeOfTheRunIsUsedUpSlowFilesAreGivenLess() {
    SlowFiles slow = new SlowFiles(USUAL, false);
    for (int i = 0; i < 1_000; i++) {
      slow.took(Duration.ofSeconds(9).toNanos()); // as a large file may
    }
    assertThat(slow.limit()).isEqualTo(USUAL);
    for (int i = 0; i < 10; i++) {
      assertThat(slow.limit()).isEqualTo(USUAL);
      slow.took(USUAL.toNanos());
    }
    assertThat(slow.limit()).isEqualTo(Duration.ofSeconds(5));
    assertThat(slow.hurried()).isZero();
    assertThat(slow.givenUp()).contains("10 分钟").endsWith(RejectedFileException.LATER);
    assertThat(slow.hurried()).isEqualTo(1);
  }

  @Test
  void picturesOfPagesTakeLongForGoodReasons() {
    SlowFiles slow = new SlowFiles(USUAL, true);
    for (int i = 0; i < 1_000; i++) {
      slow.took(USUAL.toNanos() - 1);
    }
    assertThat(slow.limit()).isEqualTo(USUAL);
  }
}
