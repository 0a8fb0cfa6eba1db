package govsearch.export;

import govsearch.export.Column.Look;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook. Texts are texts, never formulas. What is over Excel's limits goes on: rows in a
 * further sheet, a text too long for a cell in further rows, which repeat the other cells; links
 * too many for a sheet are texts.
 */
final class XlsxTable implements TableWriter {

  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9a-fA-F]{4}_)");

  /** Excel's own limits (Excel specifications and limits). */
  static final int MOST_ROWS = 1_048_576;

  static final int LONGEST_CELL = 32_767;

  /** Of a sheet; they are kept in memory until it is whole. */
  static final int MOST_LINKS = 65_530;

  private static final String LINK_COLOUR = "0563C1";
  private static final String GOES_ON = "（接上行）";
  private static final int ROWS_HELD = 1_000;

  private final OutputStream out;
  private final Workbook workbook;
  private final String name;
  private final List<Column> columns;
  private Worksheet sheet;
  private int sheets;
  private int row;
  private int links;

  XlsxTable(OutputStream out, String name, List<Column> columns) throws IOException {
    this.out = new BufferedOutputStream(out);
    this.name = name;
    this.columns = List.copyOf(columns);
    workbook = new Workbook(this.out, "govsearch", "1.0");
    sheet = begin();
  }

  private Worksheet begin() {
    Worksheet next = workbook.newWorksheet(++sheets == 1 ? name : name + " " + sheets);
    next.freezePane(0, 1);
    for (int column = 0; column < columns.size(); column++) {
      next.width(column, columns.get(column).look().width());
      next.inlineString(0, column, columns.get(column).heading());
      next.style(0, column).bold().set();
    }
    row = 1;
    links = 0;
    return next;
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    List<List<String>> parts = cells.stream().map(XlsxTable::parts).toList();
    int rows = Math.max(1, parts.stream().mapToInt(List::size).max().orElse(0));
    for (int i = 0; i < rows; i++) {
      if (row == MOST_ROWS) {
        sheet.finish();
        sheet = begin();
      }
      for (int column = 0; column < cells.size(); column++) {
        List<String> cut = parts.get(column);
        if (cut.isEmpty()) {
          write(column, cells.get(column));
        } else if (i < cut.size()) {
          write(column, cut.get(i));
        }
      }
      row++;
      if (row % ROWS_HELD == 0) {
        sheet.flush();
      }
    }
  }

  /** A text that is too long, in pieces that are not; empty for what needs no cutting. */
  private static List<String> parts(@Nullable Object cell) {
    if (!(cell instanceof String text) || text.length() <= LONGEST_CELL) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      String mark = start == 0 ? "" : GOES_ON;
      int end = Math.min(text.length(), start + LONGEST_CELL - mark.length());
      end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
      parts.add(mark + text.substring(start, end));
      start = end;
    }
    return parts;
  }

  private void write(int column, @Nullable Object cell) {
    switch (cell) {
      case null -> {}
      case Number number -> sheet.value(row, column, number);
      case String text -> {
        if (columns.get(column).look() == Look.LINK) {
          link(column, text);
        }
        sheet.inlineString(row, column, escaped(text));
      }
      case Linked linked -> {
        link(column, linked.address());
        sheet.inlineString(row, column, escaped(linked.text()));
      }
      default -> throw new IllegalArgumentException("neither text nor number: " + cell);
    }
    if (cell != null && columns.get(column).look().hasLines()) {
      sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
    }
  }

  private void link(int column, String address) {
    if (isAddress(address) && links < MOST_LINKS) {
      links++;
      sheet.hyperlink(row, column, HyperLink.external(address, address));
      sheet.style(row, column).fontColor(LINK_COLOUR).underlined().set();
    }
  }

  private static boolean isAddress(String text) {
    return text.startsWith("http://") || text.startsWith("https://");
  }

  @Override
  public void finish() throws IOException {
    sheet.finish();
    workbook.finish();
    out.flush();
  }

  /** A cell's _x0041_ would be shown as the character A: what a text has of it is told apart. */
  private static String escaped(String text) {
    return text.indexOf("_x") < 0 ? text : ESCAPE.matcher(text).replaceAll("_x005F_");
  }
}
