package govsearch.ingest.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/**
 * What a file system tells of a file without reading it. Equal stamps mean equal bytes, if the file
 * had rested for a while when it was read: times have a coarse grain, so that a file may be written
 * twice within one.
 *
 * @param text size, times and number of the file
 * @param changedAt when it was last changed, in milliseconds since 1970
 */
record Stamp(String text, long bytes, long changedAt) {

  /** The coarsest times in use are FAT's. */
  private static final long GRAIN_MILLIS = 2_000;

  /**
   * Of a file, or of what a link leads to. Where there are Unix times, the time of the last change
   * counts, which no program can set back.
   */
  static Stamp of(Path file) throws IOException {
    try {
      Map<String, Object> unix = Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,ino");
      if (unix.get("size") instanceof Long bytes && unix.get("ctime") instanceof FileTime changed) {
        String text =
            bytes + " " + unix.get("lastModifiedTime") + " " + changed + " " + unix.get("ino");
        return new Stamp(text, bytes, changed.toMillis());
      }
      return portable(file);
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return portable(file);
    }
  }

  private static Stamp portable(Path file) throws IOException {
    BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
    FileTime modified = basic.lastModifiedTime();
    return new Stamp(basic.size() + " " + modified, basic.size(), modified.toMillis());
  }

  /**
   * The text to keep of a file that is read from now on; empty if it proves nothing.
   *
   * @param now in milliseconds since 1970
   */
  String kept(long now) {
    return hasRested(now, GRAIN_MILLIS) ? text : "";
  }

  /** Whether nobody has written to the file for a while. */
  boolean hasRested(long now, long millis) {
    return changedAt < now - millis;
  }
}
