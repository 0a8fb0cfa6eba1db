package govsearch.cli;

import govsearch.engine.SearchEngine;
import govsearch.http.QuotesView;
import govsearch.insight.quotes.QuoteCheck;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code quotes}: the quotations of a text, as {@code POST quotes} checks them. */
@Command(
    name = "quotes",
    description = "引文核对：文章里的每处引文是否一字不差、出自哪份报告",
    customSynopsis = "govsearch quotes [选项] 文件",
    footer = {
      "",
      "引文用“”、「」、\"\" 或行首的 > 标出；书名号不算。- 为标准输入。",
      "退出码：0 都一字不差；1 有改动、出处不符、本库未见或没有核对的；2 用法有误"
    },
    mixinStandardHelpOptions = true)
final class QuotesCommand implements Callable<Integer> {

  private static final String VERBATIM = "verbatim";
  private static final Map<String, String> OUTCOMES =
      Map.of(VERBATIM, "一字不差", "elsewhere", "出处不符", "changed", "有改动", "unseen", "本库未见");

  private final Commands.Places places;

  @Parameters(paramLabel = "文件", description = "文章，UTF-8 或 GB18030；- 为标准输入")
  private String file = "-";

  @Mixin private CollectionOption collection = new CollectionOption();

  @Option(names = "--json", description = "输出 JSON，与 POST /api/v1/quotes 相同")
  private boolean json;

  QuotesCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    String text = TextInput.read(file);
    if (text.length() > QuoteCheck.LONGEST_TEXT) {
      throw new UserMistakeException(file + " 超过 " + QuoteCheck.LONGEST_TEXT + " 字，请分几次核对");
    }
    long start = System.nanoTime();
    QuotesView view;
    try (Store.Opened opened = collection.open(places)) {
      SearchEngine engine = opened.engine();
      view =
          QuotesView.of(new QuoteCheck(engine).of(text), (System.nanoTime() - start) / 1_000_000);
    }
    if (json) {
      System.out.println(JsonMapper.builder().build().writeValueAsString(view));
    } else {
      print(view);
    }
    long verbatim = view.outcomes().getOrDefault(VERBATIM, 0L);
    return verbatim == view.total() ? Commands.OK : Commands.PARTLY;
  }

  private static void print(QuotesView view) {
    if (view.quotes().isEmpty()) {
      System.out.println("没有引文：引文用“”、「」、\"\" 或行首的 > 标出，至少六个字");
    }
    for (QuotesView.QuoteView quote : view.quotes()) {
      System.out.println(
          "["
              + OUTCOMES.getOrDefault(quote.outcome(), quote.outcome())
              + "] “"
              + quote.quoted()
              + "”");
      if (quote.claimedTown() != null || quote.claimedYear() != null) {
        System.out.println(
            "    文中说是："
                + (quote.claimedTown() == null ? "" : quote.claimedTown() + " ")
                + (quote.claimedYear() == null ? "" : quote.claimedYear() + " 年"));
      }
      for (QuotesView.FoundView found : quote.found()) {
        System.out.println(
            "    "
                + (found.report().town() == null ? "乡镇未注明" : found.report().town())
                + (found.report().year() == null ? "" : " " + found.report().year())
                + " "
                + found.report().id()
                + "#"
                + found.paragraphId()
                + (quote.outcome().equals("changed") ? "：" + found.text() : ""));
      }
    }
    if (view.checked() < view.total()) {
      System.out.println("共 " + view.total() + " 处引文，只核对了前 " + view.checked() + " 处；其余的请另存为一篇再核对。");
    }
    System.out.println("本库未见只是说库里没有，不是说没有人这样写过。");
  }
}
