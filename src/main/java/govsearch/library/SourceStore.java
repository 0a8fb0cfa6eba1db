package govsearch.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Keeps the files that reports were read from, by the hash of their bytes, so that a link to a
 * source outlives the folder it came from. A file is there whole or not at all.
 */
public final class SourceStore {

  private static final String FOLDER = "sources";
  private static final String PACKED = ".gz";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;

  /**
   * The store of an index.
   *
   * @param index the index's directory
   */
  public SourceStore(Path index) {
    folder = index.resolve(FOLDER);
  }

  /**
   * Keeps a file; one that is kept already is left as it is.
   *
   * @param sha256 of {@code bytes}, lower-case hexadecimal
   */
  public void keep(String sha256, byte[] bytes) throws IOException {
    Path file = file(sha256);
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Path temporary = Files.createTempFile(file.getParent(), "keep", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        GZIPOutputStream out = new GZIPOutputStream(Channels.newOutputStream(channel));
        out.write(bytes);
        out.finish();
        channel.force(true); // a power cut must not leave a name without its bytes
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Whether a file is kept. */
  public boolean contains(String sha256) {
    return Files.exists(file(sha256));
  }

  /** Opens a file as it came; empty if it is not kept. The caller closes it. */
  public Optional<InputStream> open(String sha256) throws IOException {
    Path file = file(sha256);
    return Files.exists(file)
        ? Optional.of(new GZIPInputStream(Files.newInputStream(file)))
        : Optional.empty();
  }

  /** Drops files that no report needs any more; one that is not kept is no error. */
  public void drop(Collection<String> sha256s) throws IOException {
    for (String sha256 : sha256s) {
      Files.deleteIfExists(file(sha256));
    }
  }

  /** Drops what runs that were killed have left half written. Only for who alone writes. */
  public void dropLeftovers() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path part : parts) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(part, "keep*.tmp")) {
          for (Path file : left) {
            Files.deleteIfExists(file);
          }
        }
      }
    }
  }

  /** Drops every file but those that are needed, and what interrupted runs have left. */
  public void retain(Predicate<String> isNeeded) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> dropped = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .filter(file -> !isNeeded.test(sha256(file)))
          .forEach(dropped::add);
    }
    for (Path file : dropped) {
      Files.deleteIfExists(file);
    }
  }

  /** By which a kept file is known. */
  private static String sha256(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
  }

  private Path file(String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256 + PACKED);
  }
}
