package govsearch.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A command that was run in this process, with all that it printed. */
record CommandRun(int exit, String out, String err) {

  static final Path SAMPLES = Path.of("src", "samples");

  /** The program in this checkout, with an index elsewhere. */
  static Commands.Places places(Path index) {
    Path home = Path.of("").toAbsolutePath();
    return new Commands.Places(
        home,
        home.resolve("govsearch"),
        index,
        home.resolve("web"),
        home.resolve(SAMPLES),
        Duration.ofSeconds(30));
  }

  /** Runs a command line whose index, unless it names one, is at a place. */
  static CommandRun of(Path index, String... args) {
    return of(places(index), args);
  }

  /** Runs a command line of a program that is installed elsewhere. */
  static CommandRun of(Commands.Places places, String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int exit = Commands.run(places, args);
      return new CommandRun(
          exit,
          printed.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** What it complained, which has to be in Chinese, without the hint at the usage. */
  String complaint() {
    String[] lines = err.split("\n");
    if (!lines[0].codePoints().anyMatch(Character::isIdeographic)) {
      throw new AssertionError("not in Chinese: " + err);
    }
    if (lines.length > 2 || (lines.length == 2 && !lines[1].startsWith("用法见："))) {
      throw new AssertionError("more than a line: " + err);
    }
    return lines[0];
  }
}
