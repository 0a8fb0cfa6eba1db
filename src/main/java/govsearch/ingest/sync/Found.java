package govsearch.ingest.sync;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file. There may be hundreds of thousands of them, so nothing is held that the others tell.
 *
 * @param path below the root, with {@code /}
 * @param elsewhere where the file is, if not where its path says
 * @param stamp null where there is a reason not to read it
 * @param reason why it cannot be read, in Chinese; null where it can be tried
 */
record Found(
    Base base,
    String path,
    @Nullable Path elsewhere,
    @Nullable Stamp stamp,
    @Nullable String reason) {

  /**
   * What was looked through.
   *
   * @param folder where it is, links to it followed; a file where a single one was named
   * @param shown as a person names it
   */
  record Base(Path folder, String shown) {

    /** Where a path below it leads; null where there can be no such file. */
    private @Nullable Path file(String path) {
      try {
        return folder.resolve(path);
      } catch (InvalidPathException e) {
        return null;
      }
    }
  }

  static Found of(
      Base base, Path file, String path, @Nullable Stamp stamp, @Nullable String reason) {
    return new Found(base, path, file.equals(base.file(path)) ? null : file, stamp, reason);
  }

  Path file() {
    return elsewhere == null ? base.folder.resolve(path) : elsewhere;
  }

  /** As a person would name it: the root as given, and the path. */
  String shown() {
    return path.isEmpty() || base.folder.equals(elsewhere) ? base.shown : base.shown + "/" + path;
  }

  /** The same for which there is a reason not to read it. */
  Found unread(String why) {
    return new Found(base, path, elsewhere, null, why);
  }

  /** The same under another path. */
  Found named(String other) {
    return of(base, file(), other, stamp, reason);
  }
}
