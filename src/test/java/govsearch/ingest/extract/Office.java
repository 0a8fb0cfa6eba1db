package govsearch.ingest.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** LibreOffice, which turns documents into other formats as a clerk's program would. */
public final class Office {

  private static final long MINUTES = 4;

  private final Path folder;

  /**
   * An office; the test is skipped, and says so, where it is not installed.
   *
   * @param folder for its settings and what it makes
   */
  public Office(Path folder) {
    this.folder = folder;
    Assumptions.assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice"))),
        "skipped: LibreOffice (soffice) is not installed");
  }

  /** Skips a test, and says so, where there is no program for tables: it is installed by itself. */
  public static void needsTables() throws IOException {
    boolean has = false;
    for (String place : System.getenv("PATH").split(":")) {
      Path office = Path.of(place, "soffice");
      has |=
          Files.isExecutable(office)
              && Files.exists(office.toRealPath().resolveSibling("libsclo.so"));
    }
    Assumptions.assumeTrue(has, "skipped: LibreOffice's program for tables is not installed");
  }

  /**
   * Converts files, all at once, for starting takes longest.
   *
   * @param target an extension, or extension:filter:options
   * @return what was made, in the order of the files
   */
  public List<Path> convert(List<Path> files, String target, String... more)
      throws IOException, InterruptedException {
    Path made = Files.createTempDirectory(folder, "made");
    List<String> command =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("settings").toUri(),
                "--headless",
                "--norestore"));
    command.addAll(List.of(more));
    command.addAll(List.of("--convert-to", target, "--outdir", made.toString()));
    files.forEach(file -> command.add(file.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(made.resolve("log").toFile())
            .start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("soffice did not end");
    }
    String extension = target.replaceFirst(":.*", "");
    List<Path> results = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "." + extension);
      if (!Files.exists(made.resolve(name))) {
        throw new IOException(
            "soffice made no " + name + ": " + Files.readString(made.resolve("log")));
      }
      results.add(made.resolve(name));
    }
    return results;
  }
}
