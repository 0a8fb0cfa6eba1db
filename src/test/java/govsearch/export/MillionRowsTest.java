package govsearch.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Memory stays the same however many rows are written: none is kept, and bytes go on at once. */
class MillionRowsTest {

  private static final int ROWS = 1_000_000;
  private static final int SAMPLE = 10_000;

  private static final List<Column> COLUMNS =
      List.of(new Column("ordinal", "序号"), new Column("text", "段落"));

  /** Counts and forgets. */
  private static final class Counter extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] b, int offset, int length) {
      bytes += length;
    }
  }

  @ParameterizedTest
  @EnumSource(TableFormat.class)
  void noRowIsKept(TableFormat format) throws IOException {
    Counter out = new Counter();
    TableWriter table = format.open(out, "检索结果", COLUMNS);
    List<WeakReference<String>> written = new ArrayList<>();
    long before = 0;
    for (int i = 0; i < ROWS; i++) {
      String text = "第" + i + "段";
      table.row(List.of(i, text));
      if (i % SAMPLE == 0) {
        written.add(new WeakReference<>(text));
      }
      if (i % (10 * SAMPLE) == 10 * SAMPLE - 1) {
        assertThat(out.bytes).as("goes on at once, at row %d", i).isGreaterThan(before);
        before = out.bytes;
      }
    }
    System.gc();
    // The last thousand rows may still be on their way.
    assertThat(written.stream().filter(text -> text.get() != null).count()).isLessThanOrEqualTo(1);
    table.finish();
  }

  @Test
  void aWorkbookGoesOnInAFurtherSheetWhereOneIsFull(@TempDir Path folder) throws IOException {
    int rows = XlsxTable.MOST_ROWS + 10;
    Path file = folder.resolve("rows.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      TableWriter table = TableFormat.XLSX.open(out, "检索结果", COLUMNS.subList(0, 1));
      for (int i = 0; i < rows; i++) {
        table.row(List.of(i));
      }
      table.finish();
    }
    List<Long> bySheet = new ArrayList<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().startsWith("xl/worksheets/sheet")) {
          bySheet.add(count(zip.getInputStream(entry).readAllBytes(), "<row "));
        }
      }
    }
    assertThat(bySheet).containsExactlyInAnyOrder((long) XlsxTable.MOST_ROWS, 12L);
  }

  private static long count(byte[] xml, String tag) {
    String text = new String(xml, StandardCharsets.ISO_8859_1);
    long count = 0;
    for (int at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + 1)) {
      count++;
    }
    return count;
  }
}
