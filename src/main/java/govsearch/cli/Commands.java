package govsearch.cli;

import govsearch.files.TemporaryFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ListResourceBundle;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command line: finds the command and runs it. */
@Command(
    name = "govsearch",
    description = "检索乡镇法治政府建设情况报告",
    customSynopsis = "govsearch 命令 …",
    commandListHeading = "%n命令：%n",
    footer = {"", "各命令的用法：./govsearch 命令 --help"},
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class)
public final class Commands {

  /** All went well. */
  public static final int OK = 0;

  /** Done, but not all of it. */
  public static final int PARTLY = 1;

  /** The command line or what it names is wrong. */
  static final int MISUSE = 2;

  /** The program itself is wrong; the number that sysexits.h has for that. */
  static final int BROKEN = 70;

  /**
   * Where things are that the commands work on unless told otherwise.
   *
   * @param home the checkout or installation
   * @param launcher what a person calls
   * @param searchTimeLimit of one search
   */
  public record Places(
      Path home, Path launcher, Path index, Path web, Path samples, Duration searchTimeLimit) {}

  @Option(
      names = "--settings",
      paramLabel = "文件",
      scope = ScopeType.INHERIT,
      description = "配置文件（默认：程序目录下的 govsearch.properties，没有就不用）；./govsearch config 列出生效的设置")
  private @Nullable Path unusedSettings; // Ahead has read it

  @Option(
      names = "--log",
      paramLabel = "格式",
      scope = ScopeType.INHERIT,
      defaultValue = "text",
      description = "运行记录的格式：text，或 json（每行一个 JSON 对象）")
  private LogFormat unusedLog = LogFormat.TEXT; // likewise

  private Commands() {}

  /** Runs a command line and gives its exit code. */
  public static int run(Places places, String... args) {
    return run(places, System.getenv(), args);
  }

  /** The same in another environment than that of the process. */
  static int run(Places places, Map<String, String> environment, String... args) {
    CommandLine commands;
    try {
      commands = commandLine(places, Ahead.settings(places, environment, args), args);
    } catch (ParameterException e) {
      return Failures.explain(e, args);
    } catch (UserMistakeException e) {
      System.err.println(Shown.text(String.valueOf(e.getMessage())));
      return MISUSE;
    }
    if (args.length == 0) {
      commands.usage(System.out);
      return OK;
    }
    TemporaryFolder.dropLeftovers(); // of runs that were killed
    try {
      return commands.execute(args);
    } catch (OutOfMemoryError e) {
      System.err.println("内存不够，没有做完；原有的索引还可以用。可以加大后再试，如 GOVSEARCH_OPTS=-Xmx1g");
      return BROKEN;
    }
  }

  /** All commands, with what is set as the defaults of their options. */
  static CommandLine commandLine(Places places, Settings settings, String... args) {
    CommandLine commands =
        new CommandLine(new Commands())
            .addSubcommand("serve", new ServeCommand(places))
            .addSubcommand("index", new IndexCommand(places))
            .addSubcommand("manifest", new ManifestCommand(places))
            .addSubcommand("sync", new SyncCommand(places))
            .addSubcommand("move", new MoveCommand(places))
            .addSubcommand("status", new StatusCommand(places))
            .addSubcommand("verify", new VerifyCommand(places))
            .addSubcommand("backup", new BackupCommand(places))
            .addSubcommand("restore", new RestoreCommand(places))
            .addSubcommand("check", new CheckCommand(places))
            .addSubcommand("search", new SearchCommand(places))
            .addSubcommand("watch", new WatchCommand(places))
            .addSubcommand("revisions", new RevisionsCommand(places))
            .addSubcommand("compare", new CompareCommand(places))
            .addSubcommand("cite", new CiteCommand(places))
            .addSubcommand("batch", new BatchCommand(places))
            .addSubcommand("matrix", new MatrixCommand(places))
            .addSubcommand("collocates", new CollocatesCommand(places))
            .addSubcommand("selfcheck", new SelfCheckCommand(places))
            .addSubcommand("quotes", new QuotesCommand(places))
            .addSubcommand("overlap", new OverlapCommand(places))
            .addSubcommand(
                "model",
                new CommandLine(new ModelCommand(places))
                    .addSubcommand("add", new ModelCommand.Add(places)))
            .addSubcommand("config", new ConfigCommand(places, settings, args))
            .addSubcommand("warm-up", new WarmUpCommand(places));
    commands.setDefaultValueProvider(settings); // of none of those that follow
    for (MoreCommands more : ServiceLoader.load(MoreCommands.class)) {
      more.commands(places).forEach(commands::addSubcommand);
    }
    return commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setResourceBundle(new Texts())
        .setParameterExceptionHandler(Failures::explain)
        .setExecutionExceptionHandler(Failures::explain);
  }

  /** What picocli itself says. */
  private static final class Texts extends ListResourceBundle {
    @Override
    protected Object[][] getContents() {
      return new Object[][] {
        {"usage.synopsisHeading", "用法：./"},
        {"mixinStandardHelpOptions.help", "显示用法"},
        {"mixinStandardHelpOptions.version", "显示版本"}
      };
    }
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
