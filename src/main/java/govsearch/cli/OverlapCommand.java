package govsearch.cli;

import govsearch.engine.ReportKey;
import govsearch.engine.SearchEngine;
import govsearch.export.Column;
import govsearch.export.Column.Look;
import govsearch.export.TableFormat;
import govsearch.export.TableWriter;
import govsearch.http.FilterValues;
import govsearch.insight.overlap.OverlapFinder;
import govsearch.insight.overlap.OverlapSurvey;
import govsearch.query.FacetField;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code overlap}: which reports share text that is no formula, as {@code GET overlap} tells it.
 */
@Command(
    name = "overlap",
    description = "重合：不同乡镇的哪些报告，除套话以外有相同的文字；两两一行，相同最多的在前",
    customSynopsis = "govsearch overlap [选项]",
    footer = {
      "",
      "例：./govsearch overlap --region=西宁市/湟中区 --year=2024 --format=xlsx --output=重合.xlsx"
    },
    mixinStandardHelpOptions = true)
final class OverlapCommand implements Callable<Integer> {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("earlier", "较早的报告", Look.NAME),
          new Column("earlier_id", "编号"),
          new Column("later", "较晚的报告", Look.NAME),
          new Column("later_id", "编号"),
          new Column("direction", "先后"),
          new Column("sentences", "相同句数"),
          new Column("length", "相同字数"),
          new Column("share_earlier", "占较早的（%）"),
          new Column("share_later", "占较晚的（%）"));

  private final Commands.Places places;

  @Option(names = "--region", paramLabel = "地区", description = "如 西宁市/湟中区；可以给多次")
  private List<String> region = List.of();

  @Option(names = "--town", paramLabel = "乡镇", description = "可以给多次")
  private List<String> town = List.of();

  @Option(names = "--year", paramLabel = "年度", description = "可以给多次")
  private List<String> year = List.of();

  @Option(
      names = "--formula",
      paramLabel = "份数",
      description = "一句话在超过几份报告里有就是套话（默认：${DEFAULT-VALUE}）")
  private int formula = OverlapFinder.FORMULA_REPORTS;

  @Option(names = "--format", paramLabel = "格式", description = "csv、xlsx、jsonl（默认：csv）")
  private String format = TableFormat.CSV.code();

  @Option(names = "--output", paramLabel = "文件", description = "写到这个文件（默认：标准输出）")
  private @Nullable Path output;

  @Option(names = "--index", paramLabel = "目录", description = "索引在哪里（默认：程序目录下的 index）")
  private @Nullable Path index;

  @Mixin private EngineOption kept = new EngineOption();

  OverlapCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    if (formula < 2 || formula > OverlapFinder.MOST_FORMULA_REPORTS) {
      throw new UserMistakeException("--formula 应是 2 到 " + OverlapFinder.MOST_FORMULA_REPORTS);
    }
    TableFormat as = Choice.of("--format", format, TableFormat.values(), TableFormat::code);
    var scope =
        FilterValues.read(
            Map.of(FacetField.REGION, region, FacetField.TOWN, town, FacetField.YEAR, year));
    OverlapSurvey survey;
    try (Store.Opened opened = kept.store(index, places).open(places.searchTimeLimit())) {
      SearchEngine engine = opened.engine();
      Progress progress = new Progress();
      survey = OverlapSurvey.of(engine, scope, formula, progress::all, progress::done);
    }
    if (output == null) {
      table(survey, as, System.out);
    } else {
      try (OutputStream out = Files.newOutputStream(output)) {
        table(survey, as, out);
      }
    }
    System.err.println(
        survey.reports()
            + " 份报告，"
            + survey.total()
            + " 对有重合，"
            + survey.clusters().size()
            + " 组互相重合");
    return Commands.OK;
  }

  /** Tells every few per cent, where somebody looks. */
  private static final class Progress {
    private static final int STEPS = 20;
    private int all;

    void all(int count) {
      all = count;
    }

    void done(int count) {
      if (count % Math.max(1, all / STEPS) == 0) {
        System.err.println("已看 " + count + "/" + all);
      }
    }
  }

  private static void table(OverlapSurvey survey, TableFormat as, OutputStream out)
      throws IOException {
    TableWriter table = as.open(out, "重合", COLUMNS);
    for (OverlapSurvey.Pair pair : survey.pairs()) {
      table.row(
          Arrays.asList(
              name(pair.a()),
              pair.a().id(),
              name(pair.b()),
              pair.b().id(),
              direction(pair),
              pair.sentences(),
              pair.length(),
              percent(pair.shareA()),
              percent(pair.shareB())));
    }
    table.finish();
  }

  private static String name(ReportKey key) {
    return key.place().path() + (key.year() == null ? "" : " " + key.year());
  }

  private static String direction(OverlapSurvey.Pair pair) {
    return switch (pair.direction()) {
      case EARLIER, LATER -> "前后年度";
      case SAME_YEAR -> "同一年度";
      case UNKNOWN -> "不明";
    };
  }

  private static @Nullable Long percent(@Nullable Double share) {
    return share == null ? null : (Long) Math.round(100 * share);
  }
}
