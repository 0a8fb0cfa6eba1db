package govsearch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** Makes what a person calls, but of the classes under test. */
final class Launchers {

  private Launchers() {}

  /** The program in this checkout with such a launcher, and an index, in a folder. */
  static Commands.Places places(Path folder) throws IOException {
    Path script = folder.resolve("launcher");
    String java = ProcessHandle.current().info().command().orElse("java");
    Files.writeString(
        script,
        "#!/bin/sh\nexec '%s' -Xmx300m -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED"
            .concat(" -Djava.util.logging.config.file='%s' -cp '%s' govsearch.App \"$@\"\n")
            .formatted(
                java,
                Path.of("src/main/resources/logging.properties").toAbsolutePath(),
                System.getProperty("java.class.path")));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    Path home = Path.of("").toAbsolutePath();
    return new Commands.Places(
        home,
        script,
        folder.resolve("index"),
        home.resolve("web"),
        home.resolve(CommandRun.SAMPLES),
        Duration.ofSeconds(30));
  }
}
