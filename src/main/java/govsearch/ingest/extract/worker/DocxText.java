package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the paragraphs and tables of WordprocessingML (ECMA-376 part 1, 17). What a revision
 * deleted, field codes and hidden text are not read; text boxes follow the paragraph that holds
 * them, and so do footnotes.
 */
final class DocxText {

  /** Takes a line of text, which may hold line breaks. */
  interface Lines {
    void add(String line) throws RejectedFileException;
  }

  private final WordXml xml;
  private final DocxStyles styles;
  private final Map<String, List<String>> notes;
  private final ListNumbering numbering = new ListNumbering();

  /** Where lines go: the document, or a cell of the table that is being read. */
  private Lines lines;

  /** Text of the paragraph that is being read, and of those whose end was deleted before it. */
  private StringBuilder text = new StringBuilder();

  private List<String> behind = new ArrayList<>();

  /** Rows of tables so far: more within a row are a table within a table. */
  private int rowsRead;

  private final DocxFields fields = new DocxFields();

  /** Whether the style of the paragraph that is being read hides it. */
  private boolean hiddenByStyle;

  /**
   * Puts in what is embedded as a file of its own.
   *
   * @see DocxChunks
   */
  interface Chunks {
    void read(String id) throws RejectedFileException;
  }

  private final Chunks chunks;

  DocxText(
      WordXml xml, DocxStyles styles, Map<String, List<String>> notes, Lines lines, Chunks chunks) {
    this.chunks = chunks;
    this.xml = xml;
    this.styles = styles;
    this.notes = notes;
    this.lines = lines;
  }

  /** Reads to the end of the document. */
  void readAll() throws XMLStreamException, RejectedFileException {
    while (xml.next()) {
      readBlock();
    }
    flush();
    for (String line : fields.unended()) {
      lines.add(line);
    }
  }

  /** Reads to the end of the element that has just begun. */
  void readElement() throws XMLStreamException, RejectedFileException {
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      readBlock();
    }
    flush();
  }

  private void readBlock() throws XMLStreamException, RejectedFileException {
    if (!xml.atStart()) {
      return;
    }
    switch (xml.name()) {
      case "p" -> readParagraph();
      case "tbl" -> readTable();
      case "altChunk" -> {
        flush();
        chunks.read(String.valueOf(xml.attribute("id")));
      }
      case "sdtPr" -> readControl();
      case "del", "moveFrom", "sectPr", ":Fallback" -> xml.skip();
      default -> {
        // what holds blocks: body, content controls, insertions
      }
    }
  }

  /**
   * A content control's properties; a table of contents, which repeats headings, is passed over.
   */
  private void readControl() throws XMLStreamException, RejectedFileException {
    int control = xml.depth() - 1;
    boolean contents = false;
    while (xml.next() && xml.depth() > control) {
      contents |=
          xml.atStart()
              && xml.name().equals("docPartGallery")
              && "Table of Contents".equals(xml.attribute("val"));
    }
    if (contents) {
      skipTo(control - 1);
    }
  }

  private void readParagraph() throws XMLStreamException, RejectedFileException {
    int outside = xml.depth() - 1;
    boolean joined = false;
    int start = text.length();
    String number = "";
    while (xml.next() && xml.depth() > outside) {
      if (!xml.atStart()) {
        continue;
      }
      switch (xml.name()) {
        case "pPr" -> {
          ParagraphProperties properties = readProperties();
          joined = properties.endDeleted();
          number = joined ? "" : number(properties);
          hiddenByStyle = styles.isHidden(properties.style());
          if (styles.isOfContents(properties.style())) {
            skipTo(outside);
            hiddenByStyle = false;
            return;
          }
        }
        case "r" -> readRun();
        case "del", "moveFrom", "sdtPr", ":Fallback" -> xml.skip();
        case ":t" -> readText(); // of a formula
        default -> {
          // what holds runs: links, insertions, fields, content controls
        }
      }
    }
    hiddenByStyle = false;
    if (!number.isEmpty() && text.length() > start) {
      text.insert(start, number);
    }
    if (!joined) {
      flush();
    }
  }

  private String number(ParagraphProperties properties) {
    DocxStyles.Numbered numbered = styles.resolve(properties.style(), properties.numbered());
    return numbered == null || numbered.id() == null
        ? ""
        : numbering.next(numbered.id(), styles.list(numbered.id()), numbered.level());
  }

  private void flush() throws RejectedFileException {
    String paragraph = text.toString();
    List<String> following = behind;
    text = new StringBuilder();
    behind = new ArrayList<>();
    if (!paragraph.isBlank()) {
      lines.add(paragraph);
    }
    fields.endParagraph();
    for (String line : following) {
      lines.add(line);
    }
  }

  private ParagraphProperties readProperties() throws XMLStreamException, RejectedFileException {
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
    return new ParagraphProperties(style, numbered, endDeleted);
  }

  private record ParagraphProperties(
      @Nullable String style, DocxStyles.Numbered numbered, boolean endDeleted) {}

  private void readRun() throws XMLStreamException, RejectedFileException {
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
            readBox();
          }
        }
        case "del", "moveFrom", "rt", ":Fallback" -> xml.skip();
        default -> {
          // what holds text: drawings, ruby
        }
      }
    }
  }

  private void skipTo(int outside) throws XMLStreamException, RejectedFileException {
    while (xml.depth() > outside && xml.next()) {
      // hidden
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

  private void readText() throws XMLStreamException, RejectedFileException {
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
      text.append(shown);
    }
  }

  private void readNote(String kind, boolean hidden) {
    if (!hidden) {
      behind.addAll(notes.getOrDefault(kind + xml.attribute("id"), List.of()));
    }
  }

  /** A text box: its paragraphs come behind the one that it is anchored in. */
  private void readBox() throws XMLStreamException, RejectedFileException {
    behind.addAll(apart());
  }

  /** The lines of the element that has just begun, read apart from the paragraph around it. */
  private List<String> apart() throws XMLStreamException, RejectedFileException {
    StringBuilder outerText = text;
    List<String> outerBehind = behind;
    Lines outerLines = lines;
    List<String> inner = new ArrayList<>();
    text = new StringBuilder();
    behind = new ArrayList<>();
    lines = inner::add;
    readElement();
    text = outerText;
    behind = outerBehind;
    lines = outerLines;
    return inner;
  }

  private void readTable() throws XMLStreamException, RejectedFileException {
    flush();
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      if (!xml.atStart()) {
        continue;
      }
      switch (xml.name()) {
        case "tr" -> readRow();
        case "del", "moveFrom", "sdtPr" -> xml.skip();
        default -> {
          // looks, and what holds rows
        }
      }
    }
  }

  private void readRow() throws XMLStreamException, RejectedFileException {
    TableRow row = new TableRow();
    boolean deleted = false;
    int rowsBefore = rowsRead;
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      if (!xml.atStart()) {
        continue;
      }
      switch (xml.name()) {
        case "del" -> deleted = true; // in the row's properties
        case "tc" -> row.cell().addAll(apart());
        case "trPrChange", "tblPrEx", "sdtPr" -> xml.skip();
        default -> {
          // looks, and what holds cells
        }
      }
    }
    if (rowsRead > rowsBefore) {
      row.holdsTable();
    }
    rowsRead++;
    if (!deleted) {
      for (String line : row.lines()) {
        lines.add(line);
      }
    }
  }
}
