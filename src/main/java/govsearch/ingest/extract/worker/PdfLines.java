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

  private static final String CELL = " | ";
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
    return stripper.lines;
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
    StringBuilder text = new StringBuilder();
    TextPosition first = null;
    TextPosition last = null;
    boolean cells = false;
    for (TextPosition glyph : line) {
      String written = glyph.getUnicode();
      if (written == null || written.isBlank()) {
        continue;
      }
      if (last != null) {
        double gap = glyph.getXDirAdj() - (last.getXDirAdj() + last.getWidthDirAdj());
        double em = Math.max(size(glyph), size(last));
        if (gap > CELL_GAP * em) {
          text.append(CELL);
          cells = true;
        } else if (gap > 0.2 * em && (isLatin(last) && isLatin(glyph))) {
          text.append(' ');
        }
      }
      text.append(written);
      first = first == null ? glyph : first;
      last = glyph;
    }
    line.clear();
    if (first != null && last != null) {
      lines.add(
          new PdfLine(
              text.toString(),
              getCurrentPageNo() - 1,
              first.getPageHeight(),
              first.getXDirAdj(),
              last.getXDirAdj() + last.getWidthDirAdj(),
              first.getYDirAdj(),
              size(first),
              cells));
    }
  }

  private static double size(TextPosition glyph) {
    return Math.max(1, glyph.getFontSizeInPt());
  }

  private static boolean isLatin(TextPosition glyph) {
    return glyph.getUnicode().codePoints().allMatch(c -> c < 0x2E80);
  }
}
