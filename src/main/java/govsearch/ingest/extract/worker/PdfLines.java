package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** Finds the lines of a text layer and where they stand, which Tika's reader throws away. */
final class PdfLines extends PDFTextStripper {

  /** Wider than what justifying a line puts between two characters. */
  private static final double CELL_GAP = 1.8;

  /** Degrees; a scan that was laid on crooked is not so far off. */
  private static final double MOST_ASKEW = 8;

  private static final int MOST_CHARACTERS = 2_000_000;

  private final List<PdfLine> lines = new ArrayList<>();
  private final List<TextPosition> line = new ArrayList<>();
  private long characters;

  private PdfLines() {
    setSortByPosition(true);
    setSuppressDuplicateOverlappingText(true);
  }

  /** The lines of all pages in reading order. */
  static List<PdfLine> of(PDDocument document) throws IOException, RejectedFileException {
    PdfLines stripper = new PdfLines();
    stripper.writeText(document, Writer.nullWriter());
    if (stripper.characters > MOST_CHARACTERS) {
      throw new RejectedFileException("文字超过 " + MOST_CHARACTERS + " 字，不像报告");
    }
    return PdfColumns.inOrder(stripper.lines);
  }

  /** Leaves out what stands aslant: a watermark, whose characters would fall into the sentences. */
  @Override
  protected void processTextPosition(TextPosition glyph) {
    var matrix = glyph.getTextMatrix();
    double angle = Math.toDegrees(Math.atan2(matrix.getShearY(), matrix.getScaleX()));
    double off = Math.abs(angle - 90 * Math.round(angle / 90));
    if (off < MOST_ASKEW) {
      super.processTextPosition(glyph);
    }
  }

  @Override
  protected void writeString(String text, @Nullable List<TextPosition> positions) {
    if (positions != null && characters <= MOST_CHARACTERS) {
      characters += positions.size();
      line.addAll(positions);
    }
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writePageEnd() {
    endLine();
  }

  private void endLine() {
    List<PdfLine.Piece> pieces = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    TextPosition first = null;
    TextPosition begin = null;
    TextPosition last = null;
    for (TextPosition glyph : line) {
      String written = glyph.getUnicode();
      if (written == null || written.isBlank()) {
        continue;
      }
      if (last != null && begin != null) {
        double gap = glyph.getXDirAdj() - end(last);
        double em = Math.max(size(glyph), size(last));
        if (gap > CELL_GAP * em) {
          pieces.add(new PdfLine.Piece(text.toString(), begin.getXDirAdj(), end(last)));
          text.setLength(0);
          begin = glyph;
        } else if (gap > 0.2 * em && (isLatin(last) && isLatin(glyph))) {
          text.append(' ');
        }
      }
      text.append(written);
      first = first == null ? glyph : first;
      begin = begin == null ? glyph : begin;
      last = glyph;
    }
    line.clear();
    if (first != null && begin != null && last != null) {
      pieces.add(new PdfLine.Piece(text.toString(), begin.getXDirAdj(), end(last)));
      lines.add(
          PdfLine.of(
              pieces,
              getCurrentPageNo() - 1,
              first.getPageHeight(),
              first.getYDirAdj(),
              size(first)));
    }
  }

  private static double end(TextPosition glyph) {
    return glyph.getXDirAdj() + glyph.getWidthDirAdj();
  }

  private static double size(TextPosition glyph) {
    return Math.max(1, glyph.getFontSizeInPt());
  }

  private static boolean isLatin(TextPosition glyph) {
    return glyph.getUnicode().codePoints().allMatch(c -> c < 0x2E80);
  }
}
