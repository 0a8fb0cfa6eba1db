package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Reads what stands in a paragraph: runs of text, with their fields, notes and text boxes. */
final class DocxRuns {

  private final WordXml xml;
  private final DocxStyles styles;
  private final Map<String, List<String>> notes;
  private final DocxLines lines;
  private final DocxLines.Body box;
  private final DocxFields fields = new DocxFields();

  /** Whether the style of the paragraph that is being read hides it. */
  private boolean hiddenByStyle;

  /**
   * For one document.
   *
   * @param box reads the text box that has just begun
   */
  DocxRuns(
      WordXml xml,
      DocxStyles styles,
      Map<String, List<String>> notes,
      DocxLines lines,
      DocxLines.Body box) {
    this.xml = xml;
    this.styles = styles;
    this.notes = notes;
    this.lines = lines;
    this.box = box;
  }

  /** Whether the style of the paragraph that begins hides what is not shown again. */
  void hideByStyle(boolean hidden) {
    hiddenByStyle = hidden;
  }

  /** Told at the end of each paragraph. */
  void endParagraph() {
    fields.endParagraph();
  }

  /** Results of fields that the document began and did not end. */
  List<String> unended() {
    return fields.unended();
  }

  /** Reads the run that has just begun. */
  void read() throws XMLStreamException, RejectedFileException {
    int outside = xml.depth() - 1;
    boolean hidden = hiddenByStyle;
    while (xml.next() && xml.depth() > outside) {
      if (!xml.atStart()) {
        continue;
      }
      switch (xml.name()) {
        case "rPr" -> hidden = readHidden();
        case "fldChar" -> fields.mark(String.valueOf(xml.attribute("fldCharType")));
        case "instrText" -> fields.code(readPlain());
        case "sym" -> show(hidden, DocxSymbols.text(xml.attribute("font"), xml.attribute("char")));
        case "t" -> show(hidden, readPlain());
        case "tab", "ptab" -> show(hidden, "\t");
        case "br" -> show(hidden, "page".equals(xml.attribute("type")) ? "" : "\n");
        case "cr" -> show(hidden, "\n");
        case "noBreakHyphen" -> show(hidden, "-");
        case "footnoteReference" -> readNote("footnote", hidden);
        case "endnoteReference" -> readNote("endnote", hidden);
        case "txbxContent" -> {
          if (hidden) {
            xml.skip();
          } else {
            boolean outer = hiddenByStyle;
            hiddenByStyle = false;
            lines.addBehind(lines.apart(box));
            hiddenByStyle = outer;
          }
        }
        case "del", "moveFrom", "rt", ":Fallback" -> xml.skip();
        default -> {
          // what holds text: drawings, ruby
        }
      }
    }
  }

  /** Whether a run's own properties, else its style, else its paragraph's style hide it. */
  private boolean readHidden() throws XMLStreamException, RejectedFileException {
    boolean hidden = hiddenByStyle;
    boolean own = false;
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      if (xml.atStart() && xml.name().equals("rPrChange")) {
        xml.skip();
      } else if (xml.atStart() && xml.name().equals("vanish")) {
        hidden = xml.isOn();
        own = true;
      } else if (xml.atStart() && xml.name().equals("rStyle") && !own) {
        hidden |= styles.isHidden(xml.attribute("val"));
      }
    }
    return hidden;
  }

  /** Reads the text of a formula, which has just begun. */
  void readFormula() throws XMLStreamException, RejectedFileException {
    show(false, readPlain());
  }

  private String readPlain() throws XMLStreamException, RejectedFileException {
    StringBuilder plain = new StringBuilder();
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      if (xml.atText()) {
        plain.append(xml.text());
      }
    }
    return plain.toString();
  }

  private void show(boolean hidden, String shown) {
    if (!hidden && !fields.takes(shown)) {
      lines.append(shown);
    }
  }

  private void readNote(String kind, boolean hidden) {
    if (!hidden) {
      lines.addBehind(notes.getOrDefault(kind + xml.attribute("id"), List.of()));
    }
  }
}
