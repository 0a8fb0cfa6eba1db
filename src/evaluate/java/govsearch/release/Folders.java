package govsearch.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders. */
final class Folders {

  private Folders() {}

  /** What is in a folder and below, in one order everywhere; itself first. */
  static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  static void copy(Path from, Path to) throws IOException {
    for (Path file : all(from)) {
      Files.copy(file, to.resolve(from.relativize(file)));
    }
  }

  static void setTimes(Path folder, FileTime time) throws IOException {
    for (Path file : all(folder)) {
      Files.setLastModifiedTime(file, time);
    }
  }
}
