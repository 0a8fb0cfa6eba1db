package govsearch.cli;

import govsearch.http.Citations;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cite}: a report or a paragraph as lists of references want it. */
@Command(
    name = "cite",
    description = "引文：一份报告或其中一段的参考文献著录",
    customSynopsis = "govsearch cite [选项] 编号",
    footer = {
      "",
      "编号在检索结果每条的末尾：报告编号，或 报告编号.段落编号。",
      "例：./govsearch cite --public-url=https://reports.example.org u6gbri7lrh6e.6pgnq6rq",
      "    ./govsearch cite --style=ris u6gbri7lrh6e > 引文.ris"
    },
    mixinStandardHelpOptions = true)
final class CiteCommand implements Callable<Integer> {

  private final Commands.Places places;

  /** How references are written. */
  private enum Style {
    GBT7714("gbt7714", Citations::gbt7714),
    BRIEF("brief", Citations::brief),
    RIS("ris", Citations::ris),
    BIBTEX("bibtex", Citations::bibtex);

    private final String code;
    private final Function<Citations, String> written;

    Style(String code, Function<Citations, String> written) {
      this.code = code;
      this.written = written;
    }
  }

  @Parameters(
      arity = "1",
      paramLabel = "编号",
      description = "如 u6gbri7lrh6e 或 u6gbri7lrh6e.6pgnq6rq")
  private String key = "";

  @Option(
      names = "--style",
      paramLabel = "格式",
      description = "gbt7714（GB/T 7714-2025）、brief 脚注、ris、bibtex（默认：gbt7714）")
  private String style = Style.GBT7714.code;

  @Option(names = "--public-url", paramLabel = "网址", description = "服务对外的网址；没有时引文写明没有")
  private @Nullable String publicUrl;

  @Mixin private CollectionOption collection = new CollectionOption();

  CiteCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() {
    Style as = Choice.of("--style", style, Style.values(), one -> one.code);
    String url = publicUrl == null ? null : Listening.publicUrl(publicUrl);
    try (Store.Opened opened = collection.open(places)) {
      Citations found =
          Citations.of(opened.engine(), key, url)
              .orElseThrow(() -> new UserMistakeException("没有编号为 " + key + " 的报告或段落"));
      System.out.println(as.written.apply(found).stripTrailing());
    }
    return Commands.OK;
  }
}
