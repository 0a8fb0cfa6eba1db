package govsearch.engine.opensearch.read;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.opensearch.client.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowOrderTest {
  private static final RowOrder NEWEST =
      new RowOrder(List.of(Json.of("newest", "desc"), Json.of("report", "asc")));

  @Test
  void numbersComeInTheirDirectionAndNamesBehindThem() {
    assertThat(NEWEST.compare(List.of(2025L, "b"), List.of(2024L, "a"))).isNegative();
    assertThat(NEWEST.compare(List.of(2024L, "b"), List.of(2024L, "a"))).isPositive();
    assertThat(NEWEST.compare(List.of(2024L, "a"), List.of(2024L, "a"))).isZero();
  }

  /** Java's own order of texts has what is beyond the basic plane before the last of it. */
  @Test
  void namesAreComparedAsTheClusterComparesThem() {
    RowOrder byName = new RowOrder(List.of(Json.of("town_order", "asc")));
    assertThat(byName.compare(List.of("\uFF21镇"), List.of("\uD840\uDC00镇"))).isNegative();
  }
}
