package govsearch.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * RFC 4180 with a byte order mark, by which Excel knows UTF-8. A text that a spreadsheet would take
 * for a formula gets an apostrophe in front (OWASP, CSV injection).
 */
final class CsvTable implements TableWriter {

  /** With their full-width forms, which Chinese editions of spreadsheets take for the same. */
  private static final String FORMULA_SIGNS = "=+-@\t\r＝＋－＠";

  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvWriteFeature.ALWAYS_QUOTE_STRINGS).build();
  private static final CsvSchema LINES =
      CsvSchema.builder().setLineSeparator("\r\n").disableEscapeChar().build();

  private final Writer out;
  private final SequenceWriter rows;

  CsvTable(OutputStream out, List<Column> columns) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.out.write('\uFEFF');
    rows = MAPPER.writer(LINES).writeValues(this.out);
    rows.write(columns.stream().map(Column::heading).toList());
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) {
    List<Object> safe = new ArrayList<>(cells.size());
    for (Object cell : cells) {
      safe.add(
          switch (cell) {
            case null -> ""; // the library leaves out a null, and the cells behind it would move up
            case String text -> guarded(text);
            case Linked linked -> guarded(linked.text());
            default -> cell;
          });
    }
    rows.write(safe);
  }

  private static String guarded(String text) {
    return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  @Override
  public void finish() throws IOException {
    rows.flush();
    out.flush();
  }
}
