package govsearch.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.CollectingSink;
import govsearch.library.SourceStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watch outlives whatever its runs meet. */
class WatchMishapTest {

  @TempDir private Path folder;

  @Test
  void errorsEndARunAndNotTheWatch() throws Exception {
    Path reports = Files.createDirectories(folder.resolve("reports"));
    Files.writeString(reports.resolve("a.txt"), "乌有镇2024年法治政府建设情况报告\n一、做法\n宣讲若干场。\n");
    List<Runnable> failures =
        List.of(
            () -> {
              throw new StackOverflowError();
            },
            () -> {
              throw new NoClassDefFoundError();
            },
            () -> {
              throw new IllegalStateException();
            });
    AtomicInteger runs = new AtomicInteger();
    LibraryWriter writer =
        new LibraryWriter(
            () -> {
              int run = runs.getAndIncrement();
              if (run < failures.size()) {
                failures.get(run).run();
              }
              return new CollectingSink();
            },
            new SourceStore(folder.resolve("index")),
            () -> {});
    Duration soon = Duration.ofMillis(20);
    LinkedBlockingQueue<IngestSummary> told = new LinkedBlockingQueue<>();
    try (Watch watch =
        new Watch(
            writer,
            List.of(reports),
            () -> IngestOptions.watch(null, Duration.ZERO),
            new Watch.Pace(soon, soon, Duration.ofSeconds(1)),
            told::add)) {
      IngestSummary summary = told.poll(60, TimeUnit.SECONDS);
      assertThat(summary).isNotNull();
      assertThat(summary.reports()).isEqualTo(1);
      assertThat(watch.ailments()).isEmpty();
    }
  }
}
