package govsearch.http;

import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a report was published. On a web page a paragraph is pointed at by its own text (URL
 * Fragment Text Directives, {@code #:~:text=}), which browsers scroll to and mark.
 */
final class SourceAddress {

  private static final Set<String> DOCUMENTS =
      Set.of("doc", "docx", "wps", "rtf", "pdf", "ofd", "xls", "xlsx", "zip", "rar", "txt");

  /** Where a sentence or clause ends, and so what is marked may end. */
  private static final String ENDS = "。；！？，：、,;!?:";

  private static final int SHORT = 40;
  private static final int FEWEST = 8;

  private SourceAddress() {}

  /**
   * The address.
   *
   * @param paragraph null for the whole report
   * @return null where it is not known
   */
  static @Nullable String of(ReportHead head, @Nullable Paragraph paragraph) {
    String url = head.source().url();
    if (url == null || paragraph == null || !isPage(url)) {
      return url;
    }
    return url + (url.indexOf('#') < 0 ? "#" : "") + ":~:text=" + directive(paragraph.text());
  }

  private static boolean isPage(String url) {
    try {
      String path = new URI(url).getPath();
      String file = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
      return !DOCUMENTS.contains(
          file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** A short text whole; of a long one its first and its last clause. */
  private static String directive(String text) {
    if (text.length() <= SHORT) {
      return encoded(text);
    }
    int first = FEWEST;
    while (first < SHORT / 2 && ENDS.indexOf(text.charAt(first)) < 0) {
      first++;
    }
    int last = text.length() - FEWEST;
    while (last > text.length() - SHORT / 2 && ENDS.indexOf(text.charAt(last - 1)) < 0) {
      last--;
    }
    return encoded(whole(text, 0, first)) + "," + encoded(whole(text, last, text.length()));
  }

  /** A part of a text that cuts no character in two. */
  private static String whole(String text, int from, int to) {
    int start = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
    int end = to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to + 1 : to;
    return text.substring(start, end);
  }

  /** In a directive a comma, an ampersand and a hyphen have a meaning of their own. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("-", "%2D");
  }
}
