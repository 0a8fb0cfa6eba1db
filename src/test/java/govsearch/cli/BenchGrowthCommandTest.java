package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchGrowthCommandTest {

  @TempDir private Path folder;

  @Test
  void everyWayOfAskingTheCostliestQuestionsMemoryAndAChangeHaveTheirLines() throws IOException {
    Path reports = Files.createDirectories(folder.resolve("reports"));
    for (int year = 2021; year <= 2024; year++) {
      Files.writeString(
          reports.resolve(year + ".txt"),
          "柳湾镇" + year + "年法治政府建设情况报告\n一、主要成效\n全镇开展法治宣传" + (year - 2000) + "场，群众知晓率明显提高。\n");
    }
    CommandRun run =
        CommandRun.of(
            Launchers.places(folder),
            "bench",
            "growth",
            "--queries=2",
            "--rounds=1",
            reports.toString());

    assertThat(run.exit()).as(run.err() + run.out()).isZero();
    String out = run.out();
    assertThat(out).contains("报告 4 份").containsPattern("启动到首页的第一次应答：[0-9.]+ 秒");
    for (String way :
        List.of(
            "首页", "检索", "按报告", "索引行", "谁没提", "分布", "趋势", "数字", "补全", "相似", "近似", "出处", "报告库",
            "批量")) {
      for (int clients : new int[] {1, 4}) {
        assertThat(out)
            .containsPattern(
                "(?m)^" + way + "，" + clients + " 个客户端：p50 [0-9.]+ 毫秒，.*p99 [0-9.]+ 毫秒");
      }
    }
    for (String question : List.of("的", "四十个单字，任一", "二百个词", "全部，按乡镇，近似合并", "法治的数字")) {
      assertThat(out).containsPattern("(?m)^" + question + "：最快 [0-9]+ 毫秒，最慢 [0-9]+ 毫秒$");
    }
    assertThat(out)
        .containsPattern("内存：回收后的堆 [1-9][0-9]* MiB，常驻 [1-9][0-9]* MiB")
        .containsPattern("改一份报告以后：跟上 [0-9]+ 毫秒，最慢的检索 [0-9.]+ 毫秒");
    assertThat(folder.resolve("index")).doesNotExist();
  }

  @Test
  void asksForNothingWhereThereIsNothingToAsk() throws IOException {
    CommandRun run =
        CommandRun.of(Launchers.places(folder), "bench", "growth", "--rounds=0", folder.toString());
    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains("--rounds 至少是 1");
  }
}
