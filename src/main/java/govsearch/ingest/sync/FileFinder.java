package govsearch.ingest.sync;

import govsearch.ingest.extract.LeftBehind;
import govsearch.ingest.extract.ReadFailure;
import govsearch.ingest.manifest.Manifest;
import govsearch.library.FileRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the files below a folder. */
final class FileFinder {

  /**
   * A folder, or part of one, that could not be looked through: what was in it may still be there.
   *
   * @param path below the root; empty for the root itself
   */
  record Unread(Path folder, String path, String reason) {}

  /** As the ledger is ordered. */
  private static final Comparator<Found> BY_PATH =
      Comparator.comparing(Found::path, FileRecord.PATHS).thenComparing(Found::file);

  /** What there is below a root, in the order of the paths, and what could not be seen. */
  record Listing(Found.Base base, List<Found> files, List<Unread> unread) {

    /** The same with what could not be seen among the files, as such that cannot be read. */
    List<Found> all() {
      List<Found> all = new ArrayList<>(files);
      for (Unread part : unread) {
        all.add(Found.of(base, part.folder(), part.path(), null, part.reason()));
      }
      all.sort(BY_PATH);
      return all;
    }

    /** Whether a file may still be there, in a part that could not be looked through. */
    boolean mayHold(String path) {
      return unread.stream().anyMatch(part -> FileFinder.isBelow(path, part.path()));
    }

    /** The same with another file at a path, be there one now or not. */
    Listing with(Path file, String path) {
      List<Found> changed = new ArrayList<>(files);
      changed.removeIf(found -> found.path().equals(path));
      try {
        changed.add(Found.of(base, file, path, Stamp.of(file), null));
      } catch (IOException e) {
        changed.add(Found.of(base, file, path, null, ReadFailure.reason(e)));
      }
      changed.sort(BY_PATH);
      return new Listing(base, changed, unread);
    }
  }

  private FileFinder() {}

  /**
   * All files below a root. Hidden ones and others that programs leave behind are no one's reports
   * and are passed over; so is the manifest.
   */
  static Listing find(Path root, String shown) {
    return find(root, shown, "");
  }

  /**
   * The files of a part of a root: the one at a path, or all below it.
   *
   * @param below a path below the root, at which there need be nothing; empty for the whole
   */
  static Listing find(Path root, String shown, String below) {
    Listing listing =
        new Listing(new Found.Base(root, shown), new ArrayList<>(), new ArrayList<>());
    try {
      // A link that is named is followed; those below are not, for they may run in a circle.
      Path start = Files.isSymbolicLink(root) ? root.toRealPath() : root;
      listing = new Listing(new Found.Base(start, shown), listing.files, listing.unread);
      Path part = below.isEmpty() ? start : start.resolve(below);
      boolean isToLookAt = below.isEmpty() || Files.exists(part, LinkOption.NOFOLLOW_LINKS);
      if (isToLookAt && !isInHidden(start.relativize(part))) {
        Files.walkFileTree(part, new Visitor(listing));
      }
    } catch (IOException e) {
      listing.unread.add(new Unread(root, below, ReadFailure.reason(e)));
    }
    listing.files.sort(BY_PATH);
    tellApart(root, listing.files);
    return listing;
  }

  /** Whether there is no file below a root, or one cannot see any. */
  static boolean isEmpty(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.noneMatch(Files::isRegularFile);
    } catch (IOException | UncheckedIOException e) {
      return true;
    }
  }

  private static boolean isInHidden(Path below) {
    for (Path name : below) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a path is that of a folder, or of something in it; everything is below the root. */
  static boolean isBelow(String path, String folder) {
    return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
  }

  /** Names that differ in their encoding only read alike. */
  private static void tellApart(Path root, List<Found> files) {
    Set<String> paths = new HashSet<>();
    for (int i = 0; i < files.size(); i++) {
      Found found = files.get(i);
      if (!paths.add(found.path()) && found.file().startsWith(root)) {
        files.set(i, found.named(FileNames.escaped(root.relativize(found.file()))));
      }
    }
    files.sort(BY_PATH);
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Listing listing;

    Visitor(Listing listing) {
      this.root = listing.base.folder();
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
      if (!file.equals(root)
          && (isHidden(file)
              || isManifest(file)
              || LeftBehind.is(String.valueOf(file.getFileName())))) {
        return FileVisitResult.CONTINUE;
      }
      Stamp stamp = null;
      String reason = null;
      try {
        reason = attributes.isSymbolicLink() ? whyNotFollowed(file) : null;
        if (reason == null && !attributes.isSymbolicLink() && !attributes.isRegularFile()) {
          reason = "不是普通文件";
        }
        stamp = reason == null ? Stamp.of(file) : null;
      } catch (IOException e) {
        reason = ReadFailure.reason(e);
      }
      listing.files.add(Found.of(listing.base, file, path(file), stamp, reason));
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
        unread(dir, "目录没有读完：" + ReadFailure.reason(e));
      }
      return FileVisitResult.CONTINUE;
    }

    private void unread(Path dir, String reason) {
      listing.unread.add(new Unread(dir, dir.equals(root) ? "" : path(dir), reason));
    }

    private String path(Path file) {
      return FileNames.slashed(file.equals(root) ? file.getFileName() : root.relativize(file));
    }

    /** Whoever may write to the folder must not have other files of this machine shown for it. */
    private @Nullable String whyNotFollowed(Path link) throws IOException {
      if (!Files.exists(link)) {
        return "链接指向的文件不存在";
      }
      if (!isInside(link.toRealPath())) {
        return "是指向报告目录之外的链接，没有跟进去";
      }
      if (Files.isDirectory(link)) { // what is in it is met where it stands, and it may be a circle
        return "是指向目录的链接，没有跟进去";
      }
      return Files.isRegularFile(link) ? null : "链接指向的不是普通文件";
    }

    private boolean isInside(Path real) throws IOException {
      return real.startsWith(root.toRealPath());
    }

    private boolean isManifest(Path file) {
      return file.equals(root.resolve(Manifest.FILE));
    }

    private static boolean isHidden(Path path) {
      return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }
  }
}
