package govsearch.library;

import govsearch.engine.CollectionSize;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of files, looked up: a question costs what it asks for, and never the whole.
 * Answers are as of the last commit; what was written since may be seen or not. Safe for use by
 * many threads.
 */
public interface Ledger {

  /** The folders that files stand below, in the order in which they came. */
  List<Folder> folders();

  /** What became of the file at a path below a root; empty if there is none. */
  Optional<FileRecord> file(String root, String path);

  /**
   * The files of a folder, or of a part of one, in the {@linkplain FileRecord#PATHS order of
   * paths}. Holds one at a time.
   *
   * @param below a path below the root, whose file is meant and all that stand below it; empty for
   *     the whole folder
   */
  Glances glances(String root, String below);

  /** The files that give a report of this content. */
  List<FileRecord> giving(String content);

  /** The files that give a report under this id, be it in the index under another's. */
  List<FileRecord> naming(String reportId);

  /** The files that give a report whose source has this hash. */
  List<FileRecord> from(String sha256);

  /** The files whose path, in whichever root and Unicode form, is this one. */
  List<FileRecord> alike(String path);

  /** Whether more than one file is at a path, in whichever root and Unicode form. */
  boolean isShared(String path);

  /** Whether a file, or a report that it gives, is of this source. */
  boolean isNeeded(String sha256);

  /** How much the index holds. */
  CollectionSize size();

  /**
   * A folder.
   *
   * @param root as {@link FileRecord#root} has it
   * @param order its place among all
   */
  record Folder(String root, int order) {}

  /**
   * As much of a file as tells whether anything is to be done.
   *
   * @param path below its root
   * @param fingerprint as of {@link FileRecord#fingerprint(String, String)}
   * @param reports whether it gave any
   * @param skipped whether anything of it was not taken
   * @param sources hashes of what its reports were read from
   */
  record Glance(
      String path, String fingerprint, boolean reports, boolean skipped, List<String> sources) {

    public Glance {
      sources = List.copyOf(sources);
    }

    /** Of a file. */
    public static Glance of(FileRecord file) {
      return new Glance(
          file.path(),
          FileRecord.fingerprint(file.stamp(), file.version()),
          !file.reports().isEmpty(),
          !file.skipped().isEmpty(),
          file.reports().stream().map(given -> given.source().sha256()).toList());
    }
  }

  /** Files, one after the other. For one thread. */
  interface Glances extends AutoCloseable {

    /** The next one; null behind the last. */
    @Nullable Glance next();

    @Override
    void close();
  }
}
