package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of files do nothing to the terminal that they are shown on. */
class ShownTest {

  private static final String NAME = "a\u001b[2J\u009b1m\n跳过  b\u202e\u007f\t.xyz";
  private static final String WRITTEN = "a\\u001b[2J\\u009b1m\\u000a跳过  b\\u202e\\u007f\\u0009.xyz";

  @TempDir private Path folder;

  @Test
  void whatActsIsWrittenOut() {
    assertThat(Shown.text(NAME)).isEqualTo(WRITTEN);
    assertThat(Shown.text("\ud83d")).isEqualTo("\\ud83d");
    assertThat(Shown.text("\u2028\u2029\u200f")).isEqualTo("\\u2028\\u2029\\u200f");
  }

  @Test
  void whatIsOnlySeenStaysAsItIs() {
    for (String text :
        new String[] {"", "柳湾镇2025年.txt", "é 𠮷 \uD83D\uDC68\u200D\uD83C\uDF3E 　“”"}) {
      assertThat(Shown.text(text)).isEqualTo(text);
    }
  }

  @Test
  void noCommandPrintsAFileNameRaw() throws IOException {
    Path reports = Files.createDirectory(folder.resolve("reports"));
    Files.writeString(reports.resolve("青石镇.txt"), "青石镇2024年法治政府建设情况报告\n一、工作\n普法一次。\n");
    Files.writeString(reports.resolve(NAME), "x");
    Path index = folder.resolve("index");
    String[][] lines = {
      {"index", reports.toString()},
      {"sync", "--full", reports.toString()},
      {"status"},
      {"check", reports.toString()},
      {"manifest", reports.toString(), "--output", folder.resolve("m.csv").toString()},
      {"index", folder.resolve(NAME).toString()},
      {"search", NAME},
    };
    for (String[] line : lines) {
      CommandRun run = CommandRun.of(index, line);
      String printed = run.out() + run.err();

      assertThat(printed)
          .as(line[0])
          .doesNotContain("\u001b", "\u009b", "\u202e", "\u007f", "\n跳过  b");
    }
    assertThat(CommandRun.of(index, "status").out()).contains(WRITTEN);
  }
}
