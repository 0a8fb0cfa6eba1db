package govsearch.ingest.extract.worker;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What of a page its reader reads. */
final class HtmlShown {

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

  private static final Pattern HIDDEN =
      Pattern.compile("display\\s*:\\s*none|mso-hide\\s*:\\s*all");

  /** Set on what a program of the page shows once it is loaded, as on articles of WeChat. */
  private static final Pattern INVISIBLE = Pattern.compile("visibility\\s*:\\s*hidden");

  /** Elements that are looked at for the one that holds the article. */
  private static final int MOST_INVISIBLE = 20;

  private final @Nullable Element article;

  HtmlShown(Document page) {
    this.article = article(page);
  }

  /** Whether an element is read, as far as it says itself. */
  boolean isShown(Element element) {
    if (UNREAD.contains(element.normalName()) || element.hasAttr("hidden")) {
      return false;
    }
    String style = style(element);
    return !HIDDEN.matcher(style).find()
        && (!INVISIBLE.matcher(style).find() || element.equals(article));
  }

  /** What holds most of a page's text is what the page is there for, hidden at first or not. */
  private static @Nullable Element article(Document page) {
    int most = page.body().text().length() / 2;
    return page.select("[style*=visibility]").stream()
        .limit(MOST_INVISIBLE)
        .filter(element -> INVISIBLE.matcher(style(element)).find())
        .filter(element -> element.text().length() > most)
        .findFirst()
        .orElse(null);
  }

  private static String style(Element element) {
    return element.attr("style").toLowerCase(Locale.ROOT);
  }
}
