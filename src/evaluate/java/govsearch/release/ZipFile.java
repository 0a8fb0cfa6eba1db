package govsearch.release;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;

/** A folder as a zip that keeps what may be executed. */
final class ZipFile {

  private ZipFile() {}

  /**
   * Writes one; it is there whole or not at all.
   *
   * @param root stands in it under its own name
   * @return the zip
   */
  static Path of(Path root, Path zip) throws IOException {
    Path begun = zip.resolveSibling(zip.getFileName() + ".tmp");
    Files.deleteIfExists(begun);
    boolean posix = Files.getFileStore(root).supportsFileAttributeView("posix");
    Path above = root.toAbsolutePath().getParent();
    if (above == null) {
      throw new IOException("no folder: " + root);
    }
    try (FileSystem file =
        FileSystems.newFileSystem(
            begun, Map.of("create", "true", "enablePosixFileAttributes", "true"))) {
      for (Path from : Folders.all(root)) {
        Path to =
            file.getPath(
                "/" + above.relativize(from.toAbsolutePath()).toString().replace('\\', '/'));
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
        if (posix) {
          Set<PosixFilePermission> may = Files.getPosixFilePermissions(from);
          may.remove(PosixFilePermission.GROUP_WRITE);
          may.remove(PosixFilePermission.OTHERS_WRITE);
          may.add(PosixFilePermission.OWNER_WRITE);
          may.add(PosixFilePermission.GROUP_READ);
          may.add(PosixFilePermission.OTHERS_READ);
          if (may.contains(PosixFilePermission.OWNER_EXECUTE)) {
            may.add(PosixFilePermission.GROUP_EXECUTE);
            may.add(PosixFilePermission.OTHERS_EXECUTE);
          }
          Files.setPosixFilePermissions(to, may);
        }
      }
    }
    return Files.move(begun, zip, StandardCopyOption.REPLACE_EXISTING);
  }
}
