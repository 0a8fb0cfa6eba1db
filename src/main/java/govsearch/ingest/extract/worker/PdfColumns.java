package govsearch.ingest.extract.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the lines of a page that is set in two columns in the order in which they are read: what
 * spans both, then the left column, then the right one. A table of two columns is none: its cells
 * are short, or do not fill their column as running text does.
 */
final class PdfColumns {

  private static final int FEWEST_LINES = 5;
  private static final int SHORTEST = 8;

  /** The gutter lies about the middle. */
  private static final double FROM = 0.35;

  private static final double TO = 0.65;
  private static final int STEPS = 60;

  /** Of what is on a page, a title and the like may span the columns. */
  private static final double MOST_SPANNING = 0.3;

  private static final double LEAST_FILLED = 0.6;

  private PdfColumns() {}

  static List<PdfLine> inOrder(List<PdfLine> lines) {
    Map<Integer, List<PdfLine>> pages = new TreeMap<>();
    lines.forEach(line -> pages.computeIfAbsent(line.page(), p -> new ArrayList<>()).add(line));
    List<PdfLine> ordered = new ArrayList<>(lines.size());
    pages.values().forEach(page -> ordered.addAll(page(page)));
    return ordered;
  }

  private static List<PdfLine> page(List<PdfLine> lines) {
    double left = lines.stream().mapToDouble(PdfLine::left).min().orElse(0);
    double right = lines.stream().mapToDouble(PdfLine::right).max().orElse(0);
    for (int step = 0; step <= STEPS; step++) {
      // From the middle outwards, to either side in turn.
      double off = (step + 1) / 2 * (step % 2 == 0 ? 1 : -1) * (TO - FROM) / STEPS;
      double gutter = left + (right - left) * ((FROM + TO) / 2 + off);
      if (isGutter(lines, gutter)) {
        return divided(lines, gutter);
      }
    }
    return lines;
  }

  private static boolean isGutter(List<PdfLine> lines, double gutter) {
    List<PdfLine.Piece> before = new ArrayList<>();
    List<PdfLine.Piece> behind = new ArrayList<>();
    int spanning = 0;
    for (PdfLine line : lines) {
      for (PdfLine.Piece piece : line.pieces()) {
        if (piece.right() <= gutter) {
          before.add(piece);
        } else if (piece.left() >= gutter) {
          behind.add(piece);
        } else {
          spanning++;
        }
      }
    }
    int all = before.size() + behind.size() + spanning;
    return spanning <= MOST_SPANNING * all && isText(before) && isText(behind);
  }

  /** Whether pieces fill a column as the lines of running text do. */
  private static boolean isText(List<PdfLine.Piece> pieces) {
    int characters = pieces.stream().mapToInt(piece -> piece.text().length()).sum();
    if (pieces.size() < FEWEST_LINES || characters < SHORTEST * pieces.size()) {
      return false;
    }
    double right = pieces.stream().mapToDouble(PdfLine.Piece::right).max().orElse(0);
    double left = pieces.stream().mapToDouble(PdfLine.Piece::left).min().orElse(0);
    double filled = pieces.stream().mapToDouble(piece -> piece.right() - piece.left()).sum();
    return filled >= LEAST_FILLED * (right - left) * pieces.size();
  }

  private static List<PdfLine> divided(List<PdfLine> lines, double gutter) {
    List<PdfLine> ordered = new ArrayList<>(lines.size());
    List<PdfLine> behind = new ArrayList<>();
    for (PdfLine line : lines) {
      boolean spans =
          line.pieces().stream().anyMatch(piece -> piece.left() < gutter && piece.right() > gutter);
      if (spans) {
        ordered.addAll(behind);
        behind.clear();
        ordered.add(line);
        continue;
      }
      List<PdfLine.Piece> left =
          line.pieces().stream().filter(piece -> piece.right() <= gutter).toList();
      List<PdfLine.Piece> right =
          line.pieces().stream().filter(piece -> piece.left() >= gutter).toList();
      if (!left.isEmpty()) {
        ordered.add(line.inColumn(1, left));
      }
      if (!right.isEmpty()) {
        behind.add(line.inColumn(2, right));
      }
    }
    ordered.addAll(behind);
    return ordered;
  }
}
