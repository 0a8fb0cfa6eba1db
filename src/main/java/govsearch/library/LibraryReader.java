package govsearch.library;

import govsearch.engine.CollectionSize;
import govsearch.engine.InvalidCursorException;
import govsearch.report.YearDoubt;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what is known of a collection beside its reports: its files, its runs, its extent. */
public interface LibraryReader {

  /**
   * Which state of the collection this is: another number after each commit. An answer that was
   * given without something that is read of it afterwards says so by {@link
   * govsearch.engine.Deadline#waive}.
   */
  long state();

  /** The whole at a glance. */
  Overview overview();

  /** The folders that files stand below, in the order in which they came. */
  List<String> folders();

  /**
   * The files of which something was not taken, by folder and path.
   *
   * @param size how many files at the most
   * @param cursor where the page before ended, or null
   * @throws InvalidCursorException if the cursor is none of this list
   */
  SkippedPage skipped(int size, @Nullable String cursor);

  /** What became of the file at a path below a root; empty if there is none. */
  Optional<FileRecord> file(String root, String path);

  /**
   * A collection at a glance.
   *
   * @param files how many are known, skipped ones among them
   * @param skipped of how many something was not taken
   * @param folders that the files stand below, in the order in which they came
   * @param years reports by year, newest first; those of years that have not begun behind the
   *     others, those without a year last
   * @param regions reports by outermost region, most first
   * @param runs the last ones, newest first
   */
  record Overview(
      CollectionSize size,
      long files,
      long skipped,
      List<String> folders,
      List<Count> years,
      List<Count> regions,
      List<RunRecord> runs) {

    public Overview {
      years = YearDoubt.behindOthers(years, Count::year);
    }
  }

  /** How many reports have a value; the value for unknown ones is that of facets. */
  record Count(String value, long reports) {

    /** The value as a year; null where it is none. */
    public @Nullable Integer year() {
      boolean digits = value.chars().allMatch(c -> c >= '0' && c <= '9');
      return digits && value.length() == 4 ? Integer.valueOf(value) : null;
    }
  }

  /** A page of skipped files, with how many there are in all. */
  record SkippedPage(long total, List<FileRecord> files, @Nullable String nextCursor) {}
}
