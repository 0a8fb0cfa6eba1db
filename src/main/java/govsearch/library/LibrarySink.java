package govsearch.library;

import govsearch.engine.IndexSink;
import govsearch.report.Report;
import java.util.Optional;

/**
 * An index sink that also keeps a ledger of the files that its reports came from. What is recorded
 * becomes durable by the same commit as what is put and removed. Safe for use by many threads, save
 * that the order of two threads' changes to one report or file is theirs to see to.
 */
public interface LibrarySink extends IndexSink {

  /**
   * What is recorded of files, as of the last commit or {@link #refreshLedger()}; nothing when
   * rebuilding, until the first of either.
   */
  Ledger ledger();

  /** Has the ledger tell all that was recorded by now, committed or not. */
  void refreshLedger();

  /** Writes what became of a file, in place of what was known of it. */
  void record(FileRecord file);

  /** Forgets a file; one that is not known is no error. */
  void forget(String root, String path);

  /** Writes of a run, in place of what was written of the one that started at the same time. */
  void record(RunRecord run);

  /** A report as it was put last, committed or not; empty if there is none of that very id. */
  Optional<Report> report(String reportId);

  /**
   * Rewrites what replaced and removed reports have left in the index, as far as that costs little:
   * it counts in the weights of words until then. Done behind a commit, and committed by itself.
   */
  void tidy();

  /**
   * Waits for what goes on behind the commits, and commits what comes of it. For whoever is about
   * to go away: a merge that is broken off each time is begun each time, and never ends.
   */
  default void settle() {}
}
