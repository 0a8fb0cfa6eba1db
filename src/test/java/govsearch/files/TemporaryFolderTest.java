package govsearch.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a killed process leaves is removed; what a living one has is left alone. */
class TemporaryFolderTest {

  /** Makes a folder, says where, and waits to be killed. */
  static final class Owner {
    private Owner() {}

    public static void main(String[] args) throws Exception {
      TemporaryFolder folder = TemporaryFolder.create("test");
      Files.writeString(folder.path().resolve("x"), "x");
      Files.createDirectory(folder.path().resolve("inner"));
      System.out.println(folder.path());
      Thread.sleep(600_000);
    }
  }

  @Test
  void onlyFoldersWhoseOwnersAreGoneAreRemoved() throws Exception {
    Process living = start();
    Process killed = start();
    try (TemporaryFolder own = TemporaryFolder.create("test")) {
      Path livingsFolder = folder(living);
      Path killedsFolder = folder(killed);
      killed.destroyForcibly().waitFor();
      assertThat(killedsFolder.resolve("x")).exists();

      TemporaryFolder.dropLeftovers();

      assertThat(killedsFolder).doesNotExist();
      assertThat(Path.of(killedsFolder + ".lock")).doesNotExist();
      assertThat(livingsFolder.resolve("x")).exists();
      assertThat(own.path()).exists();
      TemporaryFolder.dropLeftovers(); // looking has not given up any lock
      assertThat(livingsFolder.resolve("x")).exists();
      assertThat(own.path()).exists();
      living.destroyForcibly().waitFor();
      TemporaryFolder.dropLeftovers();
      assertThat(livingsFolder).doesNotExist();
    } finally {
      living.destroyForcibly().waitFor();
    }
  }

  private static Path folder(Process process) throws IOException {
    BufferedReader out = process.inputReader();
    return Path.of(out.readLine());
  }

  private static Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx32m",
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
            "-cp",
            System.getProperty("java.class.path"),
            Owner.class.getName())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
