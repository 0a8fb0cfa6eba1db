package govsearch.ingest.extract.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fields of a docx, which may run over many paragraphs (ECMA-376 part 1, 17.16). What a table of
 * contents shows repeats the headings and is kept out of the text.
 */
final class DocxFields {

  private int depth;

  /** How deep the table of contents lies that is being read; 0 outside. */
  private int contentsAt;

  private final List<String> taken = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  /** A field begins, turns to its result or ends. */
  void mark(String type) {
    if (type.equals("begin")) {
      depth++;
    } else if (type.equals("end") && depth > 0) {
      if (depth == contentsAt) {
        contentsAt = 0;
        taken.clear();
        line.setLength(0);
      }
      depth--;
    }
  }

  /** Reads a piece of a field's code. */
  void code(String code) {
    String word = code.strip().toUpperCase(Locale.ROOT);
    boolean contents = word.equals("TOC") || word.startsWith("TOC ");
    if (contents && depth > 0 && contentsAt == 0) {
      contentsAt = depth;
    }
  }

  /** Whether text is of a table of contents, and so no text of the document. */
  boolean takes(String text) {
    if (contentsAt > 0) {
      line.append(text);
    }
    return contentsAt > 0;
  }

  void endParagraph() {
    if (!line.toString().isBlank()) {
      taken.add(line.toString());
    }
    line.setLength(0);
  }

  /** What a table of contents took that never ended: the file is damaged, and this is its text. */
  List<String> unended() {
    endParagraph();
    return contentsAt > 0 ? List.copyOf(taken) : List.of();
  }
}
