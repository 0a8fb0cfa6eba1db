package govsearch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewnessTest {

  @Test
  void aYearToComeStandsBehindOthersAndComesBack() {
    List<Integer> years = List.of(2031, Newness.NONE, 2024, 2042, 2026, 1999);
    assertThat(
            years.stream()
                .sorted(Comparator.comparingInt((Integer y) -> Newness.of(y, 2026)).reversed()))
        .containsExactly(2026, 2024, 1999, 2042, 2031, Newness.NONE);
    assertThat(years).allMatch(year -> Newness.year(Newness.of(year, 2026)) == year);
  }
}
