package govsearch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the program's own things are.
 *
 * @param home the checkout or installation: {@code web}, {@code index}, the samples
 * @param searchTimeLimit of one search
 */
public record Config(Path home, Duration searchTimeLimit) {

  private static final String HOME_PROPERTY = "govsearch.home";
  private static final Duration SEARCH_TIME_LIMIT = Duration.ofSeconds(5);

  /** As the launcher tells it, else the working directory. */
  public static Config fromEnvironment() {
    return new Config(
        Path.of(System.getProperty(HOME_PROPERTY, "")).toAbsolutePath(), SEARCH_TIME_LIMIT);
  }

  /** Where the index is unless a person says otherwise. */
  public Path defaultIndex() {
    return home.resolve("index");
  }

  /** The script that starts the program. */
  public Path launcher() {
    return home.resolve("govsearch");
  }

  /** The UI's files. */
  public Path web() {
    return home.resolve("web");
  }

  /** The invented reports that come with the program. */
  public Path samples() {
    Path packed = home.resolve("samples");
    return Files.isDirectory(packed) ? packed : home.resolve("src").resolve("samples");
  }
}
