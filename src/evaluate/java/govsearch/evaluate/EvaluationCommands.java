package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.MoreCommands;
import java.util.List;
import picocli.CommandLine;

/** {@code bench} and {@code evaluate}. */
public final class EvaluationCommands implements MoreCommands {

  @Override
  public List<CommandLine> commands(Commands.Places places) {
    return List.of(
        new CommandLine(new BenchCommand(places))
            .addSubcommand(new BenchIndexCommand(places))
            .addSubcommand(new BenchBareCommand())
            .addSubcommand(new BenchGrowthCommand(places))
            .addSubcommand(new BenchCrowdCommand(places))
            .addSubcommand(new BenchSyncCommand(places))
            .addSubcommand(new BenchClusterCommand())
            .addSubcommand(new BenchSimilarCommand(places)),
        new CommandLine(new EvaluateCommand(places))
            .addSubcommand(new EvaluateSimilarCommand(places))
            .addSubcommand(new EvaluateRemediesCommand(places))
            .addSubcommand(new EvaluatePoolCommand(places))
            .addSubcommand(new EvaluateGradesCommand())
            .addSubcommand(new EvaluateTuneCommand(places)));
  }
}
