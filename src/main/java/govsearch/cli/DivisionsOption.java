package govsearch.cli;

import govsearch.ingest.places.Gazetteer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --divisions}, for every command that reads reports. */
final class DivisionsOption {

  @Option(
      names = "--divisions",
      paramLabel = "目录",
      description = "全国行政区划表（provinces.csv、cities.csv、areas.csv、streets.csv）所在的目录，用来补全地区")
  private @Nullable Path folder;

  /** The tables; null where none are named. */
  @Nullable Gazetteer load() {
    if (folder == null) {
      return null;
    }
    if (!Files.isDirectory(folder)) {
      throw new UserMistakeException("找不到行政区划表的目录：" + folder);
    }
    return Gazetteer.load(folder);
  }
}
