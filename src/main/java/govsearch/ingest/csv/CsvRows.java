package govsearch.ingest.csv;

import govsearch.ingest.extract.RejectedFileException;
import govsearch.ingest.extract.TextDecoder;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Reads a table as spreadsheets save it, separated by commas or, as "Unicode text", by tabs. A row
 * with broken quotation marks costs that row only.
 *
 * @param rows those that have anything in them, with their cells stripped
 * @param broken lines of rows that cannot be read
 */
public record CsvRows(List<Row> rows, List<Integer> broken) {

  /**
   * A row.
   *
   * @param line on which it begins, from 1
   */
  public record Row(int line, List<String> cells) {}

  /** More are no slips any more: each makes the rest be read again. */
  private static final int MOST_BROKEN = 100;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

  /**
   * Reads a file. Spreadsheets write UTF-8, with or without a mark, or what Chinese Windows has; a
   * table is too short for statistics to tell that from others.
   *
   * @throws RejectedFileException if it is no text
   */
  public static CsvRows read(byte[] bytes) throws RejectedFileException {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return read(TextDecoder.decode(bytes, StandardCharsets.UTF_8).text());
    } catch (CharacterCodingException e) {
      return read(TextDecoder.decode(bytes, Charset.forName("GB18030")).text());
    }
  }

  public static CsvRows read(String marked) {
    String text = marked.startsWith(BYTE_ORDER_MARK) ? marked.substring(1) : marked;
    String header = text.substring(0, (text + "\n").indexOf('\n'));
    char separator = header.indexOf('\t') >= 0 && header.indexOf(',') < 0 ? '\t' : ',';
    ObjectReader reader =
        MAPPER
            .readerFor(String[].class)
            .with(CsvSchema.emptySchema().withColumnSeparator(separator));
    CsvRows read = new CsvRows(new ArrayList<>(), new ArrayList<>());
    int from = 0;
    int line = 1;
    while (from < text.length() && read.broken.size() < MOST_BROKEN) {
      int broken = read.readFrom(reader, text.substring(from), line);
      if (broken < 0) {
        break;
      }
      read.broken.add(broken);
      for (; line <= broken && from < text.length(); line++) {
        int end = text.indexOf('\n', from);
        from = end < 0 ? text.length() : end + 1;
      }
    }
    return read;
  }

  /** Reads as far as it can, and gives the line of the row that it cannot read, else -1. */
  private int readFrom(ObjectReader reader, String text, int firstLine) {
    int line = firstLine;
    try (MappingIterator<String[]> cells = reader.readValues(new StringReader(text))) {
      while (true) {
        line = firstLine - 1 + cells.currentLocation().getLineNr();
        if (!cells.hasNextValue()) {
          return -1;
        }
        List<String> stripped = new ArrayList<>();
        for (String cell : cells.nextValue()) {
          stripped.add(cell == null ? "" : cell.strip());
        }
        if (!stripped.stream().allMatch(String::isEmpty)) {
          rows.add(new Row(line, List.copyOf(stripped)));
        }
      }
    } catch (StreamReadException e) {
      return line;
    }
  }
}
