package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** The lines that a reader of a page sees: blocks, line breaks, rows of tables, numbered items. */
final class HtmlText implements NodeFilter {

  /** What no reader reads: programs, forms, the ways around a site, deleted text. */
  private static final Set<String> UNREAD =
      Set.of(
          "head",
          "title",
          "script",
          "style",
          "noscript",
          "template",
          "select",
          "option",
          "button",
          "input",
          "textarea",
          "nav",
          "iframe",
          "object",
          "svg",
          "del",
          "rt",
          "rp",
          "xml");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final Pattern HIDDEN =
      Pattern.compile("display\\s*:\\s*none|mso-hide\\s*:\\s*all");

  /** Set on what a program of the page shows once it is loaded, as on articles of WeChat. */
  private static final Pattern INVISIBLE = Pattern.compile("visibility\\s*:\\s*hidden");

  private static final int MOST_INVISIBLE = 20;
  private static final Pattern UNNUMBERED = Pattern.compile("list-style(-type)?\\s*:\\s*none");
  private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\f]+");

  /** Possessive: white space is looked at once, however much of it there is. */
  private static final Pattern SPACE_IN_HAN =
      Pattern.compile("(?<=[\\p{IsHan}。，、；：！？”）》])\\s++(?=[\\p{IsHan}“（《])");

  private final Document page;
  private final Output out;
  private final @Nullable Element article;

  /** Whether the page hides the numbers of its lists, as sites do that make menus of them. */
  private final boolean unnumbered;

  private final StringBuilder text = new StringBuilder();

  /** Where lines go: cells of the tables that are being read, innermost first. */
  private final Deque<List<String>> cells = new ArrayDeque<>();

  private final Deque<TableRow> rows = new ArrayDeque<>();
  private final IdentityHashMap<Element, Integer> numbers = new IdentityHashMap<>();
  private int preformatted;

  HtmlText(Document page, Output out) {
    this.page = page;
    this.out = out;
    this.article = article(page);
    this.unnumbered =
        page.select("style").stream().anyMatch(style -> UNNUMBERED.matcher(style.data()).find());
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
      if (UNREAD.contains(element.normalName()) || isHidden(element)) {
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

  private boolean isHidden(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT);
    return element.hasAttr("hidden")
        || HIDDEN.matcher(style).find()
        || (INVISIBLE.matcher(style).find() && !element.equals(article));
  }

  /** What holds most of a page's text is what the page is there for, hidden at first or not. */
  private static @Nullable Element article(Document page) {
    int most = page.body().text().length() / 2;
    return page.select("[style*=visibility]").stream()
        .limit(MOST_INVISIBLE)
        .filter(element -> INVISIBLE.matcher(element.attr("style").toLowerCase(Locale.ROOT)).find())
        .filter(element -> element.text().length() > most)
        .findFirst()
        .orElse(null);
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
      text.append(number(element));
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

  /** The number that a browser shows before an item. */
  private String number(Element item) {
    Element list = item.parent();
    if (unnumbered || list == null || !list.normalName().equals("ol")) {
      return "";
    }
    String style = (list.attr("style") + ";" + item.attr("style")).toLowerCase(Locale.ROOT);
    if (UNNUMBERED.matcher(style).find()) {
      return "";
    }
    int number = numbers.merge(list, start(list), (last, start) -> last + 1);
    boolean chinese = style.contains("cjk-ideographic") || style.contains("chinese");
    return switch (list.attr("type")) {
      case "a" -> NumberFormats.format("lowerLetter", number) + ". ";
      case "A" -> NumberFormats.format("upperLetter", number) + ". ";
      case "i" -> NumberFormats.format("lowerRoman", number) + ". ";
      case "I" -> NumberFormats.format("upperRoman", number) + ". ";
      default -> chinese ? NumberFormats.format("chineseCounting", number) + "、" : number + ". ";
    };
  }

  private static int start(Element list) {
    String start = list.attr("start");
    return NUMBER.matcher(start).matches() ? Integer.parseInt(start) : 1;
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
