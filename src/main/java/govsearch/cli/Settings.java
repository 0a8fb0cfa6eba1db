package govsearch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What is set in a file, and over it in the environment; flags go over both. To picocli these are
 * the defaults of options.
 */
final class Settings implements IDefaultValueProvider {

  /** Beside the program. */
  static final String FILE = "govsearch.properties";

  /** The variable that names a file. */
  static final String VARIABLE = Setting.PREFIX + "SETTINGS";

  /** Between the values of options that may be given several times; no flag has it. */
  static final String SEPARATOR = "\n";

  /** Of the launcher. */
  private static final Set<String> OTHER_VARIABLES =
      Set.of(
          VARIABLE,
          Setting.PREFIX + "OPTS",
          Setting.PREFIX + "JAVA_HOME",
          Setting.PREFIX + "ARCHIVE");

  /** Ways to say one thing: who says it by one of them in the environment means no other. */
  private static final List<Set<Setting>> ALTERNATIVES =
      List.of(
          Set.of(Setting.ADMIN_TOKEN, Setting.ADMIN_TOKEN_FILE),
          Set.of(
              Setting.OPENSEARCH_PASSWORD,
              Setting.OPENSEARCH_TOKEN,
              Setting.OPENSEARCH_SECRET_FILE));

  private static final Pattern COMMA = Pattern.compile(",");

  /**
   * A value that is set.
   *
   * @param origin where, in Chinese
   */
  record Value(String text, String origin) {}

  private final Map<Setting, Value> values = new EnumMap<>(Setting.class);
  private final @Nullable Path file;
  private final Set<String> unknownVariables = new TreeSet<>();

  private Settings(@Nullable Path file) {
    this.file = file;
  }

  /**
   * Reads what is set.
   *
   * @param named the file that a flag names; null for the one of the environment, or that beside
   *     the program if there is one
   * @param engine that a flag names; null for none. Of a cluster, the index is no folder
   * @throws UserMistakeException if the file cannot be read, or has a mistake
   */
  static Settings read(
      @Nullable Path named, @Nullable String engine, Path home, Map<String, String> environment) {
    String variable = environment.getOrDefault(VARIABLE, "");
    Path own = home.resolve(FILE);
    Path file = Files.exists(own) ? own : null;
    if (named != null) {
      file = named;
    } else if (!variable.isEmpty()) {
      file = Path.of(variable);
    }
    Settings settings = new Settings(file);
    if (file != null) {
      SettingsFile lines = new SettingsFile(file);
      List<SettingsFile.Line> read = lines.read();
      boolean isNamed = EngineOption.isCluster(engine(engine, environment, read));
      for (SettingsFile.Line line : read) {
        settings.add(isNamed && line.setting() == Setting.INDEX ? line : lines.resolved(line));
      }
    }
    settings.add(environment);
    return settings;
  }

  private static @Nullable String engine(
      @Nullable String flag, Map<String, String> environment, List<SettingsFile.Line> lines) {
    String engine = flag == null ? environment.getOrDefault(Setting.ENGINE.variable(), "") : flag;
    for (SettingsFile.Line line :
        engine.isEmpty() ? lines.reversed() : List.<SettingsFile.Line>of()) {
      if (line.setting() == Setting.ENGINE) {
        return line.value();
      }
    }
    return engine;
  }

  /** Of a line that says nothing, the program's own default holds. */
  private void add(SettingsFile.Line line) {
    Setting setting = line.setting();
    Value before = values.get(setting);
    String origin = "配置文件第 " + line.number() + " 行";
    if (line.value().isEmpty()) {
      values.remove(setting);
    } else if (before != null && setting.isSeveral()) {
      values.put(setting, new Value(before.text() + "," + line.value(), origin));
    } else {
      values.put(setting, new Value(line.value(), origin));
    }
  }

  private void add(Map<String, String> environment) {
    for (Setting setting : Setting.values()) {
      String value = environment.getOrDefault(setting.variable(), "");
      if (!value.isEmpty()) {
        ALTERNATIVES.stream()
            .filter(ways -> ways.contains(setting))
            .flatMap(Set::stream)
            .filter(other -> other != setting && !isIn(environment, other))
            .forEach(values::remove);
        values.put(setting, new Value(value, "环境变量 " + setting.variable()));
      }
    }
    environment.keySet().stream()
        .filter(name -> name.startsWith(Setting.PREFIX) && !OTHER_VARIABLES.contains(name))
        .filter(name -> Arrays.stream(Setting.values()).noneMatch(s -> s.variable().equals(name)))
        .forEach(unknownVariables::add);
  }

  private static boolean isIn(Map<String, String> environment, Setting setting) {
    return !environment.getOrDefault(setting.variable(), "").isEmpty();
  }

  /** The values of a setting of several, or the one. */
  static List<String> parts(Setting setting, String value) {
    return setting.isSeveral()
        ? COMMA.splitAsStream(value).map(String::strip).filter(part -> !part.isEmpty()).toList()
        : List.of(value);
  }

  /** What is set; null for nothing. */
  @Nullable Value value(Setting setting) {
    return values.get(setting);
  }

  /** The file that was read; null if there is none. */
  @Nullable Path file() {
    return file;
  }

  /** Variables that look as if something should be set by them. */
  Set<String> unknownVariables() {
    return unknownVariables;
  }

  /** What is set for an option. */
  @Nullable Value value(@Nullable ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? Setting.ofFlag(option.longestName()).map(values::get).orElse(null)
        : null;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    Value value = value(argument);
    if (value == null || !(argument instanceof OptionSpec option)) {
      return null;
    }
    return Setting.ofFlag(option.longestName())
        .map(setting -> String.join(SEPARATOR, parts(setting, value.text())))
        .orElse(null);
  }
}
