package govsearch.cli;

import govsearch.engine.UnusableIndexException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: finds the command, runs it, tells a person's mistakes in one Chinese line. */
@Command(
    name = "govsearch",
    description = "检索乡镇法治政府建设情况报告",
    synopsisSubcommandLabel = "命令",
    commandListHeading = "%n命令：%n",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class)
public final class Commands implements Runnable {

  /** All went well. */
  static final int OK = 0;

  /** Done, but not all of it. */
  static final int PARTLY = 1;

  /** The command line or what it names is wrong. */
  static final int MISUSE = 2;

  /**
   * Where things are that the commands work on unless told otherwise.
   *
   * @param launcher what a person calls
   * @param searchTimeLimit of one search
   */
  public record Places(
      Path launcher, Path index, Path web, Path samples, Duration searchTimeLimit) {}

  private Commands() {}

  /** Runs a command line and gives its exit code. */
  public static int run(Places places, String... args) {
    return new CommandLine(new Commands())
        .addSubcommand("serve", new ServeCommand(places))
        .addSubcommand("index", new IndexCommand(places))
        .addSubcommand("search", new SearchCommand(places))
        .addSubcommand("bench", new BenchCommand(places))
        .addSubcommand("warm-up", new WarmUpCommand(places))
        .setParameterExceptionHandler(Commands::explain)
        .setExecutionExceptionHandler(Commands::explainFailure)
        .execute(args);
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  private static int explain(ParameterException e, String[] args) {
    PrintWriter err = e.getCommandLine().getErr();
    String message =
        switch (e) {
          case UnmatchedArgumentException unmatched ->
              "不认识的参数：" + String.join(" ", unmatched.getUnmatched());
          case MissingParameterException missing ->
              "缺少参数："
                  + String.join(
                      "、",
                      missing.getMissing().stream()
                          .map(CommandLine.Model.ArgSpec::paramLabel)
                          .toList());
          default -> e.getMessage();
        };
    err.println(message);
    err.println("用法见：./govsearch " + e.getCommandLine().getCommandName() + " --help");
    return MISUSE;
  }

  private static int explainFailure(
      Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
    String message =
        switch (e) {
          case UnusableIndexException unusable -> unusable.getMessage();
          case UserMistakeException mistake -> mistake.getMessage();
          case UncheckedIOException io -> "读写失败：" + io.getMessage();
          case IOException io -> "读写失败：" + io.getMessage();
          default -> throw e;
        };
    commandLine.getErr().println(message);
    return MISUSE;
  }

  /** Version from the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Commands.class.getPackage().getImplementationVersion();
      return new String[] {"govsearch " + (version == null ? "（开发中）" : version)};
    }
  }
}
