package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchSyncCommandTest {

  @TempDir private Path folder;

  @Test
  void eachFolderHasALineAndASecondLookDoesNothing() throws IOException {
    for (String name : new String[] {"a", "b"}) {
      Path files = Files.createDirectories(folder.resolve(name));
      Files.writeString(files.resolve("1.txt"), "柳湾镇2024年法治政府建设情况报告\n全镇宣讲3场。\n");
      Files.writeString(files.resolve("2.txt"), "");
    }
    CommandRun run =
        CommandRun.of(
            folder.resolve("index"),
            "bench",
            "sync",
            folder.resolve("a").toString(),
            folder.resolve("b").toString());

    assertThat(run.exit()).isZero();
    assertThat(run.out().lines().filter(line -> line.startsWith(folder.toString())))
        .hasSize(2)
        .allMatch(line -> line.contains("报告 1 份，跳过 1 个") && line.endsWith("处理 0 个文件"));
    assertThat(folder.resolve("index")).doesNotExist();
  }
}
