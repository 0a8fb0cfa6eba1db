package govsearch.cli;

import govsearch.engine.SearchEngine;
import govsearch.http.BatchView;
import govsearch.insight.batch.Batch;
import govsearch.insight.batch.BatchLine;
import govsearch.insight.batch.BatchMode;
import govsearch.query.Filters;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
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

  @Option(names = "--section", paramLabel = "章节", description = "如 problems 或 问题；可以给多次")
  private List<String> section = List.of();

  @Mixin private ScopeOptions scope = new ScopeOptions();
  @Mixin private TableOption table = new TableOption();
  @Mixin private CollectionOption collection = new CollectionOption();

  BatchCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    BatchMode reading = Choice.of("--mode", mode, BatchMode.values(), BatchMode::code);
    table.check();
    Filters filters = scope.filters(section);
    List<BatchLine> lines = BatchLine.of(TextInput.read(file));
    if (lines.isEmpty()) {
      throw new UserMistakeException(file + " 里没有短语");
    }
    if (lines.size() > Batch.MOST_LINES) {
      throw new UserMistakeException(
          "一次最多 " + Batch.MOST_LINES + " 个短语，" + file + " 里有 " + lines.size() + " 个，请分成几批");
    }
    BatchView view;
    try (Store.Opened opened = collection.open(places)) {
      SearchEngine engine = opened.engine();
      view = BatchView.of(new Batch(engine, TIME_LIMIT).rows(lines, reading, filters), 0);
    }
    List<List<@Nullable Object>> rows = view.rows().stream().map(BatchView.RowView::cells).toList();
    table.write(new TableOutput(BatchView.NAME, BatchView.COLUMNS, rows));
    return view.bad() == 0 ? Commands.OK : Commands.PARTLY;
  }
}
