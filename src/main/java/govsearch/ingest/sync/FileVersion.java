package govsearch.ingest.sync;

import govsearch.ingest.FileReading;
import govsearch.library.FileRecord;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Of all that decides, beside a file's bytes, what becomes of it: what its record says of that. */
final class FileVersion {

  private FileVersion() {}

  /** Of a file whose path nobody else has. */
  static String of(String root, String path, Corrections said) {
    return FileReading.VERSION + '|' + said.version(root, path);
  }

  /** Of a known file, as a run would give it now. */
  static String of(FileRecord file, Corrections said) {
    return of(file.root(), file.path(), said) + mark(file);
  }

  /** What a version ends with whose file's id is not that of its path alone. */
  static String mark(FileRecord file) {
    return file.version().endsWith(Plan.ID_WITH_ROOT) ? Plan.ID_WITH_ROOT : "";
  }

  /**
   * Those of some archives that the next run reads again.
   *
   * @param files that give reports, archives or not
   * @param said what a run would be told now; asked for where there is an archive
   */
  static Set<FileRecord> oldArchives(Set<FileRecord> files, Supplier<Corrections> said) {
    Set<FileRecord> archives =
        files.stream().filter(FileVersion::isArchive).collect(Collectors.toSet());
    if (!archives.isEmpty()) {
      Corrections now = said.get();
      archives.removeIf(file -> file.version().equals(of(file, now)));
    }
    return archives;
  }

  private static boolean isArchive(FileRecord file) {
    return !file.reports().getFirst().source().path().equals(file.path());
  }
}
