package govsearch.cli;

import govsearch.http.SelfCheckView;
import govsearch.report.Section;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints a self-check. */
final class SelfCheckPrinter {

  private static final String FORMULA = "formula";
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put(FORMULA, "套话");
    KINDS.put("own-earlier", "与本单位往年相同");
    KINDS.put("elsewhere", "与别处相同");
    KINDS.put("alike", "近似");
    KINDS.put("new", "自己的");
    KINDS.put("brief", "太短，不比较");
  }

  private final PrintStream out;

  SelfCheckPrinter(PrintStream out) {
    this.out = out;
  }

  void print(SelfCheckView view) {
    SelfCheckView.OwnView own = view.own();
    SelfCheckView.SourceReport before = own.lastYear();
    out.println(
        (own.town() == null
                ? "没有认出是哪个乡镇的（可用 --town 指定）"
                : String.join("", own.region()) + own.town())
            + (own.year() == null ? "，年度未注明" : "，" + own.year() + " 年度")
            + (before == null ? "；库里没有上年的报告" : "；对照 " + who(before)));
    if (!own.candidates().isEmpty()) {
      out.println("叫这个名字的有几处，请用 --town 指定：" + String.join("、", own.candidates()));
    }
    int all = view.lengths().values().stream().mapToInt(Integer::intValue).sum();
    KINDS.forEach(
        (kind, name) -> {
          int length = view.lengths().getOrDefault(kind, 0);
          out.println(
              "  "
                  + name
                  + " "
                  + Math.round(100.0 * length / Math.max(1, all))
                  + "%，"
                  + length
                  + " 字");
        });
    sentences(view);
    list("别处的地名", view.names().stream().map(n -> "第 " + n.paragraph() + " 段：" + n.name()).toList());
    list(
        "与上年相同的数字",
        view.repeated().stream().map(n -> "第 " + n.paragraph() + " 段：" + n.text()).toList());
    list(
        "前后不一的数字",
        view.contradictions().stream()
            .map(c -> "第 " + c.paragraph() + " 段：" + c.text() + "（" + c.message().strip() + "）")
            .toList());
    list(
        "没有的章节",
        view.missing().stream()
            .map(m -> section(m.section()) + "（" + Math.round(100 * m.share()) + "% 的报告有）")
            .toList());
    list("没有措施的问题", view.unanswered().stream().map(SelfCheckView.SpotView::text).toList());
    list("上年的计划没有下文", view.silent().stream().map(SelfCheckView.PlanView::text).toList());
    out.println("用时 " + view.tookMillis() + " 毫秒。套话可以照用；相同、近似只说文字，不作评价。");
  }

  private void sentences(SelfCheckView view) {
    Map<String, SelfCheckView.SourceReport> reports = new HashMap<>();
    view.reports().forEach(report -> reports.put(report.id(), report));
    out.println();
    for (SelfCheckView.SentenceView sentence : view.sentences()) {
      String text =
          view.paragraphs()
              .get(sentence.paragraph() - 1)
              .text()
              .substring(sentence.start(), sentence.end());
      String kind = KINDS.getOrDefault(sentence.kind(), sentence.kind());
      SelfCheckView.SourceView source = sentence.source();
      if (sentence.kind().equals(FORMULA)) {
        out.println("[" + kind + "，" + sentence.towns() + " 个乡镇] " + text);
      } else if (source != null) {
        SelfCheckView.SourceReport report = reports.get(source.reportId());
        String who = report == null ? "" : who(report);
        out.println(
            "["
                + kind
                + "："
                + who
                + " "
                + source.reportId()
                + "#"
                + source.paragraphId()
                + "] "
                + text);
        if (sentence.kind().equals("alike")) {
          out.println("    原句：" + source.text());
        }
      } else {
        out.println("[" + kind + "] " + text);
      }
    }
    out.println();
  }

  private static String section(String code) {
    return Section.of(code).map(Section::label).orElse(code);
  }

  private static String who(SelfCheckView.SourceReport report) {
    return (report.town() == null ? "乡镇未注明" : report.town())
        + (report.year() == null ? "" : " " + report.year());
  }

  private void list(String name, List<String> lines) {
    if (!lines.isEmpty()) {
      out.println(name + "（" + lines.size() + "）：");
      lines.forEach(line -> out.println("  " + line));
    }
  }
}
