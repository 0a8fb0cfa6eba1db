package govsearch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** What must be known of a command line before the rest of it can be read. */
@Command(name = "govsearch")
final class Ahead {

  @Option(names = "--settings")
  private @Nullable Path file;

  @Option(names = "--log")
  private @Nullable LogFormat log;

  @Option(names = "--engine")
  private @Nullable String engine;

  @Unmatched private List<String> unused = new ArrayList<>();

  private Ahead() {}

  /**
   * Reads the settings, and has the log as they or a flag say.
   *
   * @throws CommandLine.ParameterException if a flag has no value, or none that it may have
   * @throws UserMistakeException if a file of settings has a mistake
   */
  static Settings settings(
      Commands.Places places, Map<String, String> environment, String... args) {
    Ahead ahead = new Ahead();
    CommandLine line =
        new CommandLine(ahead)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExpandAtFiles(false)
            .setOverwrittenOptionsAllowed(true);
    line.parseArgs(args);
    Settings settings = Settings.read(ahead.file, ahead.engine, places.home(), environment);
    if (ahead.log == null) { // again, with what is set, whose mistakes are told with where they are
      line.setDefaultValueProvider(settings).parseArgs(args);
    }
    if (ahead.log != null) {
      ahead.log.choose();
    }
    return settings;
  }
}
