package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchIndexCommandTest {

  @TempDir private Path folder;

  @Test
  void tellsTimeProcessorMemoryAndSpaceBesideBareLucene() throws IOException {
    Path reports = Files.createDirectory(folder.resolve("reports"));
    Files.writeString(reports.resolve("1.txt"), "柳湾镇2024年法治政府建设情况报告\n全镇宣讲3场。\n");
    Files.writeString(reports.resolve("2.txt"), "");

    CommandRun run = CommandRun.of(Launchers.places(folder), "bench", "index", reports.toString());

    assertThat(run.exit()).describedAs(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("govsearch：[0-9.]+ 秒，[0-9.]+ MB/秒，CPU [0-9.]+ 秒，内存峰值 [0-9]+ MB")
        .contains("报告 1", "段落 2", "文件 2", "其中未收全 1", "原文 0.0")
        .containsPattern("裸 Lucene：[0-9.]+ 秒")
        .containsPattern("CPU 是裸 Lucene 的 [0-9.]+ 倍");
    assertThat(folder.resolve("index")).doesNotExist();
  }
}
