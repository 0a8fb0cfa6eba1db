package govsearch.ingest.sync;

import govsearch.library.IntakeRefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that came over HTTP, in a folder beside the index, which every rebuild and sync reads as
 * well. A file arrives beside them, hidden, and takes its place once the index has its report. So
 * what a process that was killed leaves there was never acknowledged, and is dropped.
 */
final class UploadFolder {

  private static final String FOLDER = "uploads";

  /** Hidden, so that no run takes what is in it for reports. */
  private static final String ARRIVING = ".arriving";

  private static final int LONGEST_NAME = 200;
  private static final int DEEPEST = 6;

  private final Path folder;

  private UploadFolder(Path folder) {
    this.folder = folder;
  }

  /** Of an index; it need not be there. */
  static UploadFolder of(Path index) {
    return new UploadFolder(index.resolve(FOLDER));
  }

  /** By the folder itself. */
  static UploadFolder at(Path folder) {
    return new UploadFolder(folder);
  }

  Path path() {
    return folder;
  }

  boolean exists() {
    return Files.isDirectory(folder);
  }

  /** Writes a file that is to be taken in, on disk when this returns. */
  Path receive(byte[] bytes) throws IOException {
    Path arriving = Files.createDirectories(folder.resolve(ARRIVING));
    Path file = Files.createTempFile(arriving, "", ".tmp");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    return file;
  }

  /** Gives a file that was taken in its place, in place of what is there. */
  static void settle(Path received, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Files.move(
        received, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Drops what arrived and was not taken in. Only for who alone changes the collection.
   *
   * @return how many files there were
   */
  int dropLeftovers() throws IOException {
    if (!exists()) {
      return 0;
    }
    List<Path> left = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile).filter(this::isLeft).forEach(left::add);
    }
    for (Path file : left) {
      Files.deleteIfExists(file);
    }
    return left.size();
  }

  /** Also by the name that older versions gave to files while they wrote them. */
  private boolean isLeft(Path file) {
    String name = String.valueOf(file.getFileName());
    return file.startsWith(folder.resolve(ARRIVING))
        || (name.startsWith(".upload") && name.endsWith(".tmp"));
  }

  /** The file of a path, which stays within the folder whatever the path is. */
  Path target(String path) {
    String[] names = path.split("/", -1);
    boolean isGood = names.length <= DEEPEST;
    for (String name : names) {
      isGood &=
          !name.isBlank()
              && name.strip().equals(name)
              && !name.startsWith(".")
              && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
              && name.chars().noneMatch(c -> c < ' ' || "\\:*?\"<>|\u007F".indexOf(c) >= 0);
    }
    Path target = isGood ? folder.resolve(path).normalize() : folder;
    if (!isGood || !target.startsWith(folder) || Files.isDirectory(target)) {
      throw new IntakeRefusedException(
          IntakeRefusedException.Cause.BAD_PATH,
          "path 应是 县/文件名.txt 这样的相对路径：最多 " + DEEPEST + " 层，各层不以 . 开头，不含 \\ : * ? \" < > | 和控制字符");
    }
    return target;
  }
}
