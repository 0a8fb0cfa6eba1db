package govsearch.cli;

import govsearch.engine.SearchResult;
import govsearch.http.DidYouMean;
import govsearch.http.FilterValues;
import govsearch.http.Instead;
import govsearch.http.SearchView;
import govsearch.http.TownReports;
import govsearch.insight.PlainReading;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.ParsedQuery;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code search}: the same search on the terminal. */
@Command(
    name = "search",
    description = "在终端检索，检索式与网页相同",
    customSynopsis = "govsearch search [选项] 检索式",
    footer = {
      "",
      "例：./govsearch search '“法律明白人” year:2023..2025'",
      "    ./govsearch search --section=问题 网格员 流动",
      "    ./govsearch search -- '-青少年 普法'    以 - 开头时前面加 -- 和空格"
    },
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {

  private final Commands.Places places;

  @Parameters(
      arity = "0..*",
      paramLabel = "检索式",
      description = "如 “法律明白人”、网格员 OR 调解员、经费 section:问题")
  private List<String> words = List.of();

  @Option(
      names = "--mode",
      paramLabel = "方式",
      description = "exact 一字不差、words 全部词语、most 部分词语、loose 含同义说法（默认：words）")
  private String mode = Mode.WORDS.code();

  @Option(
      names = "--sort",
      paramLabel = "顺序",
      description = "relevance、newest、oldest、town、first-seen 新收录在前（默认：relevance）")
  private String sort = SortOrder.RELEVANCE.code();

  @Option(names = "--size", paramLabel = "条数", description = "最多列出几条，1 到 200（默认：${DEFAULT-VALUE}）")
  private int size = 20;

  @Option(names = "--cursor", paramLabel = "位置", description = "上一页给出的 nextCursor")
  private @Nullable String cursor;

  @Option(names = "--section", paramLabel = "章节", description = "如 problems 或 问题；可以给多次")
  private List<String> section = List.of();

  @Mixin private ScopeOptions scope = new ScopeOptions();
  @Mixin private CollectionOption collection = new CollectionOption();

  @Option(names = "--since", paramLabel = "日期", description = "只要这一天（如 2026-01-31）以后收录或修订的报告")
  private String since = "";

  @Option(names = "--json", description = "输出 JSON，与 GET /api/v1/search 相同")
  private boolean json;

  SearchCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() {
    if (size < 1 || size > SearchRequest.MAX_SIZE) {
      throw new UserMistakeException("--size 应是 1 到 " + SearchRequest.MAX_SIZE);
    }
    String query = String.join(" ", words);
    if (query.length() > SearchRequest.MAX_QUERY_LENGTH) {
      throw new UserMistakeException("检索式最多 " + SearchRequest.MAX_QUERY_LENGTH + " 字");
    }
    Mode howStrictly = Choice.of("--mode", mode, Mode.values(), Mode::code);
    Filters filters = scope.filters(section).since(FilterValues.since(since));
    SortOrder order = Choice.of("--sort", sort, SortOrder.values(), SortOrder::code);
    try (Store.Opened opened = collection.open(places)) {
      long start = System.nanoTime();
      PlainReading reading = new PlainReading(opened.engine());
      ParsedQuery parsed = reading.read(query, howStrictly);
      SearchRequest request =
          new SearchRequest(parsed.query(), howStrictly, filters, order, size, cursor);
      SearchResult result = opened.engine().search(request);
      Instead instead = new DidYouMean(opened.engine(), reading).of(query, parsed, request, result);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      SearchView view =
          SearchView.of(
              parsed,
              howStrictly,
              result,
              new TownReports(opened.engine()).of(parsed, request),
              instead,
              opened.engine().edition().orElse(null),
              millis);
      if (json) {
        System.out.println(JsonMapper.builder().build().writeValueAsString(view));
      } else {
        new ResultPrinter(System.out, Terminal.hasColours()).print(view);
      }
    }
    return Commands.OK;
  }
}
