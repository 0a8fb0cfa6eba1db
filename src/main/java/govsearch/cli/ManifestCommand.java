package govsearch.cli;

import govsearch.engine.ReportPage;
import govsearch.engine.Reports;
import govsearch.ingest.manifest.ManifestWriter;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestSummary;
import govsearch.query.Filters;
import govsearch.query.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code manifest}: writes what was extracted into a table that people correct. */
@Command(
    name = "manifest",
    description = "把从报告里提取的标题、地区、乡镇、年度等写成清单 reports.csv，改正后放在报告目录里即生效",
    customSynopsis = "govsearch manifest [选项] 目录",
    footer = {
      "",
      "清单可以直接用 Excel 打开、改正、保存。空格子表示照提取的；写 - 表示没有这一项。",
      "退出码：0 写好了；1 写好了，但有文件读不了或有需要核对的地方；2 用法有误"
    },
    mixinStandardHelpOptions = true)
final class ManifestCommand implements Callable<Integer> {

  private final Commands.Places places;

  @Parameters(arity = "1", paramLabel = "目录", description = "放报告的目录")
  private Path folder = Path.of("");

  @Option(names = "--output", paramLabel = "文件", description = "写到哪里（默认：目录下的 reports.csv）")
  private @Nullable Path output;

  @Option(names = "--force", description = "清单已经有了就更新：已填的内容保留，补上空格子和新的文件")
  private boolean force;

  @Mixin private DivisionsOption divisions = new DivisionsOption();

  ManifestCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UserMistakeException("找不到目录：" + folder);
    }
    Path file = output == null ? folder.resolve(ManifestWriter.FILE) : output;
    if (Files.exists(file) && !force) {
      throw new UserMistakeException("已经有 " + file + " 了。要更新它请加 --force：已填的内容保留，补上空格子和新的文件");
    }
    Path parent = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || parent == null || !Files.isDirectory(parent)) {
      throw new UserMistakeException("写不到 " + file + "：上级目录不存在，或它本身是目录");
    }
    ManifestWriter writer = new ManifestWriter(file);
    try (Trial trial =
        new Trial(
            List.of(folder), divisions.load(), Ingest.Progress.SILENT, places.searchTimeLimit())) {
      addAll(trial.engine(), writer);
      ManifestWriter.Outcome outcome = writer.write();
      trial.remarks().forEach(r -> System.out.println("注意  " + Shown.named(r.file(), r.reason())));
      for (IngestSummary.Remark skipped : trial.summary().skipped()) {
        System.out.println("跳过  " + Shown.named(skipped.file(), skipped.reason()));
      }
      System.out.printf(
          Locale.ROOT,
          "清单写在 %s：%,d 行，其中新增 %,d 行%s%n",
          file,
          outcome.rows(),
          outcome.added(),
          outcome.withoutFile().isEmpty()
              ? ""
              : "，" + outcome.withoutFile().size() + " 行找不到文件（保留）");
      return trial.remarks().isEmpty() && trial.summary().skipped().isEmpty()
          ? Commands.OK
          : Commands.PARTLY;
    }
  }

  private static void addAll(Reports engine, ManifestWriter writer) {
    String cursor = null;
    do {
      ReportPage page = engine.reports(Filters.NONE, SearchRequest.MAX_SIZE, cursor);
      page.reports().forEach(writer::add);
      cursor = page.nextCursor();
    } while (cursor != null);
  }
}
