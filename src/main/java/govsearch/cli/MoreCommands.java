package govsearch.cli;

import java.util.List;
import picocli.CommandLine;

/**
 * Commands that are there only where their classes are on the class path, found by {@link
 * java.util.ServiceLoader}: what measures and judges the program, which nobody who runs it needs.
 */
public interface MoreCommands {

  /** Each with its name, and the commands below it. */
  List<CommandLine> commands(Commands.Places places);
}
