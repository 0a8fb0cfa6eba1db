package govsearch.cli;

import govsearch.engine.ReportPage;
import govsearch.engine.SearchEngine;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.ingest.check.Finding;
import govsearch.ingest.check.Finding.Problem;
import govsearch.ingest.check.QualityCheck;
import govsearch.ingest.places.Gazetteer;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestSummary;
import govsearch.query.Filters;
import govsearch.query.SearchRequest;
import govsearch.report.ReportHead;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code check}: lists what a person should look at in reports. */
@Command(
    name = "check",
    description = "检查报告：没有乡镇、年度或章节，篇幅异常，夹带网页内容，乱码，与另一份大半相同；只看不改",
    customSynopsis = "govsearch check [选项] [目录…]",
    footer = {"", "不给目录时检查索引里的报告。", "退出码：0 没有发现；1 有发现；2 用法有误"},
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private final Commands.Places places;

  @Parameters(arity = "0..*", paramLabel = "目录", description = "放报告的目录，可以给多个；不给则检查索引")
  private List<Path> folders = List.of();

  @Option(names = "--index", paramLabel = "目录", description = "索引在哪里（默认：程序目录下的 index）")
  private @Nullable Path index;

  @Option(names = "--json", description = "输出 JSON，供脚本使用")
  private boolean json;

  @Mixin private DivisionsOption divisions = new DivisionsOption();

  CheckCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    if (index != null && !folders.isEmpty()) {
      throw new UserMistakeException("--index 和目录只能给一样：给目录检查目录里的文件，否则检查索引");
    }
    Gazetteer gazetteer = divisions.load();
    QualityCheck check = new QualityCheck(gazetteer);
    List<Finding> findings = new ArrayList<>();
    if (folders.isEmpty()) {
      Path where = index == null ? places.index() : index;
      try (LuceneEngine engine = LuceneEngine.open(where, places.searchTimeLimit())) {
        findings.addAll(look(engine, check));
      }
    } else {
      try (Trial trial =
          new Trial(folders, gazetteer, Ingest.Progress.SILENT, places.searchTimeLimit())) {
        for (IngestSummary.Remark skipped : trial.summary().skipped()) {
          findings.add(new Finding(Problem.SKIPPED, skipped.file(), null, skipped.reason()));
        }
        for (IngestSummary.Remark mistake : trial.mistakes()) {
          findings.add(new Finding(Problem.MANIFEST, mistake.file(), null, mistake.reason()));
        }
        findings.addAll(look(trial.engine(), check));
      }
    }
    if (json) {
      System.out.println(
          JsonMapper.builder()
              .build()
              .writeValueAsString(new Json(check.reports(), views(findings))));
    } else {
      print(check.reports(), findings, System.out);
    }
    return findings.isEmpty() ? Commands.OK : Commands.PARTLY;
  }

  private static List<Finding> look(SearchEngine engine, QualityCheck check) {
    String cursor = null;
    do {
      ReportPage page = engine.reports(Filters.NONE, SearchRequest.MAX_SIZE, cursor);
      for (ReportHead head : page.reports()) {
        engine.report(head.id()).ifPresent(check::add);
      }
      cursor = page.nextCursor();
    } while (cursor != null);
    return check.findings(engine::report);
  }

  private record Json(int reports, List<View> findings) {}

  private record View(
      String problem,
      String label,
      String file,
      @Nullable String reportId,
      String what,
      String advice) {}

  private static List<View> views(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                new View(
                    finding.problem().code(),
                    finding.problem().label(),
                    finding.file(),
                    finding.reportId(),
                    finding.what(),
                    finding.problem().advice()))
        .toList();
  }

  private static void print(int reports, List<Finding> findings, PrintStream out) {
    Map<Problem, List<Finding>> byProblem = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byProblem.computeIfAbsent(finding.problem(), problem -> new ArrayList<>()).add(finding);
    }
    byProblem.forEach(
        (problem, list) -> {
          out.println(problem.label() + "（" + list.size() + "）：" + problem.advice());
          list.forEach(finding -> out.println("  " + Shown.named(finding.file(), finding.what())));
        });
    long files = findings.stream().map(Finding::file).distinct().count();
    out.println(
        findings.isEmpty()
            ? String.format(Locale.ROOT, "检查了 %,d 份报告，没有发现问题", reports)
            : String.format(
                Locale.ROOT, "检查了 %,d 份报告，发现 %,d 处，涉及 %,d 个文件", reports, findings.size(), files));
  }
}
