package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.Indexing;
import govsearch.files.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code bench index}: what it takes to index a folder, as a person does it, in time, processor
 * time, memory and space; and what bare Lucene takes for the same texts in the same run.
 */
@Command(
    name = "index",
    description = "测量：重建一个目录的索引要多少时间、CPU、内存和磁盘，旁边是裸 Lucene（SmartCN 加二元组，存原文）收同样文字的开销",
    customSynopsis = "govsearch bench index [--no-bare] [--model 目录 [--rounds 次数]] 目录",
    footer = {
      "",
      "对照只收 txt，一行一段，不识别标题、年份和地区；裸 Lucene 是下限，不是对手。",
      "给了 --model 时另测：服务正让语义模型读同一个索引的同时重建它，比服务没有模型时慢多少。"
    },
    mixinStandardHelpOptions = true)
final class BenchIndexCommand implements Callable<Integer> {

  private static final double MEGABYTE = 1e6;

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("postings", "倒排"),
          Map.entry("positions", "位置"),
          Map.entry("terms", "词典"),
          Map.entry("stored", "原文"),
          Map.entry("columns", "列"),
          Map.entry("lengths", "长度"),
          Map.entry("points", "数值"),
          Map.entry("other", "其他"),
          Map.entry("head", "报告"),
          Map.entry("paragraph", "段落"),
          Map.entry("statement", "问题"),
          Map.entry("file", "文件"),
          Map.entry("skipped", "其中未收全"),
          Map.entry("run", "运行"));

  private final Commands.Places places;

  @Option(names = "--no-bare", description = "不测裸 Lucene")
  private boolean noBare;

  @Option(names = "--model", paramLabel = "目录", description = "另测旁边的服务有这个语义模型在读时的重建")
  private @Nullable Path model;

  @Option(names = "--rounds", paramLabel = "次数", description = "有、没有模型的各重建几次（默认：${DEFAULT-VALUE}）")
  private int rounds = 2;

  @Parameters(paramLabel = "目录", description = "放报告的目录")
  private Path folder = Path.of("");

  BenchIndexCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    Indexing.requireFiles(List.of(folder));
    long text = bytes(folder);
    System.out.printf(
        Locale.ROOT,
        "%s：%.1f MB；%d 核，Java %s%n",
        folder,
        text / MEGABYTE,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version());
    run("--version"); // builds where it has to, which is no part of what is measured
    try (TemporaryFolder index = TemporaryFolder.create("cli")) {
      ProcessUsage ours = run("index", "--index", index.path().toString(), folder.toString());
      print("govsearch", ours, text, bytes(index.path()));
      IndexSize size = IndexSize.of(index.path());
      long sources = bytes(index.path().resolve("sources"));
      System.out.println(
          "  磁盘 MB：" + list(size.bytes(), MEGABYTE, "%s %.1f") + "，源文件 " + mega(sources));
      System.out.println("  文档：" + list(size.documents(), 1, "%s %,.0f"));
      if (!noBare) {
        bare(text, ours);
      }
      if (model != null) {
        new IndexingBesideModel(places.launcher(), this::run, index.path(), folder)
            .measure(model, rounds);
      }
      return Commands.OK;
    }
  }

  private void bare(long text, ProcessUsage ours) throws IOException {
    try (TemporaryFolder index = TemporaryFolder.create("cli")) {
      ProcessUsage bare =
          run("bench", "bare", "--index", index.path().toString(), folder.toString());
      print("裸 Lucene", bare, text, bytes(index.path()));
      System.out.printf(
          Locale.ROOT,
          "CPU 是裸 Lucene 的 %.2f 倍，时间 %.2f 倍%n",
          ours.cpuSeconds() / bare.cpuSeconds(),
          ours.seconds() / bare.seconds());
    }
  }

  private ProcessUsage run(String... arguments) throws IOException {
    List<String> command =
        Stream.concat(Stream.of(places.launcher().toString()), Stream.of(arguments)).toList();
    ProcessUsage usage = ProcessUsage.of(new ProcessBuilder(command));
    if (usage.exitCode() > Commands.PARTLY) {
      throw new IOException(String.join(" ", command) + "：退出码 " + usage.exitCode());
    }
    return usage;
  }

  private static void print(String name, ProcessUsage usage, long text, long disk) {
    System.out.printf(
        Locale.ROOT,
        "%s：%.1f 秒，%.2f MB/秒，CPU %.1f 秒，内存峰值 %d MB（全部进程），磁盘 %.1f MB（文字的 %.2f 倍）%n",
        name,
        usage.seconds(),
        text / MEGABYTE / usage.seconds(),
        usage.cpuSeconds(),
        Math.round(usage.peakBytes() / MEGABYTE),
        disk / MEGABYTE,
        (double) disk / text);
  }

  private static String list(Map<String, Long> counts, double unit, String format) {
    Map<String, Double> shown = new HashMap<>();
    counts.forEach((kind, count) -> shown.put(NAMES.getOrDefault(kind, kind), count / unit));
    return shown.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .map(entry -> String.format(Locale.ROOT, format, entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("，"));
  }

  private static String mega(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE);
  }

  private static long bytes(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
