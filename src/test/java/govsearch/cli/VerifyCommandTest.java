package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage is found, named and, where the file is still there, mended by a sync. */
class VerifyCommandTest {

  @TempDir private Path folder;
  private Path index;
  private Path reports;

  @BeforeEach
  void makeIndex() throws IOException {
    index = folder.resolve("index");
    reports = Files.createDirectories(folder.resolve("reports"));
    for (String town : List.of("甲镇", "乙镇", "丙镇")) {
      Files.writeString(
          reports.resolve(town + ".txt"),
          town + "2024年法治政府建设情况报告\n一、做法\n" + town + "宣讲若干场，调解纠纷若干件。\n");
    }
    CommandRun.of(index, "index", reports.toString());
  }

  @Test
  void whatIsAsItWasWrittenIsSaidToBe() {
    CommandRun run = verify();
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("报告 3 份", "索引完好");
  }

  @Test
  void aByteThatFlippedInTheIndexIsFound() throws IOException {
    Path largest = largest(index.resolve("lucene"));
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(largest, bytes);

    CommandRun run = verify();

    assertThat(run.exit()).isEqualTo(Commands.PARTLY);
    assertThat(run.out()).contains("损坏").contains("index 重建");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void anIndexFileThatWasCutShortIsNotServed() throws IOException {
    Path largest = largest(index.resolve("lucene"));
    byte[] bytes = Files.readAllBytes(largest);
    Files.write(largest, java.util.Arrays.copyOf(bytes, bytes.length / 2));

    CommandRun run = CommandRun.of(index, "search", "宣讲");

    assertThat(run.exit()).isEqualTo(Commands.MISUSE);
    assertThat(run.err().lines()).hasSize(1).allMatch(line -> line.contains("重建"));
  }

  @Test
  void lostSourcesAreSaidAndRestoredBySync() throws IOException {
    for (Path source : files(index.resolve("sources"))) {
      Files.delete(source);
    }
    CommandRun found = verify();
    assertThat(found.exit()).isEqualTo(Commands.PARTLY);
    assertThat(found.out()).contains("甲镇.txt：保存的原文丢失");

    CommandRun sync = CommandRun.of(index, "sync", reports.toString());

    assertThat(sync.out()).contains("补存");
    assertThat(verify().exit()).isZero();
  }

  private CommandRun verify() {
    return CommandRun.of(index, "verify");
  }

  private static Path largest(Path folder) throws IOException {
    return files(folder).stream()
        .filter(file -> !file.getFileName().toString().startsWith("segments"))
        .max(Comparator.comparingLong(file -> file.toFile().length()))
        .orElseThrow();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
