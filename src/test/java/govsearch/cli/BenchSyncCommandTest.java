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
            Launchers.places(folder),
            "bench",
            "sync",
            folder.resolve("a").toString(),
            folder.resolve("b").toString());

    assertThat(run.exit()).isZero();
    assertThat(run.out().lines().filter(line -> line.startsWith(folder.toString())))
        .hasSize(2)
        .allMatch(line -> line.contains("报告 1 份，跳过 1 个") && line.endsWith("处理 0 个文件"));
    assertThat(run.out().lines().filter(line -> line.contains("从启动到结束")))
        .hasSize(8)
        .allMatch(line -> line.matches("  (没有变化|[改加减]一个)：[0-9.]+ 秒.*内存峰值 [1-9][0-9]* MB"));
    assertThat(Files.readString(folder.resolve("a").resolve("1.txt"))).endsWith("3场。\n");
    assertThat(folder.resolve("index")).doesNotExist();
  }
}
