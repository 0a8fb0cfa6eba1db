package govsearch.release;

import govsearch.cli.Commands;
import govsearch.cli.MoreCommands;
import java.util.List;
import picocli.CommandLine;

/** {@code package}. */
public final class ReleaseCommands implements MoreCommands {

  @Override
  public List<CommandLine> commands(Commands.Places places) {
    return List.of(new CommandLine(new PackageCommand(places)));
  }
}
