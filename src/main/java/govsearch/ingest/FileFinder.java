package govsearch.ingest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Lists the files below a folder. */
final class FileFinder {

  /**
   * A file.
   *
   * @param path below the root, with {@code /}
   * @param shown as a person would name it: the root as given, and the path
   */
  record Found(Path file, String path, String shown) {}

  private FileFinder() {}

  /**
   * All regular files below a root in the order of their paths. Hidden ones, which editors and file
   * managers leave behind, are no one's reports and are passed over; so is the manifest.
   *
   * @param skipped is told of what cannot be read, and why
   */
  static List<Found> find(Path root, BiConsumer<String, String> skipped) {
    List<Found> found = new ArrayList<>();
    try {
      // A link that is named is followed; those below are not, for they may run in a circle.
      Path start = Files.isSymbolicLink(root) ? root.toRealPath() : root;
      Files.walkFileTree(start, new Visitor(start, root, found, skipped));
    } catch (IOException e) {
      skipped.accept(root.toString(), Ingest.reason(e));
    }
    found.sort(Comparator.comparing(Found::path));
    return found;
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Path shownRoot;
    private final List<Found> found;
    private final BiConsumer<String, String> skipped;

    Visitor(Path root, Path shownRoot, List<Found> found, BiConsumer<String, String> skipped) {
      this.root = root;
      this.shownRoot = shownRoot;
      this.found = found;
      this.skipped = skipped;
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
      if (attributes.isRegularFile() || Files.isRegularFile(file)) {
        String path = FileNames.slashed(file.equals(root) ? file.getFileName() : below(file));
        found.add(new Found(file, path, shown(file)));
      } else {
        skipped.accept(shown(file), whyNoFile(file));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      skipped.accept(shown(file), Ingest.reason(e));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) {
      if (e != null) {
        skipped.accept(shown(dir), "目录没有读完：" + e.getMessage());
      }
      return FileVisitResult.CONTINUE;
    }

    private Path below(Path file) {
      return root.relativize(file);
    }

    /** As a person would name it: the root as given, and the path. */
    private String shown(Path file) {
      return file.equals(root)
          ? shownRoot.toString()
          : shownRoot + "/" + FileNames.slashed(below(file));
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
