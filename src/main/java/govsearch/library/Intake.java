package govsearch.library;

import govsearch.report.Report;
import java.util.List;

/** Takes and drops single files while a collection is being searched. */
public interface Intake {

  /**
   * What a file would give; nothing is kept of it.
   *
   * @param path that it would stand at, with {@code /}: folders may name regions
   * @throws IntakeRefusedException if it would not be taken
   */
  Receipt preview(String path, byte[] bytes);

  /**
   * Keeps a file and takes its reports; they are found from then on.
   *
   * @param replace whether another file at the path may go
   * @throws IntakeRefusedException if it is not taken
   */
  Receipt add(String path, byte[] bytes, boolean replace);

  /**
   * Drops a report and the files that it came from, all of which were taken here.
   *
   * @throws IntakeRefusedException if there is none, or it comes from elsewhere too
   */
  void remove(String reportId);

  /**
   * What a file gave.
   *
   * @param skipped members of an archive that were not taken
   * @param notes what there is to know about what was taken, in Chinese
   */
  record Receipt(List<Report> reports, List<FileRecord.Skipped> skipped, List<String> notes) {}
}
