package govsearch.ingest.sync;

import govsearch.ingest.extract.ReadFailure;
import govsearch.ingest.manifest.Manifest;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the files below a folder. */
final class FileFinder {

  /**
   * A file.
   *
   * @param path below the root, with {@code /}
   * @param shown as a person would name it: the root as given, and the path
   * @param stamp null where there is a reason not to read it
   * @param reason why it cannot be read, in Chinese; null where it can be tried
   */
  record Found(
      Path file, String path, String shown, @Nullable Stamp stamp, @Nullable String reason) {}

  /**
   * A folder, or part of one, that could not be looked through: what was in it may still be there.
   *
   * @param path below the root; empty for the root itself
   */
  record Unread(Path folder, String path, String shown, String reason) {}

  /** What there is below a root, in the order of the paths, and what could not be seen. */
  record Listing(List<Found> files, List<Unread> unread) {}

  private FileFinder() {}

  /**
   * All files below a root. Hidden ones, which editors and file managers leave behind, are no one's
   * reports and are passed over; so is the manifest.
   */
  static Listing find(Path root, String shown) {
    Listing listing = new Listing(new ArrayList<>(), new ArrayList<>());
    try {
      // A link that is named is followed; those below are not, for they may run in a circle.
      Path start = Files.isSymbolicLink(root) ? root.toRealPath() : root;
      Files.walkFileTree(start, new Visitor(start, shown, listing));
    } catch (IOException e) {
      listing.unread.add(new Unread(root, "", shown, ReadFailure.reason(e)));
    }
    listing.files.sort(Comparator.comparing(Found::path));
    return listing;
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final String shownRoot;
    private final Listing listing;

    Visitor(Path root, String shownRoot, Listing listing) {
      this.root = root;
      this.shownRoot = shownRoot;
      this.listing = listing;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
      return !dir.equals(root) && isHidden(dir)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!file.equals(root) && (isHidden(file) || isManifest(file))) {
        return FileVisitResult.CONTINUE;
      }
      Stamp stamp = null;
      String reason = null;
      try {
        if (attributes.isRegularFile() || Files.isRegularFile(file)) {
          stamp = Stamp.of(file);
        } else {
          reason = whyNoFile(file);
        }
      } catch (IOException e) {
        reason = ReadFailure.reason(e);
      }
      listing.files.add(new Found(file, path(file), shown(file), stamp, reason));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      boolean missing = file.equals(root) && e instanceof NoSuchFileException;
      unread(file, missing ? "目录不存在，或没有挂载" : ReadFailure.reason(e));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) {
      if (e != null) {
        unread(dir, "目录没有读完：" + e.getMessage());
      }
      return FileVisitResult.CONTINUE;
    }

    private void unread(Path dir, String reason) {
      listing.unread.add(new Unread(dir, dir.equals(root) ? "" : path(dir), shown(dir), reason));
    }

    private String path(Path file) {
      return FileNames.slashed(file.equals(root) ? file.getFileName() : root.relativize(file));
    }

    private String shown(Path file) {
      return file.equals(root) ? shownRoot : shownRoot + "/" + path(file);
    }

    private static String whyNoFile(Path file) {
      if (!Files.isSymbolicLink(file)) {
        return "不是普通文件";
      }
      return Files.isDirectory(file) ? "是指向目录的链接，没有跟进去" : "链接指向的文件不存在";
    }

    private boolean isManifest(Path file) {
      return file.equals(root.resolve(Manifest.FILE));
    }

    private static boolean isHidden(Path path) {
      return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }
  }
}
