package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The lines that a reader of a page sees: blocks, line breaks, rows of tables, numbered items. */
final class HtmlText implements NodeFilter {

  private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\f]+");

  /** Possessive: white space is looked at once, however much of it there is. */
  private static final Pattern SPACE_IN_HAN =
      Pattern.compile("(?<=[\\p{IsHan}。，、；：！？”）》])\\s++(?=[\\p{IsHan}“（《])");

  private final Document page;
  private final Output out;
  private final HtmlShown shown;
  private final HtmlListNumbers numbers;
  private final StringBuilder text = new StringBuilder();

  /** Where lines go: cells of the tables that are being read, innermost first. */
  private final Deque<List<String>> cells = new ArrayDeque<>();

  private final Deque<TableRow> rows = new ArrayDeque<>();
  private int preformatted;

  HtmlText(Document page, Output out) {
    this.page = page;
    this.out = out;
    this.shown = new HtmlShown(page);
    this.numbers = new HtmlListNumbers(page);
  }

  void readAll() throws RejectedFileException {
    try {
      page.body().filter(this);
      flush();
    } catch (TooMuchException e) {
      throw e.rejection;
    }
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode written) {
      append(written);
    } else if (node instanceof Element element) {
      if (!shown.isShown(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      begin(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      end(element);
    }
    return FilterResult.CONTINUE;
  }

  private void append(TextNode written) {
    String raw = written.getWholeText();
    if (preformatted > 0) {
      text.append(raw);
      return;
    }
    String joined =
        raw.indexOf('\n') < 0 ? raw : SPACE_IN_HAN.matcher(raw).replaceAll(HtmlText::unbroken);
    text.append(SPACE.matcher(joined).replaceAll(" "));
  }

  /** Where a line of the file ends between two Chinese characters there is no space. */
  private static String unbroken(MatchResult space) {
    return space.group().indexOf('\n') < 0 ? space.group() : "";
  }

  private void begin(Element element) {
    switch (element.normalName()) {
      case "br" -> text.append('\n');
      case "tr" -> {
        flush();
        rows.push(new TableRow());
      }
      case "td", "th" -> {
        flush();
        if (!rows.isEmpty()) {
          cells.push(rows.element().cell());
        }
      }
      default -> {
        if (element.isBlock()) {
          flush();
        }
      }
    }
    if (element.normalName().equals("li")) {
      text.append(numbers.next(element));
    } else if (element.normalName().equals("pre")) {
      preformatted++;
    }
  }

  private void end(Element element) {
    switch (element.normalName()) {
      case "td", "th" -> {
        flush();
        if (!rows.isEmpty()) {
          cells.pop();
        }
      }
      case "tr" -> {
        flush();
        endRow();
      }
      default -> {
        if (element.isBlock()) {
          flush();
        }
        preformatted -= element.normalName().equals("pre") ? 1 : 0;
      }
    }
  }

  private void endRow() {
    TableRow row = rows.pop();
    if (!rows.isEmpty()) {
      rows.element().holdsTable();
    }
    for (String line : row.lines()) {
      emit(line);
    }
  }

  private void flush() {
    if (!text.isEmpty()) {
      String lines = text.toString();
      text.setLength(0);
      for (String line : lines.split("\n")) {
        if (!line.isBlank()) {
          emit(line);
        }
      }
    }
  }

  private void emit(String line) {
    try {
      if (cells.isEmpty()) {
        out.line(line);
      } else {
        cells.element().add(line);
      }
    } catch (RejectedFileException e) {
      throw new TooMuchException(e);
    }
  }

  /** Carries a rejection through the library's traversal. */
  private static final class TooMuchException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient RejectedFileException rejection;

    TooMuchException(RejectedFileException rejection) {
      super(rejection);
      this.rejection = rejection;
    }
  }
}
