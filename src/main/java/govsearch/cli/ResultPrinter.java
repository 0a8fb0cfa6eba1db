package govsearch.cli;

import govsearch.http.ConceptView;
import govsearch.http.Instead;
import govsearch.http.SearchView;
import govsearch.query.FacetField;
import govsearch.query.Notice;
import govsearch.query.Understood;
import govsearch.report.Section;
import govsearch.text.Range;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints hits for reading. */
final class ResultPrinter {

  private static final String BOLD = "\u001B[1m";
  private static final String DIM = "\u001B[2m";
  private static final String MARK = "\u001B[1;31m";
  private static final String PLAIN = "\u001B[0m";

  private final PrintStream out;
  private final boolean colours;

  ResultPrinter(PrintStream out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  void print(SearchView view) {
    for (Notice notice : view.notices()) {
      out.println("提示：" + Shown.text(notice.message()));
    }
    for (Understood part : view.understood()) {
      if (part.verbatim() != null) {
        out.println("已读作" + Shown.text(part.label()) + "；按原文检索：" + Shown.text(part.verbatim()));
      }
    }
    Instead instead = view.instead();
    if (instead != null) {
      for (Instead.Phrase phrase : instead.phrases()) {
        String count = (phrase.exact() ? "" : "至少 ") + phrase.count() + " 段";
        out.println("是不是要找：" + Shown.text(phrase.query()) + "（" + count + "）");
      }
    }
    view.hits().forEach(this::print);
    if (!view.partial().isEmpty()) {
      out.println(styled(BOLD, "以下各段含有其中主要的词，不计入总数："));
      out.println();
      view.partial().forEach(this::print);
    }
    out.println(
        "共 "
            + view.total().value()
            + " 段，其中 "
            + view.literalTotal()
            + " 段逐字包含；列出 "
            + view.hits().size()
            + " 段，"
            + view.tookMillis()
            + " 毫秒");
    if (view.nextCursor() != null) {
      out.println("下一页：--cursor " + view.nextCursor());
    }
  }

  private void print(SearchView.HitView hit) {
    String section = Section.of(hit.section()).map(Section::label).orElse(hit.section());
    out.println(
        styled(BOLD, stated(hit.town()) + " " + stated(hit.year()))
            + "  "
            + styled(DIM, hit.title() == null ? "（原文无标题）" : hit.title()));
    String path = String.join(" › ", hit.headingPath());
    out.println(styled(DIM, "[" + section + "] " + path));
    out.println(marked(hit.text(), hit.ranges()));
    String otherWords =
        hit.concepts().stream()
            .filter(concept -> !concept.said().equals(concept.asked()))
            .map(ResultPrinter::otherWords)
            .collect(Collectors.joining("；"));
    if (!otherWords.isEmpty()) {
      out.println("同义说法：" + Shown.text(otherWords));
    }
    out.println(styled(DIM, hit.reportId() + "." + hit.paragraphId()));
    out.println();
  }

  /** What says it, whose parts may stand apart, and the concept that it says. */
  private static String otherWords(ConceptView concept) {
    String said = concept.said().replace(" ", "……");
    return concept.said().equals(concept.name()) ? said : said + "（" + concept.name() + "）";
  }

  /** The text with what matched in colour, or between brackets where there are no colours. */
  String marked(String text, List<Range> ranges) {
    StringBuilder marked = new StringBuilder();
    int done = 0;
    for (Range range : ranges) {
      marked.append(Shown.text(text.substring(done, range.start())));
      String match = Shown.text(range.of(text));
      marked.append(colours ? MARK + match + PLAIN : "【" + match + "】");
      done = range.end();
    }
    return marked.append(Shown.text(text.substring(done))).toString();
  }

  String styled(String style, String text) {
    String shown = Shown.text(text);
    return colours ? style + shown + PLAIN : shown;
  }

  static String stated(@Nullable Object value) {
    return value == null ? FacetField.UNSTATED : value.toString();
  }
}
