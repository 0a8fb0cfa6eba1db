package govsearch.insight.overlap;

import govsearch.engine.Deadline;
import govsearch.engine.ReportKey;
import govsearch.engine.ReportPage;
import govsearch.engine.SearchEngine;
import govsearch.query.Filters;
import govsearch.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What all reports of a scope share with reports of other towns, in or out of it. Looks at one
 * report after the other, and from each only at those that have a sentence of it; keeps so many
 * pairs, those that share most.
 *
 * @param reports how many were looked at
 * @param total how many pairs there are, kept or not
 * @param pairs those that share most, most first
 * @param clusters reports that hang together by what they share, the largest first
 */
public record OverlapSurvey(int reports, long total, List<Pair> pairs, List<Cluster> clusters) {

  /** So many pairs are kept: some ten megabytes. */
  static final int MOST_PAIRS = 50_000;

  /** What makes one cluster of two reports: which part of either the other has too. */
  static final double CLUSTER_SHARE = 0.3;

  private static final int PAGE = 200;

  private static final Comparator<Pair> MOST_FIRST =
      Comparator.comparingInt(Pair::length)
          .reversed()
          .thenComparing(pair -> pair.a().id())
          .thenComparing(pair -> pair.b().id());

  /**
   * Two reports of different towns.
   *
   * @param a the earlier one, where both say their year; else the first by id
   * @param direction of b, seen from a
   * @param sentences how many different ones both have that are no formula
   * @param length of these
   * @param shareA which part of a's substance that is; null where a is out of the scope
   * @param shareB the same of b
   */
  public record Pair(
      ReportKey a,
      ReportKey b,
      Overlap.Direction direction,
      int sentences,
      int length,
      @Nullable Double shareA,
      @Nullable Double shareB) {

    double share() {
      return Math.max(shareA == null ? 0 : shareA, shareB == null ? 0 : shareB);
    }

    private Pair with(Pair other) {
      return new Pair(
          a,
          b,
          direction,
          sentences,
          length,
          shareA == null ? other.shareA : shareA,
          shareB == null ? other.shareB : shareB);
    }
  }

  /**
   * Reports of which each shares much with another of them.
   *
   * @param reports the oldest first
   */
  public record Cluster(List<ReportKey> reports) {}

  public OverlapSurvey {
    pairs = List.copyOf(pairs);
    clusters = List.copyOf(clusters);
  }

  /**
   * Looks at all reports of a scope.
   *
   * @param formula see {@link OverlapFinder}
   * @param all is told first how many reports there are
   * @param done is told after each how many were looked at
   * @throws govsearch.engine.SearchTimedOutException if the {@link Deadline} comes before the end
   */
  public static OverlapSurvey of(
      SearchEngine engine, Filters scope, int formula, IntConsumer all, IntConsumer done) {
    List<String> ids = ids(engine, scope);
    all.accept(ids.size());
    Set<String> inScope = new HashSet<>(ids);
    OverlapFinder finder = new OverlapFinder(engine, formula);
    Map<String, Pair> kept = new HashMap<>();
    long total = 0;
    int looked = 0;
    for (String id : ids) {
      Deadline.current().check();
      Optional<Report> report = engine.report(id);
      if (report.isPresent()) {
        Overlap overlap = finder.of(report.get());
        for (Overlap.Shared shared : overlap.shared()) {
          String other = shared.other().id();
          total += !inScope.contains(other) || id.compareTo(other) < 0 ? 1 : 0;
          Pair pair = pair(overlap.report(), shared);
          kept.merge(pair.a().id() + " " + pair.b().id(), pair, Pair::with);
        }
      }
      if (kept.size() > 2 * MOST_PAIRS) {
        kept = byKey(most(kept));
      }
      done.accept(++looked);
    }
    List<Pair> pairs = most(kept);
    return new OverlapSurvey(ids.size(), total, pairs, Clusters.of(pairs));
  }

  private static List<String> ids(SearchEngine engine, Filters scope) {
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      Deadline.current().check();
      ReportPage page = engine.reports(scope, PAGE, cursor);
      page.reports().forEach(head -> ids.add(head.id()));
      cursor = page.nextCursor();
    } while (cursor != null);
    return ids;
  }

  private static Pair pair(ReportKey own, Overlap.Shared shared) {
    ReportKey other = shared.other();
    boolean otherFirst =
        switch (shared.direction()) {
          case EARLIER -> true;
          case LATER -> false;
          case SAME_YEAR, UNKNOWN -> other.id().compareTo(own.id()) < 0;
        };
    Overlap.Direction direction =
        shared.direction() == Overlap.Direction.EARLIER
            ? Overlap.Direction.LATER
            : shared.direction();
    return otherFirst
        ? new Pair(other, own, direction, shared.sentences(), shared.length(), null, shared.share())
        : new Pair(
            own, other, direction, shared.sentences(), shared.length(), shared.share(), null);
  }

  private static List<Pair> most(Map<String, Pair> pairs) {
    return pairs.values().stream().sorted(MOST_FIRST).limit(MOST_PAIRS).toList();
  }

  private static Map<String, Pair> byKey(List<Pair> pairs) {
    Map<String, Pair> map = new HashMap<>();
    pairs.forEach(pair -> map.put(pair.a().id() + " " + pair.b().id(), pair));
    return map;
  }
}
