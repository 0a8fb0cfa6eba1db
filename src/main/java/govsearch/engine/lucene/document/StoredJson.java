package govsearch.engine.lucene.document;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.library.FileRecord;
import govsearch.library.RunRecord;
import govsearch.report.ReportHead;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** What the index stores of heads, files and runs, as JSON. Part of the index's format. */
public final class StoredJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectReader HEADS = MAPPER.readerFor(ReportHead.class);
  private static final ObjectReader FILES = MAPPER.readerFor(FileRecord.class);
  private static final ObjectReader RUNS = MAPPER.readerFor(RunRecord.class);
  private static final ObjectWriter WRITER = MAPPER.writer();

  private StoredJson() {}

  static byte[] write(Object value) {
    return WRITER.writeValueAsBytes(value);
  }

  public static ReportHead head(Document document) {
    return read(HEADS, ReportHead.class, document);
  }

  public static FileRecord file(Document document) {
    return read(FILES, FileRecord.class, document);
  }

  public static RunRecord run(Document document) {
    return read(RUNS, RunRecord.class, document);
  }

  private static <T> T read(ObjectReader reader, Class<T> type, Document document) {
    BytesRef json = document.getBinaryValue(Fields.STORED);
    return type.cast(reader.readValue(json.bytes, json.offset, json.length));
  }
}
