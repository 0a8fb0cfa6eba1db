package govsearch.insight.overlap;

import govsearch.engine.ReportKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which reports hang together by the pairs that share much. */
final class Clusters {

  private static final int FEWEST = 3;

  private static final Comparator<ReportKey> OLDEST_FIRST =
      Comparator.comparing(ReportKey::year, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(ReportKey::id);

  private final Map<String, String> above = new HashMap<>();

  private Clusters() {}

  /** Those of three reports and more, the largest first. */
  static List<OverlapSurvey.Cluster> of(List<OverlapSurvey.Pair> pairs) {
    Clusters clusters = new Clusters();
    Map<String, ReportKey> reports = new HashMap<>();
    for (OverlapSurvey.Pair pair : pairs) {
      if (pair.share() >= OverlapSurvey.CLUSTER_SHARE) {
        reports.put(pair.a().id(), pair.a());
        reports.put(pair.b().id(), pair.b());
        clusters.above.put(clusters.top(pair.a().id()), clusters.top(pair.b().id()));
      }
    }
    Map<String, List<ReportKey>> byTop = new HashMap<>();
    reports.forEach(
        (id, key) -> byTop.computeIfAbsent(clusters.top(id), top -> new ArrayList<>()).add(key));
    return byTop.values().stream()
        .filter(list -> list.size() >= FEWEST)
        .map(list -> new OverlapSurvey.Cluster(list.stream().sorted(OLDEST_FIRST).toList()))
        .sorted(
            Comparator.comparingInt((OverlapSurvey.Cluster one) -> one.reports().size())
                .reversed()
                .thenComparing(one -> one.reports().getFirst().id()))
        .toList();
  }

  private String top(String id) {
    String at = id;
    String next = above.getOrDefault(at, at);
    while (!next.equals(at)) {
      String beyond = above.getOrDefault(next, next);
      above.put(at, beyond); // the way is shorter next time
      at = next;
      next = beyond;
    }
    return at;
  }
}
