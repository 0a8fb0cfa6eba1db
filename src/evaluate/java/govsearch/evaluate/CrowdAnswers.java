package govsearch.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What some clients were answered. Safe for use by many threads. */
final class CrowdAnswers {

  /** Told to come back. */
  static final int BUSY = 503;

  private static final int SERVER_ERROR = 500;

  private final List<Long> nanos = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private int refused;

  /**
   * Takes an answer.
   *
   * @param isToComeBack whether it said when to come back
   */
  synchronized void add(int status, boolean isToComeBack, long took) {
    if (status == BUSY && isToComeBack) {
      refused++;
    } else if (status >= SERVER_ERROR) {
      faults.add("status " + status);
    } else {
      nanos.add(took);
    }
  }

  /** Takes that there was no answer. */
  synchronized void addFault(String what) {
    faults.add(what);
  }

  /** How many were answered. */
  synchronized int answered() {
    return nanos.size();
  }

  /** How many were told to come back. */
  synchronized int refused() {
    return refused;
  }

  /** What no client may see. */
  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  /** How long a share of the answers took at the most, in milliseconds; 0 where there are none. */
  synchronized double millis(double share) {
    if (nanos.isEmpty()) {
      return 0;
    }
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    int at = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.clamp(at, 0, sorted.size() - 1)) / 1e6;
  }
}
