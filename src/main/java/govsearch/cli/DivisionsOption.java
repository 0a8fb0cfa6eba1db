package govsearch.cli;

import govsearch.ingest.places.Gazetteer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --divisions}, for every command that reads reports. */
final class DivisionsOption {

  private static final String NONE = "none";

  @Option(
      names = "--divisions",
      paramLabel = "目录",
      description =
          "补全地区用的行政区划表所在的目录（provinces.csv、cities.csv、areas.csv、streets.csv）；"
              + "不给则用程序自带的；none 为不补全")
  private @Nullable Path folder;

  /** The tables: those of the program unless others are named; null where none are wanted. */
  @Nullable Gazetteer load() {
    if (folder == null) {
      return Gazetteer.builtIn();
    }
    if (folder.toString().equalsIgnoreCase(NONE)) {
      return null;
    }
    if (!Files.isDirectory(folder)) {
      throw new UserMistakeException("找不到行政区划表的目录：" + folder);
    }
    return Gazetteer.load(folder);
  }
}
