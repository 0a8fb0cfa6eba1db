package govsearch.engine.lucene.search;

import govsearch.engine.lucene.snapshot.Segment;

/**
 * Some of the reports, evenly spread: one of every two, four, eight, so that the reports of a
 * smaller sample are in the larger ones, and a collection that grows a little has nearly the same.
 */
final class ReportSample {

  private static final long ODD = 0x9E3779B97F4A7C15L;

  private final int halvings;

  private ReportSample(int halvings) {
    this.halvings = halvings;
  }

  /** Reports that take some {@code most} of {@code work}; all where there is no more. */
  static ReportSample of(long work, long most) {
    int halvings = 0;
    while (work >> halvings > most) {
      halvings++;
    }
    return new ReportSample(halvings);
  }

  boolean isWhole() {
    return halvings == 0;
  }

  /** Twice as many. */
  ReportSample larger() {
    return new ReportSample(halvings - 1);
  }

  /**
   * Whether a report is taken: by what it is alone, and not by where the index has it, so that one
   * that is built or merged otherwise gives the same. An id begins with forty bits of a hash.
   */
  boolean has(Segment segment, int report) {
    if (halvings == 0) {
      return true;
    }
    long mixed = segment.idBeginning(report) * ODD;
    mixed = (mixed ^ (mixed >>> 32) ^ segment.year(report)) * ODD;
    return (mixed >>> (Long.SIZE - halvings)) == 0;
  }
}
