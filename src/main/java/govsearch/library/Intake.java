package govsearch.library;

import govsearch.report.Report;
import java.util.List;
import java.util.Map;

/** Takes and drops single files while a collection is being searched. */
public interface Intake {

  /**
   * What a file would give; nothing is kept of it.
   *
   * @param path that it would stand at, with {@code /}: folders may name regions
   * @param said over what is read, as in {@link #correct}
   * @throws IntakeRefusedException if it would not be taken
   */
  Receipt preview(String path, byte[] bytes, Map<Correctable, String> said);

  /**
   * Keeps a file and takes its reports; they are found from then on.
   *
   * @param replace whether another file at the path may go
   * @param said over what is read, as in {@link #correct}; of a file that gives one report only
   * @throws IntakeRefusedException if it is not taken
   */
  Receipt add(String path, byte[] bytes, boolean replace, Map<Correctable, String> said);

  /** The same, of what was read rightly. */
  default Receipt add(String path, byte[] bytes, boolean replace) {
    return add(path, bytes, replace, Map.of());
  }

  /**
   * Corrects what was read of a report, from now on and through every rebuild.
   *
   * @param said only of what changes: 未注明 for none whatever was read, empty for what was read
   * @return the report as it is found now
   * @throws IntakeRefusedException if there is none, or a value cannot be meant
   */
  Report correct(String reportId, Map<Correctable, String> said);

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
