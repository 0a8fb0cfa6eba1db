package govsearch.engine.lucene.search;

import govsearch.engine.lucene.search.Candidates.Candidate;
import govsearch.query.Presentation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts matches in order and leaves out what is not shown: of what says the same all but the first,
 * and of a report more than are wanted.
 */
final class OneOfEach {

  private final ReportOrder order;
  private final boolean fold;
  private final int perReport;
  private final Folds folds;

  /** How many are shown of each report, by its head. */
  private final Map<Integer, Integer> ofReport = new HashMap<>();

  OneOfEach(ReportOrder order, Folds folds, Presentation presentation) {
    this.order = order;
    this.folds = folds;
    this.fold = presentation.fold();
    this.perReport = presentation.perReport();
  }

  /** Those to show, the best first; of the same score by report and by place in it. */
  List<Ranked> of(List<Ranked> all) throws IOException {
    List<Ranked> ordered = new ArrayList<>(all);
    ordered.sort(
        Comparator.comparing(Ranked::score, Comparator.reverseOrder())
            .thenComparing(Ranked::place, order::compare)
            .thenComparingInt(Ranked::doc));
    Set<Long> seen = new HashSet<>();
    List<Ranked> first = new ArrayList<>();
    for (Ranked one : ordered) {
      if (fold && seen.contains(one.fold())) {
        continue;
      }
      int head = one.place().head();
      int listed = ofReport.getOrDefault(head, 0);
      if (listed >= perReport && mayBeLeftOut(one.fold())) {
        continue;
      }
      seen.add(one.fold());
      ofReport.put(head, listed + 1);
      first.add(one);
    }
    return first;
  }

  /** Whether a match too many of its report stands for no other report. */
  private boolean mayBeLeftOut(long print) throws IOException {
    return perReport > 0 && (!fold || folds.isAlone(print));
  }

  /** Whether it has as many of a match's report as are wanted. */
  boolean isFull(Candidate one) throws IOException {
    return ofReport.getOrDefault(one.place().head(), 0) >= perReport
        && mayBeLeftOut(folds.of(one.doc()));
  }
}
