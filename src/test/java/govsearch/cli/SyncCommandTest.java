package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.ingest.sync.Ingest.Progress.State;
import govsearch.ingest.sync.IngestOptions;
import govsearch.ingest.sync.LibraryWriter;
import govsearch.ingest.sync.Watch;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sync} and {@code status}: what they say and how they end; watching a folder. */
class SyncCommandTest {

  private static final String REPORT = "青石镇2024年法治政府建设情况报告\n一、工作\n普法一次。\n";

  @TempDir private Path folder;
  private Path index;
  private Path reports;

  @BeforeEach
  void makeFolders() throws IOException {
    index = folder.resolve("index");
    reports = Files.createDirectory(folder.resolve("reports"));
    Files.writeString(reports.resolve("青石镇.txt"), REPORT);
  }

  @Test
  void itTellsWhatHasChangedAndNextTimeThatNothingHas() throws IOException {
    Files.writeString(reports.resolve("空.txt"), "");
    CommandRun first = CommandRun.of(index, "sync", reports.toString());
    assertThat(first.exit()).isEqualTo(1);
    assertThat(first.out()).contains("新增 1 个，更新 0 个，移除 0 个，未变 0 个", "空.txt：空文件");

    CommandRun second = CommandRun.of(index, "sync");
    assertThat(second.exit()).isZero();
    assertThat(second.out())
        .contains("新增 0 个，更新 0 个，移除 0 个，未变 2 个", "另有 1 个文件以前已跳过", "报告 1 份")
        .doesNotContain("空.txt");

    CommandRun status = CommandRun.of(index, "status");
    assertThat(status.exit()).isZero();
    assertThat(status.out())
        .contains("报告 1 份", "其中 1 个被跳过", "目录：" + reports, "2024 1 份")
        .contains(reports + "/空.txt：空文件");
    assertThat(status.out().lines().filter(line -> line.contains("  更新  "))).hasSize(2);
  }

  @Test
  void aFolderThatIsNowhereIsAMistakeAndOneThatIsAwayIsNot() throws IOException {
    assertThat(CommandRun.of(index, "sync").complaint()).contains("请给出报告目录");
    assertThat(CommandRun.of(index, "sync", folder + "/nowhere").complaint())
        .isEqualTo("找不到目录：" + folder + "/nowhere");
    CommandRun.of(index, "sync", reports.toString());
    Files.move(reports, folder.resolve("away"));

    CommandRun run = CommandRun.of(index, "sync", reports.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("没有挂载", "保持不变", "报告 1 份");
    assertThat(CommandRun.of(index, "sync", "--forget=" + reports).out()).contains("报告 0 份");
  }

  @Test
  void anIndexThatAnotherProcessWritesIsLeftAlone() {
    CommandRun.of(index, "sync", reports.toString());
    try (LuceneSink other = LuceneSink.update(index)) {
      CommandRun run = CommandRun.of(index, "sync", reports.toString());
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.complaint()).contains("正被另一个进程写入");
      other.commit();
    }
  }

  @Test
  void theBarTellsTheRateAndTheTimeLeft() {
    assertThat(ProgressBar.line(new State(25, 100, 5_000_000, 20_000_000), 10))
        .isEqualTo("[██████░░░░░░░░░░░░░░░░░░] 25/100  2.5 个/秒  0.50 MB/秒  剩余约 30 秒");
    assertThat(ProgressBar.line(new State(1, 100, 1, 40_001), 1)).endsWith("剩余约 11 小时 06 分");
    assertThat(ProgressBar.line(new State(100, 100, 5, 5), 10)).doesNotContain("剩余");
  }

  @Test
  void aWatchedFolderIsFollowedUntilTheEnd() throws Exception {
    CommandRun.of(index, "sync", "--divisions=none", reports.toString());
    BlockingQueue<Integer> told = new LinkedBlockingQueue<>();
    Duration quiet = Duration.ofMillis(200);
    Watch.Pace pace = new Watch.Pace(quiet, Duration.ofSeconds(2), Duration.ofSeconds(5));
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(30))) {
      LibraryWriter writer =
          new LibraryWriter(
              () -> LuceneSink.update(index), new SourceStore(index), engine::refresh);
      try (Watch watch =
          new Watch(
              writer,
              List.of(reports),
              () -> IngestOptions.watch(null, quiet),
              pace,
              summary -> told.add(summary.reports()))) {
        assertThat(watch).isNotNull();
        Path below = Files.createDirectories(reports.resolve("临溪县"));
        Files.writeString(below.resolve("柳湾镇.txt"), REPORT.replace("青石镇", "柳湾镇"));
        assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(engine.size().reports()).isEqualTo(2);
        Files.delete(below.resolve("柳湾镇.txt"));
        assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(engine.size().reports()).isEqualTo(1);
      }
    }
  }
}
