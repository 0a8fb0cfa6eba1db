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
   * managers leave behind, are no one's reports and are passed over.
   *
   * @param skipped is told of what cannot be read, and why
   */
  static List<Found> find(Path root, BiConsumer<String, String> skipped) {
    List<Found> found = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Visitor(root, found, skipped));
    } catch (IOException e) {
      skipped.accept(root.toString(), Ingest.reason(e));
    }
    found.sort(Comparator.comparing(Found::path));
    return found;
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Found> found;
    private final BiConsumer<String, String> skipped;

    Visitor(Path root, List<Found> found, BiConsumer<String, String> skipped) {
      this.root = root;
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
      if (isHidden(file)) {
        return FileVisitResult.CONTINUE;
      }
      if (attributes.isRegularFile() || Files.isRegularFile(file)) {
        Path below = file.equals(root) ? file.getFileName() : root.relativize(file);
        found.add(new Found(file, slashed(below), file.toString()));
      } else {
        skipped.accept(file.toString(), "不是普通文件");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      skipped.accept(file.toString(), Ingest.reason(e));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) {
      if (e != null) {
        skipped.accept(dir.toString(), "目录没有读完：" + e.getMessage());
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
      return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    private static String slashed(Path path) {
      List<String> names = new ArrayList<>();
      path.forEach(name -> names.add(name.toString()));
      return String.join("/", names);
    }
  }
}
