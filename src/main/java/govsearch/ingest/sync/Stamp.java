package govsearch.ingest.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a file system tells of a file without reading it. Equal stamps mean equal bytes, if the file
 * had rested for a while when it was read: times have a coarse grain, so that a file may be written
 * twice within one.
 *
 * @param bytes its size
 * @param modified when its bytes were written last, in nanoseconds since 1970
 * @param changed when anything of it was changed last, in nanoseconds since 1970
 * @param number of the file; null where there are none, nor a time that no program can set back
 */
record Stamp(long bytes, long modified, long changed, @Nullable Object number) {

  /** The coarsest times in use are FAT's. */
  private static final long GRAIN_MILLIS = 2_000;

  /**
   * Of a file, or of what a link leads to. Where there are Unix times, the time of the last change
   * counts, which no program can set back.
   */
  static Stamp of(Path file) throws IOException {
    try {
      Map<String, Object> unix = Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,ino");
      if (unix.get("size") instanceof Long bytes
          && unix.get("lastModifiedTime") instanceof FileTime modified
          && unix.get("ctime") instanceof FileTime changed) {
        Object number = Objects.requireNonNullElse(unix.get("ino"), "null");
        return new Stamp(bytes, nanos(modified), nanos(changed), number);
      }
      return portable(file);
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return portable(file);
    }
  }

  private static Stamp portable(Path file) throws IOException {
    BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
    long modified = nanos(basic.lastModifiedTime());
    return new Stamp(basic.size(), modified, modified, null);
  }

  /** Times before 1677 and after 2262 become the first and the last that there are. */
  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }

  /** Size, times and number as the ledger keeps them. */
  String text() {
    FileTime modifiedAt = FileTime.from(modified, TimeUnit.NANOSECONDS);
    return number == null
        ? bytes + " " + modifiedAt
        : bytes
            + " "
            + modifiedAt
            + " "
            + FileTime.from(changed, TimeUnit.NANOSECONDS)
            + " "
            + number;
  }

  /**
   * The text to keep of a file that is read from now on; empty if it proves nothing.
   *
   * @param now in milliseconds since 1970
   */
  String kept(long now) {
    return hasRested(now, GRAIN_MILLIS) ? text() : "";
  }

  /** When anything of the file was changed last, in milliseconds since 1970. */
  long changedAt() {
    return TimeUnit.NANOSECONDS.toMillis(changed);
  }

  /** Whether nobody has written to the file for a while. */
  boolean hasRested(long now, long millis) {
    return changedAt() < now - millis;
  }
}
