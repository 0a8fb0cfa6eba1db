package govsearch.cli;

import govsearch.engine.SearchEngine;
import govsearch.export.TableFormat;
import govsearch.http.BatchView;
import govsearch.http.FilterValues;
import govsearch.insight.batch.Batch;
import govsearch.insight.batch.BatchLine;
import govsearch.insight.batch.BatchMode;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code batch}: counts a list of phrases, as {@code POST batch} does. */
@Command(
    name = "batch",
    description = "统计一批短语：每个短语多少段落、报告、乡镇，最早和最近的年度；没有命中的也列出",
    customSynopsis = "govsearch batch [选项] 文件",
    footer = {
      "",
      "文件每行一个短语；- 为标准输入。默认整行逐字计数，--mode=exact、words、most、loose 时每行是一个检索式。",
      "退出码：0 全部统计；1 有的行不能检索，原因在“说明”一列；2 用法有误"
    },
    mixinStandardHelpOptions = true)
final class BatchCommand implements Callable<Integer> {

  private static final Duration TIME_LIMIT = Duration.ofHours(1);

  private final Commands.Places places;

  @Parameters(paramLabel = "文件", description = "每行一个短语，UTF-8 或 GB18030；- 为标准输入")
  private String file = "-";

  @Option(
      names = "--mode",
      paramLabel = "方式",
      description = "phrase 整行逐字；exact、words、most、loose 每行是检索式（默认：phrase）")
  private String mode = BatchMode.PHRASE.code();

  @Option(names = "--format", paramLabel = "格式", description = "csv、xlsx、jsonl（默认：csv）")
  private String format = TableFormat.CSV.code();

  @Option(names = "--output", paramLabel = "文件", description = "写到这个文件（默认：标准输出）")
  private @Nullable Path output;

  @Option(names = "--region", paramLabel = "地区", description = "如 西宁市/湟中区；前面加 - 为排除；可以给多次")
  private List<String> region = List.of();

  @Option(names = "--town", paramLabel = "乡镇", description = "可以给多次")
  private List<String> town = List.of();

  @Option(names = "--year", paramLabel = "年度", description = "可以给多次")
  private List<String> year = List.of();

  @Option(names = "--section", paramLabel = "章节", description = "如 problems 或 问题；可以给多次")
  private List<String> section = List.of();

  @Option(names = "--index", paramLabel = "目录", description = "索引在哪里（默认：程序目录下的 index）")
  private @Nullable Path index;

  @Mixin private EngineOption kept = new EngineOption();

  BatchCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    BatchMode reading = Choice.of("--mode", mode, BatchMode.values(), BatchMode::code);
    TableFormat as = Choice.of("--format", format, TableFormat.values(), TableFormat::code);
    Filters filters =
        FilterValues.read(
            Map.of(
                FacetField.REGION, region,
                FacetField.TOWN, town,
                FacetField.YEAR, year,
                FacetField.SECTION, section));
    List<BatchLine> lines = BatchLine.of(TextInput.read(file));
    if (lines.isEmpty()) {
      throw new UserMistakeException(file + " 里没有短语");
    }
    if (lines.size() > Batch.MOST_LINES) {
      throw new UserMistakeException(
          "一次最多 " + Batch.MOST_LINES + " 个短语，" + file + " 里有 " + lines.size() + " 个，请分成几批");
    }
    BatchView view;
    try (Store.Opened opened = kept.store(index, places).open(places.searchTimeLimit())) {
      SearchEngine engine = opened.engine();
      view = BatchView.of(new Batch(engine, TIME_LIMIT).rows(lines, reading, filters), 0);
    }
    List<List<@Nullable Object>> rows = view.rows().stream().map(BatchView.RowView::cells).toList();
    new TableOutput(BatchView.NAME, BatchView.COLUMNS, rows).write(as, output);
    return view.bad() == 0 ? Commands.OK : Commands.PARTLY;
  }
}
