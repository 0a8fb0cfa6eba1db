package govsearch.ingest.extract.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Mends the lines of pages into paragraphs. A line begins a paragraph if it is indented, if the one
 * before ends early, if more space is above it, or if it begins like a heading behind the end of a
 * sentence. Where a paragraph without indentation begins behind a line that is full to its last
 * character, nothing tells, and the two stay together.
 */
final class PdfParagraphs {

  private static final double INDENT = 1.2;

  /** Chinese lines may end two characters early, for no line may begin with a full stop. */
  private static final double EARLY = 2.6;

  private static final double WIDE_GAP = 1.45;
  private static final int COLUMNS = 3;
  private static final int FEW_LINES = 10;

  private static final Pattern ITEM =
      Pattern.compile(
          "第[一二三四五六七八九十]{1,3}[章节部条].*|[一二三四五六七八九十]{1,3}[、.．].*|[（(][一二三四五六七八九十0-9]{1,3}[)）].*"
              + "|[0-9]{1,2}[、.．](?![0-9]).*|附件.{0,6}");
  private static final String SENTENCE_END = "。！？；：!?;:”）)";

  /** What separates the lines of a page or of the whole document. */
  private record Column(double left, double right, double pitch) {}

  private PdfParagraphs() {}

  static List<String> of(List<PdfLine> lines) {
    Map<Integer, Column> columns = columns(lines);
    List<String> paragraphs = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      PdfLine line = lines.get(i);
      if (i > 0 && begins(lines.get(i - 1), line, columns)) {
        paragraphs.add(text.toString());
        text.setLength(0);
      }
      boolean latin =
          !text.isEmpty()
              && isLatin(text.charAt(text.length() - 1))
              && isLatin(line.text().charAt(0));
      text.append(latin ? " " : "").append(line.text());
    }
    paragraphs.add(text.toString());
    return paragraphs;
  }

  private static boolean begins(PdfLine before, PdfLine line, Map<Integer, Column> columns) {
    Column own = columns.getOrDefault(place(line), new Column(0, 0, 0));
    Column above = columns.getOrDefault(place(before), own);
    if (line.cells() || before.cells() || Math.abs(line.em() - before.em()) > 0.15 * line.em()) {
      return true;
    }
    if (line.left() > own.left() + INDENT * line.em()
        || before.right() < above.right() - EARLY * before.em()) {
      return true;
    }
    boolean samePage = place(line) == place(before);
    if (samePage && own.pitch() > 0 && line.y() - before.y() > WIDE_GAP * own.pitch()) {
      return true;
    }
    char end = before.text().charAt(before.text().length() - 1);
    return SENTENCE_END.indexOf(end) >= 0 && ITEM.matcher(line.text()).matches();
  }

  private static Map<Integer, Column> columns(List<PdfLine> lines) {
    Map<Integer, List<PdfLine>> pages = new HashMap<>();
    lines.forEach(line -> pages.computeIfAbsent(place(line), p -> new ArrayList<>()).add(line));
    Column all = column(lines);
    Map<Integer, Column> columns = new HashMap<>();
    pages.forEach(
        (place, own) -> {
          boolean few = own.size() < FEW_LINES && place % COLUMNS == 0;
          columns.put(place, few ? all : column(own));
        });
    return columns;
  }

  /** A page's column, by a number of its own. */
  private static int place(PdfLine line) {
    return line.page() * COLUMNS + line.column();
  }

  /** Margins from the lines that reach them: nearly all do on the left, most on the right. */
  private static Column column(List<PdfLine> lines) {
    double[] lefts = lines.stream().mapToDouble(PdfLine::left).sorted().toArray();
    double[] rights = lines.stream().mapToDouble(PdfLine::right).sorted().toArray();
    List<Double> pitches = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      double pitch = lines.get(i).y() - lines.get(i - 1).y();
      if (pitch > 0 && lines.get(i).page() == lines.get(i - 1).page()) {
        pitches.add(pitch);
      }
    }
    double[] sorted = pitches.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Column(at(lefts, 0.05), at(rights, 0.9), at(sorted, 0.5));
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
  }

  private static boolean isLatin(char c) {
    return c < 0x2E80 && Character.isLetterOrDigit(c);
  }
}
