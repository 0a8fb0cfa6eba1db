package govsearch.ingest.extract.worker;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line on a page, in points from the page's top left.
 *
 * @param page from 0
 * @param height of the page
 * @param left where its first visible character begins
 * @param right where its last visible character ends
 * @param y of its base line
 * @param em the height of its characters
 * @param column 1 and 2 on a page that is set in two columns, else 0
 * @param pieces what gaps divide it into as only a table's cells or columns are divided
 */
record PdfLine(
    String text,
    int page,
    double height,
    double left,
    double right,
    double y,
    double em,
    int column,
    List<Piece> pieces) {

  private static final String CELL = " | ";

  /** A part of a line without wide gaps. */
  record Piece(String text, double left, double right) {}

  static PdfLine of(List<Piece> pieces, int page, double height, double y, double em) {
    return new PdfLine(
        pieces.stream().map(Piece::text).collect(Collectors.joining(CELL)),
        page,
        height,
        pieces.getFirst().left(),
        pieces.getLast().right(),
        y,
        em,
        0,
        List.copyOf(pieces));
  }

  /** Whether it is of more than one piece. */
  boolean cells() {
    return pieces.size() > 1;
  }

  /** Some of its pieces as a line of a column. */
  PdfLine inColumn(int number, List<Piece> some) {
    PdfLine line = of(some, page, height, y, em);
    return new PdfLine(line.text, page, height, line.left, line.right, y, em, number, line.pieces);
  }
}
