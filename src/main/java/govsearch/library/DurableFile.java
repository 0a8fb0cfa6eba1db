package govsearch.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there whole, and on disk, or not at all. */
final class DurableFile {

  /** Names of what a run that was killed may leave. */
  static final String LEFTOVERS = "keep*.tmp";

  private DurableFile() {}

  /** Copies a file to a place where there is none. */
  static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to);
    try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Writes a file in place of the one that may be there. */
  static void write(Path file, ByteBuffer bytes) throws IOException {
    Path temporary = Files.createTempFile(file.getParent(), "keep", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
