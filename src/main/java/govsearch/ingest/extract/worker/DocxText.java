package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * Reads the paragraphs and tables of WordprocessingML (ECMA-376 part 1, 17). What a revision
 * deleted, field codes and hidden text are not read; text boxes follow the paragraph that holds
 * them, and so do footnotes.
 */
final class DocxText {

  private final WordXml xml;
  private final DocxStyles styles;
  private final ListNumbering numbering = new ListNumbering();
  private final DocxLines lines;
  private final DocxRuns runs;

  /** Rows of tables so far: more within a row are a table within a table. */
  private int rowsRead;

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
      WordXml xml,
      DocxStyles styles,
      Map<String, List<String>> notes,
      LineSink sink,
      Chunks chunks) {
    this.chunks = chunks;
    this.xml = xml;
    this.styles = styles;
    this.lines = new DocxLines(sink);
    this.runs = new DocxRuns(xml, styles, notes, lines, this::readElement);
  }

  /** Reads to the end of the document. */
  void readAll() throws XMLStreamException, RejectedFileException {
    while (xml.next()) {
      readBlock();
    }
    flush();
    for (String line : runs.unended()) {
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
    int start = lines.length();
    String number = "";
    while (xml.next() && xml.depth() > outside) {
      if (!xml.atStart()) {
        continue;
      }
      switch (xml.name()) {
        case "pPr" -> {
          DocxParagraphProperties properties = DocxParagraphProperties.read(xml);
          joined = properties.endDeleted();
          number = joined ? "" : number(properties);
          runs.hideByStyle(styles.isHidden(properties.style()));
          if (styles.isOfContents(properties.style())) {
            skipTo(outside);
            runs.hideByStyle(false);
            return;
          }
        }
        case "r" -> runs.read();
        case "del", "moveFrom", "sdtPr", ":Fallback" -> xml.skip();
        case ":t" -> runs.readFormula();
        default -> {
          // what holds runs: links, insertions, fields, content controls
        }
      }
    }
    runs.hideByStyle(false);
    if (!number.isEmpty() && lines.length() > start) {
      lines.insert(start, number);
    }
    if (!joined) {
      flush();
    }
  }

  private String number(DocxParagraphProperties properties) {
    DocxStyles.Numbered numbered = styles.resolve(properties.style(), properties.numbered());
    return numbered == null || numbered.id() == null
        ? ""
        : numbering.next(numbered.id(), styles.list(numbered.id()), numbered.level());
  }

  private void flush() throws RejectedFileException {
    lines.flush(runs::endParagraph);
  }

  private void skipTo(int outside) throws XMLStreamException, RejectedFileException {
    while (xml.depth() > outside && xml.next()) {
      // hidden
    }
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
        case "tc" -> row.cell().addAll(lines.apart(this::readElement));
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
