package govsearch.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Kinds of files that a table can be written as. */
public enum TableFormat {
  CSV("text/csv", "text/csv; charset=utf-8"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  JSONL("application/jsonl");

  private final String mediaType;
  private final String contentType;

  TableFormat(String mediaType) {
    this(mediaType, mediaType);
  }

  TableFormat(String mediaType, String contentType) {
    this.mediaType = mediaType;
    this.contentType = contentType;
  }

  /** The name that the API uses; also what files of it end in. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String mediaType() {
    return mediaType;
  }

  /** The media type with its parameters. */
  public String contentType() {
    return contentType;
  }

  /**
   * Begins a table; its headings are written first, in the formats that have any.
   *
   * @param name of what is in it, in the formats that say so
   */
  public TableWriter open(OutputStream out, String name, List<Column> columns) throws IOException {
    return switch (this) {
      case CSV -> new CsvTable(out, columns);
      case XLSX -> new XlsxTable(out, name, columns);
      case JSONL -> new JsonlTable(out, columns);
    };
  }
}
