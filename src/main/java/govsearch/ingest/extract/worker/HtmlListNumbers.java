package govsearch.ingest.extract.worker;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The numbers that a browser shows before the items of a page's lists. */
final class HtmlListNumbers {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final Pattern UNNUMBERED = Pattern.compile("list-style(-type)?\\s*:\\s*none");

  /** Whether the page hides the numbers of its lists, as sites do that make menus of them. */
  private final boolean unnumbered;

  private final IdentityHashMap<Element, Integer> last = new IdentityHashMap<>();

  HtmlListNumbers(Document page) {
    this.unnumbered =
        page.select("style").stream().anyMatch(style -> UNNUMBERED.matcher(style.data()).find());
  }

  /** What stands before an item that begins now; empty if it has no number. */
  String next(Element item) {
    Element list = item.parent();
    if (unnumbered || list == null || !list.normalName().equals("ol")) {
      return "";
    }
    String style = (list.attr("style") + ";" + item.attr("style")).toLowerCase(Locale.ROOT);
    if (UNNUMBERED.matcher(style).find()) {
      return "";
    }
    int number = last.merge(list, start(list), (before, start) -> before + 1);
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
}
