package govsearch.ingest.extract;

import govsearch.files.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An archive's files, kept under numbers in a folder of their own until this is closed. */
public final class UnpackedArchive implements AutoCloseable, WorkerProcess.Members {

  private final Path folder;
  private final List<Member> members = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();

  /**
   * A file of an archive.
   *
   * @param name its path in the archive, with {@code /}
   * @param file where its bytes are
   */
  public record Member(String name, Path file) {}

  /**
   * What could not be unpacked.
   *
   * @param name empty for the rest of the archive
   * @param reason in Chinese
   */
  public record Refused(String name, String reason) {}

  UnpackedArchive(Path parent) throws IOException {
    folder = Files.createTempDirectory(parent, "unpacked");
  }

  /** The files, in the archive's order. */
  public List<Member> members() {
    return List.copyOf(members);
  }

  /** What is not among them, and why. */
  public List<Refused> refused() {
    return List.copyOf(refused);
  }

  @Override
  public void member(String name, byte[] bytes) {
    Path file = folder.resolve(Integer.toString(members.size()));
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("临时目录写不进：" + e.getMessage(), e);
    }
    members.add(new Member(name, file));
  }

  @Override
  public void refused(String name, String reason) {
    refused.add(new Refused(name, reason));
  }

  /** Removes the files. */
  @Override
  public void close() {
    TemporaryFolder.delete(folder);
  }
}
