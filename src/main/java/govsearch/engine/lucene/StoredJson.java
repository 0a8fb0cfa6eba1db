package govsearch.engine.lucene;

import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Heads and paragraphs as the index stores them. Part of the index's format. */
final class StoredJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectReader HEADS = MAPPER.readerFor(ReportHead.class);
  private static final ObjectReader PARAGRAPHS = MAPPER.readerFor(Paragraph.class);
  private static final ObjectWriter WRITER = MAPPER.writer();

  private StoredJson() {}

  static byte[] write(Object value) {
    return WRITER.writeValueAsBytes(value);
  }

  static ReportHead head(Document document) {
    BytesRef json = document.getBinaryValue(Fields.STORED);
    return HEADS.readValue(json.bytes, json.offset, json.length);
  }

  static Paragraph paragraph(Document document) {
    BytesRef json = document.getBinaryValue(Fields.STORED);
    return PARAGRAPHS.readValue(json.bytes, json.offset, json.length);
  }
}
