package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.Indexing;
import govsearch.engine.lucene.LuceneSink;
import govsearch.files.TemporaryFolder;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestOptions;
import govsearch.ingest.sync.IngestSummary;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code bench sync}: measures how fast folders are taken in, each into an index of its own, and
 * what it takes to bring the index up to date when nothing, or one file, has changed since. A
 * folder for each format tells the formats apart.
 */
@Command(
    name = "sync",
    description = "测量：各个目录收录的速度和占用的内存，以及没有变化时再次更新的耗时；每个目录各建一个临时索引",
    customSynopsis = "govsearch bench sync 目录…",
    footer = {"", "一种格式放一个目录，即可比较各种格式。第一个目录之前先收一遍不计时。"},
    mixinStandardHelpOptions = true)
final class BenchSyncCommand implements Callable<Integer> {

  private static final double MEGABYTE = 1e6;

  private final Commands.Places places;

  @Parameters(arity = "1..*", paramLabel = "目录", description = "放报告的目录")
  private List<Path> folders = List.of();

  BenchSyncCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    Indexing.requireFiles(folders);
    try (TemporaryFolder index = TemporaryFolder.create("cli")) {
      sync(index.path(), folders.getFirst()); // loads dictionaries, compiles what is hot
    }
    System.out.printf(
        "%d 核，%d MiB 堆上限，Java %s%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        Runtime.version());
    for (Path folder : folders) {
      measure(folder);
    }
    return Commands.OK;
  }

  private void measure(Path folder) throws IOException {
    try (TemporaryFolder index = TemporaryFolder.create("cli");
        PeakMemory memory = new PeakMemory()) {
      IngestSummary first = sync(index.path(), folder);
      IngestSummary again = sync(index.path(), folder);
      System.out.printf(
          Locale.ROOT,
          "%s  报告 %,d 份，跳过 %,d 个，%.1f MB：%.1f 秒，%.1f 份/秒，%.2f MB/秒，内存峰值 %s；再次更新 %.2f 秒，处理 %d 个文件%n",
          folder,
          first.reports(),
          first.skipped().size(),
          first.bytes() / MEGABYTE,
          first.seconds(),
          first.reports() / first.seconds(),
          first.bytes() / MEGABYTE / first.seconds(),
          memory.bytes().isPresent() ? (memory.bytes().getAsLong() >> 20) + " MiB" : "不详",
          again.seconds(),
          again.changes().added() + again.changes().replaced());
    }
    try (TemporaryFolder index = TemporaryFolder.create("cli");
        ChangingCopy copy = ChangingCopy.of(folder)) {
      // By the program itself, with all that it knows: what knows more reads every file again.
      run(index.path(), copy);
      print("没有变化", index.path(), copy);
      copy.changeOne();
      print("改一个", index.path(), copy);
      copy.addOne();
      print("加一个", index.path(), copy);
      copy.removeOne();
      print("减一个", index.path(), copy);
    }
  }

  /** As a person does it: a program that starts, looks, and ends. */
  private void print(String what, Path index, ChangingCopy copy) throws IOException {
    ProcessUsage usage = run(index, copy);
    System.out.printf(
        Locale.ROOT,
        "  %s：%.2f 秒（从启动到结束），CPU %.2f 秒，内存峰值 %d MB%n",
        what,
        usage.seconds(),
        usage.cpuSeconds(),
        Math.round(usage.peakBytes() / MEGABYTE));
  }

  private ProcessUsage run(Path index, ChangingCopy copy) throws IOException {
    ProcessUsage usage =
        ProcessUsage.of(
            new ProcessBuilder(
                places.launcher().toString(),
                "sync",
                "--index",
                index.toString(),
                copy.folder().toString()));
    if (usage.exitCode() > Commands.PARTLY) {
      throw new IOException("sync：退出码 " + usage.exitCode());
    }
    return usage;
  }

  private static IngestSummary sync(Path index, Path folder) {
    try (LuceneSink sink = LuceneSink.update(index)) {
      IngestSummary summary =
          new Ingest(
                  sink,
                  new SourceStore(index),
                  Ingest.Progress.SILENT,
                  IngestOptions.sync(null, false, false))
              .run(List.of(folder));
      sink.settle(); // as the command does: what is being merged is not left to the next one
      return summary;
    }
  }
}
