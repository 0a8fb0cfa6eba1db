package govsearch.library;

import java.util.List;

/**
 * One run that changed or checked a collection, or one upload. Numbers are of files.
 *
 * @param kind {@code index}, {@code sync}, {@code watch}, {@code upload}, {@code delete} or {@code
 *     correct}
 * @param started in UTC, as ISO 8601
 * @param finished false for a run that goes on, or was cut short
 * @param folders that were looked through
 * @param skipped of those that were read in this run
 */
public record RunRecord(
    String kind,
    String started,
    boolean finished,
    double seconds,
    List<String> folders,
    int added,
    int replaced,
    int removed,
    int unchanged,
    int skipped) {

  public RunRecord {
    folders = List.copyOf(folders);
  }
}
