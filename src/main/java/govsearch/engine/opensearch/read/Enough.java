package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What has enough of some weighed clauses. There are few ways to have it: each is what must be
 * there together, of which nothing can be left out. So the cluster goes through what has all of
 * one, by its rarest clause, and need not add up the weights of whoever has any. Where there are
 * too many ways they are summed up as a score after all.
 */
final class Enough {
  /** So many clauses of all ways: the cluster takes a thousand of a whole search. */
  private static final int MOST_CLAUSES = 200;

  private static final int MOST_STEPS = 2_000;

  /** Weights that are scores are added up as floats, and are more than nothing. */
  private static final double LEAST_SCORE = 1e-3;

  /**
   * A clause.
   *
   * @param part the number of those that it is of
   * @param isWhole whether it makes all of its part count
   */
  private record Weighed(Object clause, double weight, int part, boolean isWhole) {
    /** Whether one of two makes nothing more count beside the other. */
    boolean excludes(Weighed other) {
      return part == other.part && (isWhole || other.isWhole);
    }
  }

  private final List<Weighed> all = new ArrayList<>();
  private final List<Object> sums = new ArrayList<>();
  private int parts;
  private int clauses;
  private int steps;

  /**
   * Adds a part.
   *
   * @param single its clauses, each of which counts what it weighs
   * @param wholly clauses that make all of it count
   * @return what all of it weighs
   */
  double add(Map<Object, Double> single, List<Object> wholly) {
    double whole = single.values().stream().mapToDouble(Double::doubleValue).sum();
    if (single.isEmpty() || whole <= 0) {
      return 0;
    }
    List<Object> words = new ArrayList<>();
    single.forEach(
        (clause, weight) -> {
          all.add(new Weighed(clause, weight, parts, false));
          words.add(Clauses.worth(clause, weight));
        });
    List<Object> best = new ArrayList<>();
    best.add(Json.of("bool", Json.of("should", words)));
    for (Object clause : wholly) {
      all.add(new Weighed(clause, whole, parts, true));
      best.add(Clauses.worth(clause, whole));
    }
    sums.add(Clauses.best(best));
    parts++;
    return whole;
  }

  /** Clauses of which each is a way to have so much; none where there is nothing to be had. */
  List<Map<String, Object>> ways(double least) {
    all.sort(Comparator.comparingDouble(Weighed::weight).reversed());
    List<List<Weighed>> ways = new ArrayList<>();
    if (find(0, least, new ArrayList<>(), ways)) {
      return ways.stream()
          .map(way -> Clauses.filter(way.stream().map(Weighed::clause).toList()))
          .toList();
    }
    return List.of(summed(least));
  }

  /**
   * Adds ways that begin with what is chosen: heavier ones first, so that whatever is enough at
   * last is not enough without any of them.
   *
   * @return false if there are too many
   */
  private boolean find(int from, double missing, List<Weighed> chosen, List<List<Weighed>> ways) {
    double rest = 0;
    for (int i = from; i < all.size(); i++) {
      rest += all.get(i).weight;
    }
    for (int i = from; i < all.size() && rest >= missing; i++) {
      Weighed one = all.get(i);
      rest -= one.weight;
      if (chosen.stream().anyMatch(one::excludes)) {
        continue;
      }
      chosen.add(one);
      if (one.weight >= missing) {
        ways.add(List.copyOf(chosen));
        clauses += chosen.size();
      } else if (!find(i + 1, missing - one.weight, chosen, ways)) {
        return false;
      }
      chosen.removeLast();
      if (clauses > MOST_CLAUSES || ++steps > MOST_STEPS) {
        return false;
      }
    }
    return true;
  }

  /** By its score, of whoever has one of those without which the others weigh too little. */
  private Map<String, Object> summed(double least) {
    return Json.of(
        "function_score",
        Json.of(
            "query",
            Json.of("bool", Json.of("should", sums, "filter", Clauses.any(heaviest(least)))),
            "min_score",
            Math.max(least, LEAST_SCORE)));
  }

  private List<Object> heaviest(double least) {
    double rest = all.stream().filter(one -> !one.isWhole).mapToDouble(Weighed::weight).sum();
    List<Object> heaviest = new ArrayList<>();
    for (Weighed one : all) {
      if (one.isWhole) {
        heaviest.add(one.clause);
      } else if (rest >= least - LEAST_SCORE) {
        heaviest.add(one.clause);
        rest -= one.weight;
      }
    }
    return heaviest;
  }
}
