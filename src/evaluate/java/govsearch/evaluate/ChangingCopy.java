package govsearch.evaluate;

import govsearch.files.TemporaryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a folder of reports, in which a file is changed, added and removed to measure it. */
final class ChangingCopy implements AutoCloseable {

  private static final String ADDED = "新增的一份.txt";

  private final TemporaryFolder copy;
  private final List<Path> texts;

  private ChangingCopy(TemporaryFolder copy, List<Path> texts) {
    this.copy = copy;
    this.texts = texts;
  }

  static ChangingCopy of(Path folder) throws IOException {
    TemporaryFolder copy = TemporaryFolder.create("cli");
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted().toList()) {
        Path to = copy.path().resolve(folder.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    } catch (IOException e) {
      copy.close();
      throw e;
    }
    try (Stream<Path> all = Files.walk(copy.path())) {
      return new ChangingCopy(
          copy, all.filter(file -> file.toString().endsWith(".txt")).sorted().toList());
    }
  }

  Path folder() {
    return copy.path();
  }

  /** Says more in the middle one of the texts; where there is none, nothing changes. */
  void changeOne() throws IOException {
    if (!texts.isEmpty()) {
      Files.writeString(
          texts.get(texts.size() / 2),
          "\n全镇另办结案件19件。\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.APPEND);
    }
  }

  void addOne() throws IOException {
    Files.writeString(copy.path().resolve(ADDED), "柳湾镇2019年法治政府建设情况报告\n全镇另宣讲19场。\n");
  }

  void removeOne() throws IOException {
    Files.delete(copy.path().resolve(ADDED));
  }

  @Override
  public void close() throws IOException {
    copy.close();
  }
}
