package govsearch.cli;

import govsearch.engine.Hit;
import govsearch.engine.SearchEngine;
import govsearch.http.FilterValues;
import govsearch.http.RevisionsView;
import govsearch.http.WatchFeed;
import govsearch.http.Watched;
import govsearch.insight.PlainReading;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.SearchRequest;
import govsearch.report.ReportHead;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watch}: what has come to match a search, as {@code GET watch.atom} tells it. */
@Command(
    name = "watch",
    description = "关注：新收录和修订了的报告里与一个检索式相符的，最近的在前，每份报告列第一处",
    customSynopsis = "govsearch watch [选项] [检索式]",
    footer = {
      "",
      "例：./govsearch watch --since=2026-01-31 法律明白人",
      "    ./govsearch watch --atom --public-url=https://reports.example.org --output=feed.xml"
          + " 法律明白人"
    },
    mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {

  private final Commands.Places places;

  @Parameters(arity = "0..*", paramLabel = "检索式", description = "写法与检索相同；不给则是全部报告")
  private List<String> words = List.of();

  @Option(
      names = "--mode",
      paramLabel = "方式",
      description = "exact 一字不差、words 全部词语、most 部分词语、loose 含同义说法（默认：words）")
  private String mode = Mode.WORDS.code();

  @Option(names = "--section", paramLabel = "章节", description = "如 problems 或 问题；可以给多次")
  private List<String> section = List.of();

  @Option(names = "--since", paramLabel = "日期", description = "这一天（如 2026-01-31）以来的（默认：第一次收录完以后的）")
  private String since = "";

  @Option(
      names = "--atom",
      description = "输出 Atom 订阅，与 GET /api/v1/watch.atom 相同；要同时给 --public-url")
  private boolean atom;

  @Option(names = "--public-url", paramLabel = "网址", description = "服务对外的网址，订阅里的链接用它")
  private @Nullable String publicUrl;

  @Option(names = "--output", paramLabel = "文件", description = "写到这个文件（默认：标准输出）")
  private @Nullable Path output;

  @Mixin private ScopeOptions scope = new ScopeOptions();
  @Mixin private CollectionOption collection = new CollectionOption();

  WatchCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    String query = String.join(" ", words);
    if (query.length() > SearchRequest.MAX_QUERY_LENGTH) {
      throw new UserMistakeException("检索式最多 " + SearchRequest.MAX_QUERY_LENGTH + " 字");
    }
    if (atom && publicUrl == null) {
      throw new UserMistakeException("--atom 要同时给 --public-url：订阅里的链接要能从别处打开");
    }
    Mode howStrictly = Choice.of("--mode", mode, Mode.values(), Mode::code);
    Filters filters = filters();
    Watched watched;
    try (Store.Opened opened = collection.open(places)) {
      SearchEngine engine = opened.engine();
      watched =
          Watched.of(
              engine,
              new PlainReading(engine).read(query, howStrictly).query(),
              howStrictly,
              filters);
    }
    new TextOutput(
            publicUrl != null && atom
                ? new WatchFeed(
                        Listening.publicUrl(publicUrl),
                        asked(query),
                        WatchFeed.title(query, filters))
                    .of(watched)
                : listed(watched))
        .write(output);
    return Commands.OK;
  }

  private Filters filters() {
    return scope.filters(section).since(FilterValues.since(since));
  }

  /** The query of the feed's address, as the service takes it. */
  private String asked(String query) {
    StringBuilder asked = new StringBuilder("?").append(parameter("q", query));
    if (!mode.equals(Mode.WORDS.code())) {
      asked.append('&').append(parameter("mode", mode));
    }
    scope
        .given()
        .forEach(
            (field, values) ->
                values.forEach(value -> asked.append('&').append(parameter(field.code(), value))));
    if (!since.isBlank()) {
      asked.append('&').append(parameter("since", since.strip()));
    }
    return asked.toString();
  }

  private static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private String listed(Watched watched) {
    ResultPrinter printer = new ResultPrinter(System.out, output == null && Terminal.hasColours());
    StringBuilder text = new StringBuilder();
    for (Watched.Entry entry : watched.entries()) {
      Hit hit = entry.hit();
      ReportHead head = hit.report();
      text.append(ResultPrinter.stated(head.town()))
          .append(' ')
          .append(ResultPrinter.stated(head.year()))
          .append("  ")
          .append(Shown.text(head.title() == null ? "（原文无标题）" : head.title()))
          .append('\n')
          .append(entry.seen().isRevised() ? "修订于 " : "收录于 ")
          .append(RevisionsView.local(Instant.ofEpochSecond(entry.seen().text())));
      if (entry.before() != null) {
        text.append("；比较：./govsearch compare ")
            .append(entry.before())
            .append(' ')
            .append(head.id());
      }
      text.append('\n')
          .append(printer.marked(hit.paragraph().text(), hit.ranges()))
          .append('\n')
          .append(head.id())
          .append('.')
          .append(hit.paragraph().id())
          .append("\n\n");
    }
    String note = watched.note();
    return text.append(
            watched.entries().isEmpty() ? "没有新的" : "列出 " + watched.entries().size() + " 份")
        .append(note.isEmpty() ? "" : "；" + note)
        .append('\n')
        .toString();
  }
}
