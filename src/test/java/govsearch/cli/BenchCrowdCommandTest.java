package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCrowdCommandTest {

  @TempDir private Path folder;

  @Test
  void tellsHowLongOthersWaitedAndThatNothingFailed() throws IOException {
    Path reports = Files.createDirectories(folder.resolve("reports"));
    Files.writeString(
        reports.resolve("柳湾镇.txt"), "柳湾镇2024年法治政府建设情况报告\n一、主要成效\n全镇开展法治宣传12场，群众知晓率明显提高。\n");
    Path index = folder.resolve("crowd-index");
    CommandRun made =
        CommandRun.of(
            Launchers.places(folder), "index", "--index", index.toString(), reports.toString());
    assertThat(made.exit()).as(made.err()).isZero();
    CommandRun run =
        CommandRun.of(
            Launchers.places(folder),
            "bench",
            "crowd",
            "--clients=3",
            "--seconds=1",
            "--index",
            index.toString());

    assertThat(run.exit()).as(run.err() + run.out()).isZero();
    for (String who : new String[] {"3 人问最费力的", "健康检查", "补全", "普通检索"}) {
      assertThat(run.out())
          .containsPattern(
              "(?m)^" + who + "：应答 [1-9][0-9,]* 次，p50 [0-9]+ 毫秒，p99 [0-9]+ 毫秒.*出错 0 次$");
    }
  }

  @Test
  void isBoundedInClientsAndTime() throws IOException {
    CommandRun run = CommandRun.of(Launchers.places(folder), "bench", "crowd", "--clients=100000");
    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains("--clients 是 1 到 1000");
  }
}
