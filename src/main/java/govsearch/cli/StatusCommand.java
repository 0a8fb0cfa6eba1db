package govsearch.cli;

import govsearch.engine.Reports;
import govsearch.export.TableFormat;
import govsearch.export.TableWriter;
import govsearch.http.ManifestTable;
import govsearch.library.FileRecord;
import govsearch.library.LibraryReader;
import govsearch.library.LibraryReader.Count;
import govsearch.library.LibraryReader.Overview;
import govsearch.library.LibraryReader.SkippedPage;
import govsearch.library.RunRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code status}: what is in the index, the last runs, and every file that was not taken. */
@Command(
    name = "status",
    description = "显示收录了多少、最近几次更新，以及每个被跳过的文件和原因",
    customSynopsis = "govsearch status [--index=目录] [--manifest=文件]",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  private static final int PAGE = 200;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static final Map<String, String> KINDS =
      Map.of(
          "index", "重建", "sync", "更新", "watch", "自动更新", "upload", "上传", "delete", "删除", "correct",
          "更正");

  private final Commands.Places places;

  @Mixin private CollectionOption collection = new CollectionOption();

  @Option(
      names = "--manifest",
      paramLabel = "文件",
      description = "另把每份报告写成一行，存为 csv，与 GET /api/v1/manifest.csv 相同")
  private @Nullable Path manifest;

  StatusCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    try (Store.Opened opened = collection.open(places)) {
      print(opened.library(), System.out);
      System.out.println("收藏版本：" + opened.engine().edition().orElse("不详（有的报告是以前的程序收录的）"));
      if (manifest != null) {
        write(opened.engine(), manifest);
      }
    }
    return Commands.OK;
  }

  private static void write(Reports reports, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to)) {
      TableWriter table =
          TableFormat.CSV.open(out, ManifestTable.name(reports), ManifestTable.COLUMNS);
      var unused =
          reports.everyReport(
              head -> {
                try {
                  table.row(ManifestTable.cells(head));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      table.finish();
    }
  }

  private static void print(LibraryReader library, PrintStream out) {
    Overview overview = library.overview();
    out.printf(
        Locale.ROOT,
        "报告 %,d 份，段落 %,d 个；文件 %,d 个，其中 %,d 个被跳过或没有收全%n",
        overview.size().reports(),
        overview.size().paragraphs(),
        overview.files(),
        overview.skipped());
    out.println("目录：" + Shown.text(joined(overview.folders())));
    out.println("年度：" + Shown.text(counts(overview.years())));
    out.println("地区：" + Shown.text(counts(overview.regions())));
    out.println();
    out.println("更新记录：");
    overview.runs().forEach(run -> out.println("  " + Shown.text(line(run))));
    if (overview.skipped() > 0) {
      out.println();
      printSkipped(library, out);
    }
  }

  private static void printSkipped(LibraryReader library, PrintStream out) {
    out.println("跳过的文件：");
    String cursor = null;
    do {
      SkippedPage page = library.skipped(PAGE, cursor);
      for (FileRecord file : page.files()) {
        for (FileRecord.Skipped part : file.skipped()) {
          String path = part.path().isEmpty() ? "" : "/" + part.path();
          out.println("  " + Shown.named(shown(file.root()) + path, part.reason()));
        }
      }
      cursor = page.nextCursor();
    } while (cursor != null);
  }

  private static String line(RunRecord run) {
    return String.format(
        Locale.ROOT,
        "%s  %s  新增 %,d，更新 %,d，移除 %,d，未变 %,d，跳过 %,d；%.1f 秒%s  %s",
        TIME.format(Instant.parse(run.started()).atZone(ZoneId.systemDefault())),
        KINDS.getOrDefault(run.kind(), run.kind()),
        run.added(),
        run.replaced(),
        run.removed(),
        run.unchanged(),
        run.skipped(),
        run.seconds(),
        run.finished() ? "" : "（未完成）",
        joined(run.folders()));
  }

  private static String joined(List<String> folders) {
    return folders.isEmpty()
        ? "无"
        : folders.stream().map(StatusCommand::shown).collect(Collectors.joining("、"));
  }

  private static String shown(String folder) {
    return folder.equals(FileRecord.UPLOADS) ? "上传" : folder;
  }

  private static String counts(List<Count> counts) {
    return counts.isEmpty()
        ? "无"
        : counts.stream()
            .map(count -> count.value() + " " + count.reports() + " 份")
            .collect(Collectors.joining("，"));
  }
}
