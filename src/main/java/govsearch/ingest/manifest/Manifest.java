package govsearch.ingest.manifest;

import govsearch.ingest.csv.CsvRows;
import govsearch.ingest.extract.ReadFailure;
import govsearch.ingest.extract.RejectedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What people say of the reports below a folder: {@code reports.csv} beside them, a row for each,
 * of which every cell that is not empty overrules what was extracted. Mistakes cost the cell or row
 * that they are in; the rest is used.
 */
public final class Manifest {

  /** The name of the file, in the folder that is indexed. */
  public static final String FILE = "reports.csv";

  /** 400,000 rows with all columns filled. */
  private static final long MOST_BYTES = 256L << 20;

  /** A manifest that says nothing. */
  public static final Manifest NONE = new Manifest();

  /**
   * Something that a person should mend.
   *
   * @param line of the manifest, from 1
   * @param what in Chinese
   */
  public record Mistake(int line, String what) {}

  private final NavigableMap<String, ManifestRow> rows = new TreeMap<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  private Manifest() {}

  /** The manifest of a folder; {@link #NONE} where there is none. */
  public static Manifest beside(Path root) {
    Path file = root.resolve(FILE);
    // A link might lead out of the folder, and have another file's lines told as mistakes.
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? read(file) : NONE;
  }

  /** Reads a manifest, in whatever encoding a spreadsheet has saved it. */
  static Manifest read(Path file) {
    Manifest manifest = new Manifest();
    try {
      if (Files.size(file) > MOST_BYTES) {
        manifest.mistake(1, "文件超过 " + (MOST_BYTES >> 20) + " MB，没有使用");
        return manifest;
      }
      manifest.take(CsvRows.read(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      return NONE;
    } catch (IOException e) {
      manifest.mistake(1, ReadFailure.reason(e) + "，没有使用");
    } catch (RejectedFileException e) {
      manifest.mistake(1, e.reason() + "，没有使用");
    }
    return manifest;
  }

  private void take(CsvRows csv) {
    for (int line : csv.broken()) {
      mistake(line, "引号不成对，这一行没有使用");
    }
    if (csv.rows().isEmpty()) {
      return;
    }
    CsvRows.Row header = csv.rows().getFirst();
    Map<Integer, ManifestColumn> columns = columns(header);
    if (!columns.containsValue(ManifestColumn.PATH)) {
      mistake(header.line(), "没有 path（路径）列，整个清单没有使用");
      return;
    }
    Map<String, Integer> lineById = new HashMap<>();
    for (CsvRows.Row row : csv.rows().subList(1, csv.rows().size())) {
      take(row, header.cells().size(), columns, lineById);
    }
    mistakes.sort(Comparator.comparingInt(Mistake::line));
  }

  private Map<Integer, ManifestColumn> columns(CsvRows.Row header) {
    Map<Integer, ManifestColumn> columns = new HashMap<>();
    for (int i = 0; i < header.cells().size(); i++) {
      String name = header.cells().get(i);
      Optional<ManifestColumn> column = ManifestColumn.of(name);
      if (column.isEmpty() && !name.isEmpty()) {
        mistake(header.line(), "不认识的列 " + name + "，没有使用；可用的列：" + codes());
      } else if (column.isPresent() && columns.containsValue(column.get())) {
        mistake(header.line(), "列 " + name + " 重复，用前一个");
      } else {
        int index = i;
        column.ifPresent(known -> columns.put(index, known));
      }
    }
    return columns;
  }

  private static String codes() {
    List<String> codes = new ArrayList<>();
    for (ManifestColumn column : ManifestColumn.values()) {
      codes.add(column.code());
    }
    return String.join("、", codes);
  }

  private void take(
      CsvRows.Row row,
      int width,
      Map<Integer, ManifestColumn> columns,
      Map<String, Integer> lineById) {
    List<String> cells = row.cells();
    boolean excess = cells.stream().skip(width).anyMatch(cell -> !cell.isEmpty());
    if (cells.size() < width || excess) {
      mistake(row.line(), "有 " + cells.size() + " 格，表头有 " + width + " 格，这一行没有使用；含逗号的内容要加英文引号");
      return;
    }
    Map<ManifestColumn, String> values = new EnumMap<>(ManifestColumn.class);
    columns.forEach(
        (index, column) -> {
          String cell = cells.get(index);
          try {
            String value = column.read(cell);
            if (!value.isEmpty()) {
              values.put(column, value);
            }
          } catch (ManifestColumn.InvalidCellException e) {
            mistake(
                row.line(), column.code() + " 列“" + shortened(cell) + "”没有使用：" + e.getMessage());
          }
        });
    String path = values.remove(ManifestColumn.PATH);
    if (path == null) {
      mistake(row.line(), "没有写 path，这一行没有使用");
      return;
    }
    ManifestRow earlier = rows.get(path);
    if (earlier != null) {
      mistake(row.line(), path + " 在第 " + earlier.line() + " 行已经有了，这一行没有使用");
      return;
    }
    Integer sameId =
        values.containsKey(ManifestColumn.ID)
            ? lineById.putIfAbsent(values.get(ManifestColumn.ID), row.line())
            : null;
    if (sameId != null) {
      mistake(row.line(), "编号 " + values.remove(ManifestColumn.ID) + " 与第 " + sameId + " 行相同，没有使用");
    }
    rows.put(path, new ManifestRow(row.line(), path, values));
  }

  private static String shortened(String cell) {
    return cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
  }

  private void mistake(int line, String what) {
    mistakes.add(new Mistake(line, what));
  }

  /**
   * What is said of a file.
   *
   * @param path below the root, with {@code /}
   */
  public Optional<ManifestRow> row(String path) {
    return Optional.ofNullable(rows.get(Normalizer.normalize(path, Normalizer.Form.NFC)));
  }

  /** What is said of a file and, if it is an archive, of its members. */
  public List<ManifestRow> within(String path) {
    List<ManifestRow> said = new ArrayList<>();
    row(path).ifPresent(said::add);
    String archive = Normalizer.normalize(path, Normalizer.Form.NFC);
    char behindSlash = '/' + 1;
    said.addAll(rows.subMap(archive + '/', archive + behindSlash).values());
    return said;
  }

  /** All rows that can be used, by path. */
  public Collection<ManifestRow> rows() {
    return rows.values();
  }

  /** What is wrong, in the order of the lines; whether the files are there is not looked at. */
  public List<Mistake> mistakes() {
    return List.copyOf(mistakes);
  }
}
