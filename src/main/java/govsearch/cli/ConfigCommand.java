package govsearch.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Unmatched;

/** {@code config}: what {@code serve} would run with, and where each of it comes from. */
@Command(
    name = "config",
    description = "列出现在生效的设置，以及每一项从哪里来；后面可以加 serve 的参数",
    customSynopsis = "govsearch config [serve 的参数…]",
    footer = {
      "",
      "同一个名称有三种写法，后面的优先：配置文件里 port = 8080，环境变量 GOVSEARCH_PORT=8080，参数 --port=8080。",
      "配置文件是 --settings 或环境变量 GOVSEARCH_SETTINGS 给的；没有给时是程序目录下的 govsearch.properties。",
      "可以给几个值的（allow-host、allow-origin、watch）用半角逗号隔开，配置文件里也可以写几行；配置文件里的相对路径从它所在的目录算起。"
    },
    mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {

  private static final String HIDDEN = "（已设置，不显示）";

  private final Commands.Places places;
  private final Settings settings;
  private final List<String> args;

  @Unmatched private List<String> unusedFlags = new ArrayList<>();

  ConfigCommand(Commands.Places places, Settings settings, String... args) {
    this.places = places;
    this.settings = settings;
    this.args = List.of(args);
  }

  @Override
  public Integer call() {
    String[] served = args.toArray(String[]::new);
    served[args.indexOf("config")] = "serve";
    ParseResult parsed;
    try {
      parsed = Commands.commandLine(places, settings, served).parseArgs(served).subcommand();
    } catch (ParameterException e) {
      return Failures.explain(e, served);
    }
    print(parsed, System.out);
    return Commands.OK;
  }

  private void print(ParseResult serve, PrintStream out) {
    Path file = settings.file();
    out.println(
        "配置文件："
            + (file == null
                ? "没有（" + places.home().resolve(Settings.FILE) + "）"
                : Shown.text(file.toString())));
    int width =
        Arrays.stream(Setting.values()).mapToInt(setting -> setting.key().length()).max().orElse(0);
    for (Setting setting : Setting.values()) {
      CommandLine.Model.CommandSpec spec = serve.commandSpec();
      OptionSpec option = spec.findOption(setting.flag());
      if (option != null) {
        out.printf(
            "%-" + width + "s = %s    %s%n",
            setting.key(),
            Shown.text(shown(setting, option.getValue(), serve)),
            "← " + origin(setting, serve));
      }
    }
    settings
        .unknownVariables()
        .forEach(name -> out.println("注意：环境变量 " + Shown.text(name) + " 不是这里的设置，没有使用"));
  }

  private String shown(Setting setting, @Nullable Object value, ParseResult serve) {
    boolean isCluster = EngineOption.isCluster(text(serve, Setting.ENGINE));
    if (setting == Setting.INDEX && value == null) {
      return isCluster ? EngineOption.USUAL_NAME : places.index().toString();
    }
    if (setting == Setting.SOURCES && value == null && isCluster) {
      String name = text(serve, Setting.INDEX);
      return places.index().resolve(name == null ? EngineOption.USUAL_NAME : name).toString();
    }
    if (value == null || value.equals(List.of())) {
      return "（没有）";
    }
    if (setting.kind() == Setting.Kind.SECRET) {
      return HIDDEN;
    }
    return value instanceof Collection<?> all
        ? all.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(value);
  }

  private static @Nullable String text(ParseResult serve, Setting setting) {
    Object value = serve.commandSpec().findOption(setting.flag()).getValue();
    return value == null ? null : value.toString();
  }

  private String origin(Setting setting, ParseResult serve) {
    if (serve.hasMatchedOption(setting.flag())) {
      return "命令行";
    }
    Settings.Value set = settings.value(setting);
    return set == null ? "默认" : set.origin();
  }
}
