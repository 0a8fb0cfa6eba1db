package govsearch.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The UI's pages, each put into the one frame that has what all share: head, header, navigation,
 * dialogs.
 *
 * <p>A page's file begins with lines {@code name: value} up to an empty one; the rest is its own
 * part of the body. Names: {@code title}, {@code main} (id of what is skipped to), {@code skip},
 * {@code class}, {@code progress} (what is waited for), {@code copies} (it may have to ask for a
 * copy by hand); and, as often as needed, {@code style}, {@code script}, {@code preload}, {@code
 * head} (an element as it is), {@code key} (keys | what they do).
 */
final class Pages {

  static final String FRAME = "frame.html";
  static final String FOLDER = "pages";
  static final String INDEX = "index.html";
  private static final String SITE = "法治政府报告检索";

  private static final Pattern OPTIONAL =
      Pattern.compile("\\{\\{#(\\w++)}}(.*?)\\{\\{/\\1}}", Pattern.DOTALL);

  /** Of a key and what it does. */
  private static final Pattern BETWEEN = Pattern.compile(" \\| ");

  private static final Pattern PART = Pattern.compile("\\{\\{(\\w++)}}");

  /** What was read of a page. */
  private record Page(Map<String, List<String>> lines, String body) {

    static Page of(String text, String name) {
      int end = text.indexOf("\n\n");
      if (end < 0) {
        throw new IllegalStateException("no empty line ends what is said of " + name);
      }
      Map<String, List<String>> lines = new LinkedHashMap<>();
      for (String line : text.substring(0, end).split("\n", -1)) {
        int colon = line.indexOf(": ");
        if (colon < 0) {
          throw new IllegalStateException(name + ": " + line);
        }
        lines
            .computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
            .add(line.substring(colon + 2));
      }
      return new Page(lines, text.substring(end + 2));
    }

    List<String> all(String name) {
      return lines.getOrDefault(name, List.of());
    }

    @Nullable String one(String name) {
      List<String> all = all(name);
      return all.isEmpty() ? null : all.getFirst();
    }

    String each(String name, String pattern) {
      return all(name).stream().map(pattern::formatted).collect(Collectors.joining());
    }
  }

  private final Path folder;

  /** Pages of a folder with the UI. */
  Pages(Path folder) {
    this.folder = folder;
  }

  /** File names of all pages; none where the folder has no pages. */
  List<String> names() {
    Path pages = folder.resolve(FOLDER);
    if (!Files.isDirectory(pages)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(pages)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page as the browser gets it. */
  String html(String name) throws IOException {
    String frame = Files.readString(folder.resolve(FRAME), StandardCharsets.UTF_8);
    String file = Files.readString(folder.resolve(FOLDER).resolve(name), StandardCharsets.UTF_8);
    Page page = Page.of(file, name);
    String title = page.one("title");
    String bodyClass = page.one("class");
    String skip = page.one("skip");
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("title", title == null ? SITE : title + " - " + SITE);
    parts.put("head", head(page));
    parts.put("class", bodyClass == null ? "" : " class=\"" + bodyClass + '"');
    parts.put("main", String.valueOf(page.one("main")));
    parts.put("skip", skip == null ? "跳到正文" : skip);
    parts.put("progress", String.join("", page.all("progress")));
    parts.put("copies", String.join("", page.all("copies")));
    parts.put("keys", keys(page));
    parts.put("body", page.body());
    return filled(current(frame, name.equals(INDEX) ? "/" : "/" + name), parts);
  }

  /** Tells the one link of the navigation that leads to the page itself from the others. */
  private static String current(String frame, String path) {
    return frame
        .replace("data-nav href=\"" + path + '"', "aria-current=\"page\" href=\"" + path + '"')
        .replace("data-nav ", "");
  }

  /** What stands between {@code {{#name}}} and {@code {{/name}}} only where there is something. */
  private static String filled(String frame, Map<String, String> parts) {
    String chosen =
        OPTIONAL
            .matcher(frame)
            .replaceAll(
                found ->
                    parts.getOrDefault(found.group(1), "").isEmpty()
                        ? ""
                        : Matcher.quoteReplacement(found.group(2)));
    return PART.matcher(chosen)
        .replaceAll(found -> Matcher.quoteReplacement(parts.getOrDefault(found.group(1), "")));
  }

  private static String keys(Page page) {
    return page.all("key").stream()
        .map(line -> BETWEEN.split(line, 2))
        .map(key -> "      <div><dt>%s</dt><dd>%s</dd></div>\n".formatted(key[0], key[1]))
        .collect(Collectors.joining());
  }

  private static String head(Page page) {
    return page.each("style", "<link rel=\"stylesheet\" href=\"/css/%s.css\">\n")
        + page.each("head", "%s\n")
        + page.each("preload", "<link rel=\"modulepreload\" href=\"%s\">\n")
        + page.each("script", "<script type=\"module\" src=\"/js/%s.js\"></script>\n");
  }
}
