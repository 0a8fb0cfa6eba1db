package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * Reads docx part by part. Tika's reader writes 一、 of a numbered list as 1., and needs three times
 * as large a library for it.
 */
final class DocxReader implements Reader {

  /** How many documents this one is embedded in. */
  private final int depth;

  DocxReader() {
    this(0);
  }

  DocxReader(int depth) {
    this.depth = depth;
  }

  @Override
  public void read(byte[] bytes, Output out) throws RejectedFileException, IOException {
    try (OoxmlParts parts = new OoxmlParts(bytes)) {
      String main = parts.mainPart();
      DocxStyles styles = DocxStyles.read(parts);
      Map<String, List<String>> notes = new HashMap<>();
      parts.read("word/footnotes.xml", xml -> notes(xml, styles, "footnote", notes));
      parts.read("word/endnotes.xml", xml -> notes(xml, styles, "endnote", notes));
      DocxChunks chunks = DocxChunks.of(parts, main, out, depth);
      parts.read(main, xml -> new DocxText(xml, styles, notes, out::line, chunks::read).readAll());
    }
  }

  /** Footnotes by kind and number, to be put behind the paragraphs that refer to them. */
  private static void notes(
      WordXml xml, DocxStyles styles, String kind, Map<String, List<String>> notes)
      throws XMLStreamException, RejectedFileException {
    while (xml.next()) {
      if (xml.atStart() && xml.name().equals(kind)) {
        List<String> lines = new ArrayList<>();
        notes.put(kind + xml.attribute("id"), lines);
        new DocxText(xml, styles, Map.of(), lines::add, id -> {}).readElement();
      }
    }
  }
}
