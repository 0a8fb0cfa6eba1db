package govsearch.library;

import govsearch.report.Report;

/** Reads a report that is not to be kept: what somebody is still writing. Nothing of it stays. */
public interface DraftReader {

  /**
   * The report that a file gives, with its region completed as it would be in the collection.
   *
   * @param name the file's, of which only what is behind the last separator counts
   * @throws IntakeRefusedException if it gives none, or is an archive of several
   */
  Report read(String name, byte[] bytes);

  /**
   * The report that a text gives which somebody has pasted.
   *
   * @throws IntakeRefusedException if it gives none
   */
  Report read(String text);
}
