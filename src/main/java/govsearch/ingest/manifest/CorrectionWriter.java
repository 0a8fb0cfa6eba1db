package govsearch.ingest.manifest;

import govsearch.ingest.manifest.ManifestColumn.InvalidCellException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Takes down what people correct; the file is there whole, or as it was. */
public final class CorrectionWriter {

  private static final List<ManifestColumn> COLUMNS =
      List.of(
          ManifestColumn.PATH,
          ManifestColumn.TITLE,
          ManifestColumn.PROVINCE,
          ManifestColumn.CITY,
          ManifestColumn.COUNTY,
          ManifestColumn.TOWN,
          ManifestColumn.YEAR,
          ManifestColumn.PUBLISHED);

  private static final CsvMapper MAPPER = CsvMapper.builder().build();

  private CorrectionWriter() {}

  /** What is wrong with a value, in Chinese. */
  public static final class InvalidCorrectionException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidCorrectionException(String message) {
      super(message);
    }
  }

  /**
   * What is said, with more said of a file.
   *
   * @param values by the names of a manifest's columns; empty for what was read from the file, 未注明
   *     for none whatever was read
   * @throws InvalidCorrectionException if a value cannot be meant
   */
  public static CorrectionFile with(
      CorrectionFile said, String folder, String path, String sha256, Map<String, String> values)
      throws InvalidCorrectionException {
    Map<ManifestColumn, @Nullable String> cells = new EnumMap<>(ManifestColumn.class);
    for (Map.Entry<String, String> value : values.entrySet()) {
      ManifestColumn column = ManifestColumn.valueOf(value.getKey().toUpperCase(Locale.ROOT));
      try {
        String read = column.read(Spreadsheet.escaped(value.getValue().strip()));
        cells.put(column, read.isEmpty() ? null : read);
      } catch (InvalidCellException e) {
        throw new InvalidCorrectionException(column.chineseName() + "：" + e.getMessage());
      }
    }
    return said.with(folder, path, sha256, cells);
  }

  /** Writes what is said beside an index. */
  public static void write(CorrectionFile said, Path index) throws IOException {
    StringWriter text = new StringWriter();
    text.write('\uFEFF'); // by which spreadsheets know UTF-8
    write(said, text);
    CorrectionChecksum.write(index, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(CorrectionFile said, Writer text) {
    CsvSchema schema = CsvSchema.emptySchema().withLineSeparator("\r\n");
    try (SequenceWriter csv = MAPPER.writerFor(String[].class).with(schema).writeValues(text)) {
      List<String> header = new ArrayList<>(List.of(CorrectionFile.FOLDER));
      COLUMNS.forEach(column -> header.add(column.code()));
      header.add(CorrectionFile.SHA256);
      csv.write(header.toArray(String[]::new));
      said.entries().forEach(entry -> csv.write(row(entry)));
    }
  }

  private static String[] row(CorrectionFile.Entry entry) {
    List<String> row = new ArrayList<>(List.of(Spreadsheet.escaped(entry.folder())));
    for (ManifestColumn column : COLUMNS) {
      String value =
          column == ManifestColumn.PATH
              ? entry.row().path()
              : entry.row().cells().getOrDefault(column, "");
      row.add(Spreadsheet.escaped(value));
    }
    row.add(entry.sha256());
    return row.toArray(String[]::new);
  }
}
