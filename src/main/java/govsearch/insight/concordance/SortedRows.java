package govsearch.insight.concordance;

import govsearch.files.TemporaryFolder;
import govsearch.insight.LineKey;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts more rows than memory should hold: sorted runs of them wait in temporary files, which are
 * gone when this is closed, and are merged as they are read.
 */
final class SortedRows implements AutoCloseable {

  /** Some thirty megabytes of text. */
  private static final int LETTERS_HELD = 16_000_000;

  private static final int ROWS_HELD = 100_000;

  private static final char NOTHING = '-';
  private static final char TEXT = 't';
  private static final char WHOLE = 'i';
  private static final char FRACTION = 'd';

  /** A row with its place. */
  private record Row(LineKey key, List<@Nullable Object> cells) {}

  /** Takes rows in their order. */
  interface Taker {
    void take(List<@Nullable Object> cells) throws IOException;
  }

  private final int rowsHeld;
  private final List<Row> held = new ArrayList<>();
  private final List<Path> runs = new ArrayList<>();
  private int letters;
  private @Nullable TemporaryFolder folder;

  SortedRows() {
    this(ROWS_HELD);
  }

  SortedRows(int rowsHeld) {
    this.rowsHeld = rowsHeld;
  }

  /**
   * Adds a row.
   *
   * @param cells texts, whole numbers, fractions or null
   */
  void add(LineKey key, List<@Nullable Object> cells) throws IOException {
    held.add(new Row(key, cells));
    letters += key.sort().length();
    for (Object cell : cells) {
      letters += cell instanceof String text ? text.length() : 1;
    }
    if (held.size() >= rowsHeld || letters >= LETTERS_HELD) {
      spill();
    }
  }

  private void sort() {
    held.sort(Comparator.comparing(Row::key));
  }

  private void spill() throws IOException {
    if (folder == null) {
      folder = TemporaryFolder.create("sort");
    }
    Path run = folder.path().resolve("run" + runs.size());
    runs.add(run);
    sort();
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run)))) {
      out.writeInt(held.size());
      for (Row row : held) {
        write(out, row);
      }
    }
    held.clear();
    letters = 0;
  }

  /** Gives every row, in order. */
  void forEach(Taker taker) throws IOException {
    if (runs.isEmpty()) {
      sort();
      for (Row row : held) {
        taker.take(row.cells());
      }
      return;
    }
    spill();
    List<Run> open = new ArrayList<>();
    try {
      PriorityQueue<Run> next = new PriorityQueue<>(Comparator.comparing(Run::key));
      for (Path file : runs) {
        Run run = new Run(file);
        open.add(run);
        if (run.advance()) {
          next.add(run);
        }
      }
      for (Run run = next.poll(); run != null; run = next.poll()) {
        taker.take(run.row().cells());
        if (run.advance()) {
          next.add(run);
        }
      }
    } finally {
      for (Run run : open) {
        run.in.close();
      }
    }
  }

  @Override
  public void close() {
    if (folder != null) {
      folder.close();
    }
  }

  /** A file that is read from its beginning. */
  private static final class Run {
    private final DataInputStream in;
    private int left;
    private @Nullable Row row;

    Run(Path file) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
      left = in.readInt();
    }

    boolean advance() throws IOException {
      row = left-- > 0 ? read(in) : null;
      return row != null;
    }

    Row row() {
      if (row == null) {
        throw new IllegalStateException("at its end");
      }
      return row;
    }

    LineKey key() {
      return row().key();
    }
  }

  private static void write(DataOutputStream out, Row row) throws IOException {
    LineKey key = row.key();
    writeText(out, key.sort());
    writeText(out, key.reportId());
    out.writeInt(key.ordinal());
    out.writeInt(key.start());
    out.writeInt(row.cells().size());
    for (Object cell : row.cells()) {
      switch (cell) {
        case null -> out.writeByte(NOTHING);
        case String text -> {
          out.writeByte(TEXT);
          writeText(out, text);
        }
        case Integer whole -> {
          out.writeByte(WHOLE);
          out.writeInt(whole);
        }
        case Double fraction -> {
          out.writeByte(FRACTION);
          out.writeDouble(fraction);
        }
        default -> throw new IllegalArgumentException("not a cell: " + cell.getClass());
      }
    }
  }

  private static Row read(DataInputStream in) throws IOException {
    LineKey key = new LineKey(readText(in), readText(in), in.readInt(), in.readInt());
    int size = in.readInt();
    List<@Nullable Object> cells = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      cells.add(
          switch ((char) in.readByte()) {
            case NOTHING -> null;
            case TEXT -> readText(in);
            case WHOLE -> in.readInt();
            case FRACTION -> in.readDouble();
            default -> throw new IOException("a temporary file was changed");
          });
    }
    return new Row(key, cells);
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
