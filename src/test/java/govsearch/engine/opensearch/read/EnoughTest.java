package govsearch.engine.opensearch.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnoughTest {
  private static final int SEEDS = 200;

  /** A part of something: words with their weights, and what makes all of them count. */
  private record Part(Map<Object, Double> words, List<Object> wholly) {
    double whole() {
      return words.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    double of(Set<Object> there) {
      return wholly.stream().anyMatch(there::contains)
          ? whole()
          : words.keySet().stream().filter(there::contains).mapToDouble(words::get).sum();
    }
  }

  private static Map<String, Object> term(String name) {
    return Clauses.term("words", name);
  }

  private static Part part(int number, int wholly, double... weights) {
    Map<Object, Double> words = new LinkedHashMap<>();
    for (int i = 0; i < weights.length; i++) {
      words.put(term("词" + number + "." + i), weights[i]);
    }
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < wholly; i++) {
      all.add(term("整" + number + "." + i));
    }
    return new Part(words, all);
  }

  private static List<Map<String, Object>> ways(List<Part> parts, double least) {
    Enough enough = new Enough();
    parts.forEach(one -> enough.add(one.words, one.wholly));
    return enough.ways(least);
  }

  private static List<?> clauses(Map<String, Object> way) {
    return way.get("bool") instanceof Map<?, ?> bool
            && bool.get("filter") instanceof List<?> together
        ? together
        : List.of(way);
  }

  @Test
  void whatHasEnoughHasAllOfSomeWay() {
    int tried = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        double[] weights = random.doubles(1 + random.nextInt(3), 0.1, 9).toArray();
        parts.add(part(i, random.nextInt(3), weights));
      }
      double least = random.nextDouble() * parts.stream().mapToDouble(Part::whole).sum();
      List<Map<String, Object>> ways = ways(parts, least);
      if (ways.getFirst().containsKey("function_score")) {
        continue; // what the cluster makes of it is for the contracts
      }
      tried++;
      for (int drawn = 0; drawn < SEEDS; drawn++) {
        Set<Object> there = new HashSet<>();
        parts.forEach(
            one -> {
              one.words.keySet().stream()
                  .filter(word -> random.nextInt(3) == 0)
                  .forEach(there::add);
              one.wholly.stream().filter(word -> random.nextInt(9) == 0).forEach(there::add);
            });
        double weight = parts.stream().mapToDouble(one -> one.of(there)).sum();
        assertThat(ways.stream().anyMatch(way -> there.containsAll(clauses(way))))
            .as(parts + " of which there is " + there + " for " + least)
            .isEqualTo(weight >= least);
      }
    }
    assertThat(tried).isGreaterThan(SEEDS / 2);
  }

  @Test
  void nothingOfAWayCanBeLeftOut() {
    assertThat(ways(List.of(part(0, 0, 1, 6, 2, 5)), 7))
        .containsExactlyInAnyOrder(
            Clauses.filter(term("词0.1"), term("词0.3")),
            Clauses.filter(term("词0.1"), term("词0.2")),
            Clauses.filter(term("词0.1"), term("词0.0")),
            Clauses.filter(term("词0.3"), term("词0.2")));
    assertThat(ways(List.of(part(0, 1, 3, 3)), 6))
        .containsExactlyInAnyOrder(term("整0.0"), Clauses.filter(term("词0.0"), term("词0.1")));
  }

  @Test
  void ofTooManyWaysTheWeightsAreAddedUp() {
    double[] same = new double[40];
    Arrays.fill(same, 1);
    List<Map<String, Object>> ways = ways(List.of(part(0, 1, same)), 10);
    assertThat(ways).hasSize(1);
    assertThat(ways.getFirst()).containsOnlyKeys("function_score");
    String heaviest = ways.getFirst().toString();
    assertThat(heaviest).as("without 31 of them there are too few").contains("整0.0");
    assertThat(heaviest.substring(heaviest.lastIndexOf("filter={bool")))
        .contains("词0.30")
        .doesNotContain("词0.31");
  }

  @Test
  void whereThereIsNothingThereIsNoWay() {
    assertThat(ways(List.of(), 0)).isEmpty();
    assertThat(new Enough().add(Map.of(), List.of(term("整")))).isZero();
  }
}
