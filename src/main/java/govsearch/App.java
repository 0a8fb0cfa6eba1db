package govsearch;

import govsearch.cli.Commands;

/** The program's entry. */
public final class App {

  private App() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    Config config = Config.fromEnvironment();
    Commands.Places places =
        new Commands.Places(
            config.home(),
            config.launcher(),
            config.defaultIndex(),
            config.web(),
            config.samples(),
            config.searchTimeLimit());
    System.exit(Commands.run(places, args));
  }
}
