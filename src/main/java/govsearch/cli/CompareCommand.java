package govsearch.cli;

import govsearch.engine.Reports;
import govsearch.http.CompareView;
import govsearch.http.RevisionsView;
import govsearch.insight.compare.Comparer;
import govsearch.insight.compare.Comparison;
import govsearch.report.Report;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code compare}: two reports, or two texts of one, as {@code GET compare} compares them. */
@Command(
    name = "compare",
    description = "比较：两份报告，或者一份报告的两次文字，逐节逐句列出改动的、新增的和不再有的",
    customSynopsis = "govsearch compare [选项] 报告 报告",
    footer = {
      "",
      "前一份写较早的。例：./govsearch compare u6gbri7lrh6e 5kq3zc2vxa7m",
      "以前的文字写作 编号@时间，由 ./govsearch revisions 编号 列出。",
      "退出码：0 两份文字相同；1 有不同；2 用法有误"
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

  private final Commands.Places places;

  @Parameters(index = "0", paramLabel = "报告", description = "报告编号，或 编号@时间")
  private String before = "";

  @Parameters(index = "1", paramLabel = "报告", description = "与它比较的，写法相同")
  private String after = "";

  @Mixin private CollectionOption collection = new CollectionOption();

  @Option(names = "--all", description = "相同的句子也列出")
  private boolean all;

  @Option(names = "--json", description = "输出 JSON，与 GET /api/v1/compare 相同")
  private boolean json;

  CompareCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() {
    if (before.equals(after)) {
      throw new UserMistakeException("给的是同一份报告，请给两份不同的");
    }
    long start = System.nanoTime();
    Comparison found;
    try (Store.Opened opened = collection.open(places)) {
      found = compared(text(opened.engine(), before), text(opened.engine(), after));
    }
    if (json) {
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      System.out.println(
          JsonMapper.builder().build().writeValueAsString(CompareView.of(found, millis)));
    } else {
      new ComparisonPrinter(System.out, Terminal.hasColours(), all).print(found);
    }
    boolean isSame =
        found.parts().stream()
            .flatMap(part -> part.pieces().stream())
            .allMatch(piece -> piece.kind() == Comparison.Kind.SAME);
    return isSame ? Commands.OK : Commands.PARTLY;
  }

  private static Report text(Reports engine, String key) {
    return RevisionsView.text(engine, key)
        .orElseThrow(
            () ->
                new UserMistakeException(
                    key.contains("@")
                        ? "没有这份文字：" + key + "；有哪些见 ./govsearch revisions 编号"
                        : "没有编号为 " + key + " 的报告"));
  }

  private static Comparison compared(Report a, Report b) {
    try {
      return Comparer.compare(a, b);
    } catch (Comparer.TooLongException e) {
      throw new UserMistakeException(
          "编号为 "
              + e.reportId()
              + " 的报告有 "
              + e.sentences()
              + " 句，最多比较 "
              + Comparer.MOST_SENTENCES
              + " 句");
    }
  }
}
