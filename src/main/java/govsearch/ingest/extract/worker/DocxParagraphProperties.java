package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * What a paragraph says of itself (ECMA-376 part 1, 17.3.1.26).
 *
 * @param style the id of its style, or null
 * @param endDeleted whether the mark that ends it was deleted, so that the next one joins it
 */
record DocxParagraphProperties(
    @Nullable String style, DocxStyles.Numbered numbered, boolean endDeleted) {

  /** Reads the element {@code pPr} that has just begun. */
  static DocxParagraphProperties read(WordXml xml)
      throws XMLStreamException, RejectedFileException {
    String style = null;
    DocxStyles.Numbered numbered = DocxStyles.Numbered.NOT;
    boolean endDeleted = false;
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      if (!xml.atStart()) {
        continue;
      }
      switch (xml.name()) {
        case "pStyle" -> style = xml.attribute("val");
        case "numPr" -> numbered = DocxStyles.numbered(xml);
        case "del", "moveFrom" -> endDeleted = true; // of the mark that ends the paragraph
        case "pPrChange", "rPrChange", "sectPr" -> xml.skip();
        default -> {
          // looks
        }
      }
    }
    return new DocxParagraphProperties(style, numbered, endDeleted);
  }
}
