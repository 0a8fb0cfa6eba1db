package govsearch.cli;

import govsearch.engine.ReportKey;
import govsearch.engine.SearchEngine;
import govsearch.export.Column;
import govsearch.export.Column.Look;
import govsearch.insight.overlap.OverlapFinder;
import govsearch.insight.overlap.OverlapSurvey;
import govsearch.query.Filters;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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

  @Option(
      names = "--formula",
      paramLabel = "份数",
      description = "一句话在超过几份报告里有就是套话（默认：${DEFAULT-VALUE}）")
  private int formula = OverlapFinder.FORMULA_REPORTS;

  @Mixin private ScopeOptions scope = new ScopeOptions();
  @Mixin private TableOption table = new TableOption();
  @Mixin private CollectionOption collection = new CollectionOption();

  OverlapCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    if (formula < 2 || formula > OverlapFinder.MOST_FORMULA_REPORTS) {
      throw new UserMistakeException("--formula 应是 2 到 " + OverlapFinder.MOST_FORMULA_REPORTS);
    }
    table.check();
    Filters which = scope.filters(List.of());
    OverlapSurvey survey;
    try (Store.Opened opened = collection.open(places)) {
      SearchEngine engine = opened.engine();
      Progress progress = new Progress();
      survey = OverlapSurvey.of(engine, which, formula, progress::all, progress::done);
    }
    table.write(
        new TableOutput("重合", COLUMNS, survey.pairs().stream().map(OverlapCommand::row).toList()));
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

  private static List<@Nullable Object> row(OverlapSurvey.Pair pair) {
    return Arrays.asList(
        name(pair.a()),
        pair.a().id(),
        name(pair.b()),
        pair.b().id(),
        direction(pair),
        pair.sentences(),
        pair.length(),
        percent(pair.shareA()),
        percent(pair.shareB()));
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
