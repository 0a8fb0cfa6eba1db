package govsearch;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real reports beside the checkout, which the project does not contain and stands without. */
public final class Shared {

  private static final Path FOLDER = Path.of("..", "shared");

  private Shared() {}

  /** A folder of real material; the test is skipped, and says so, where it is not there. */
  public static Path folder(String name) {
    Path folder = FOLDER.resolve(name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder), () -> "skipped: real material is not here: " + folder);
    return folder;
  }
}
