package govsearch.ingest.extract.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Takes page numbers and the headers and footers that pages repeat out of a document's lines. */
final class PdfMargins {

  /** A header or footer has two lines at most. */
  private static final int DEPTH = 2;

  private static final int FEWEST_REPEATS = 3;
  private static final double TOP = 0.12;
  private static final double BOTTOM = 0.85;

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "^[-—–－·.\\s]*+(第\\s*+)?([0-9０-９]{1,4}|[一二三四五六七八九十百]{1,4}(?=\\s*+页))\\s*+(页)?"
              + "(\\s*+[/／,，]?\\s*+(共\\s*+)?[0-9０-９]{1,4}\\s*+页?)?[-—–－·.\\s]*+");
  private static final Pattern DIGITS = Pattern.compile("[0-9０-９]+");

  private PdfMargins() {}

  static List<PdfLine> remove(List<PdfLine> lines) {
    Map<Integer, List<PdfLine>> pages = new TreeMap<>();
    lines.forEach(line -> pages.computeIfAbsent(line.page(), p -> new ArrayList<>()).add(line));
    Map<String, Integer> pagesWith = new HashMap<>();
    for (List<PdfLine> page : pages.values()) {
      Set<String> keys = new HashSet<>();
      edges(page).forEach(line -> keys.add(key(line)));
      keys.forEach(key -> pagesWith.merge(key, 1, Integer::sum));
    }
    int enough = Math.max(FEWEST_REPEATS, (pages.size() + 2) / 3);
    boolean two = pages.size() == 2;
    List<PdfLine> kept = new ArrayList<>();
    for (List<PdfLine> page : pages.values()) {
      Set<PdfLine> furniture = new HashSet<>();
      for (PdfLine line : edges(page)) {
        int repeats = pagesWith.getOrDefault(key(line), 0);
        boolean ofBoth = two && repeats == 2 && isOutside(line) && !endsSentence(line);
        if (repeats >= enough || ofBoth || isPageNumber(line)) {
          furniture.add(line);
        }
      }
      page.stream().filter(line -> !furniture.contains(line)).forEach(kept::add);
    }
    return kept;
  }

  private static List<PdfLine> edges(List<PdfLine> page) {
    List<PdfLine> edges = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      if (i < DEPTH || i >= page.size() - DEPTH) {
        edges.add(page.get(i));
      }
    }
    return edges;
  }

  /** What a line says and at what height, whichever number is in it. */
  private static String key(PdfLine line) {
    return Math.round(line.y() / 4) + DIGITS.matcher(line.text()).replaceAll("#");
  }

  private static boolean isOutside(PdfLine line) {
    double place = line.y() / line.height();
    return place < TOP || place > BOTTOM;
  }

  private static boolean endsSentence(PdfLine line) {
    return "。！？；".indexOf(line.text().charAt(line.text().length() - 1)) >= 0;
  }

  private static boolean isPageNumber(PdfLine line) {
    return isOutside(line) && PAGE_NUMBER.matcher(line.text()).matches();
  }
}
