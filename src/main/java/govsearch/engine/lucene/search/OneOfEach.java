package govsearch.engine.lucene.search;

import govsearch.engine.lucene.search.Candidates.Candidate;
import govsearch.query.Presentation;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Leaves out of matches in order what is not shown: of what says the same all but the first, and of
 * a report more than are wanted.
 */
final class OneOfEach {

  private final boolean fold;
  private final int perReport;
  private final Folds folds;

  /** How many are shown of each report, by its head. */
  private final Map<Integer, Integer> ofReport = new HashMap<>();

  /** The fingerprints of those that are shown. */
  private final Set<Long> seen = new HashSet<>();

  OneOfEach(Folds folds, Presentation presentation) {
    this.folds = folds;
    this.fold = presentation.fold();
    this.perReport = presentation.perReport();
  }

  /** Whether one is shown, when all that are better have been asked for. */
  boolean shows(Ranked one) throws IOException {
    if (fold && seen.contains(one.fold())) {
      return false;
    }
    int head = one.place().head();
    int listed = ofReport.getOrDefault(head, 0);
    if (listed >= perReport && mayBeLeftOut(one.fold())) {
      return false;
    }
    seen.add(one.fold());
    ofReport.put(head, listed + 1);
    return true;
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
