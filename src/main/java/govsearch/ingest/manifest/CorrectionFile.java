package govsearch.ingest.manifest;

import govsearch.ingest.csv.CsvRows;
import govsearch.ingest.extract.ReadFailure;
import govsearch.ingest.extract.RejectedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What people have corrected on the page of a report, or while uploading it: a table beside the
 * index, of the form of a manifest, so that every rebuild and sync reads it again and a person can
 * mend it in a spreadsheet. A row is of the file at a path below a folder; where that folder has
 * moved, of a file at the same path with the same bytes.
 */
public final class CorrectionFile {

  /** The name of the file, beside the index. */
  public static final String FILE = "corrections.csv";

  static final String FOLDER = "folder";
  static final String SHA256 = "sha256";

  /** What is said of nothing. */
  public static final CorrectionFile NONE = new CorrectionFile(new TreeMap<>(), List.of());

  /**
   * What is said of a file.
   *
   * @param sha256 of the bytes that the person saw
   * @param row as a manifest has it
   */
  public record Entry(String folder, String sha256, ManifestRow row) {

    boolean isOf(String root, String bytes) {
      return folder.equals(root) || (!bytes.isEmpty() && bytes.equals(sha256));
    }
  }

  private final NavigableMap<String, List<Entry>> byPath;
  private final List<Manifest.Mistake> mistakes;

  private CorrectionFile(
      NavigableMap<String, List<Entry>> byPath, List<Manifest.Mistake> mistakes) {
    this.byPath = byPath;
    this.mistakes = List.copyOf(mistakes);
  }

  /** Those of an index; {@link #NONE} where nothing was ever corrected. */
  public static CorrectionFile of(Path index) {
    Path file = index.resolve(FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return NONE;
    }
    Reading reading = new Reading();
    try {
      reading.take(CsvRows.read(Files.readAllBytes(file)));
    } catch (IOException e) {
      reading.mistake(1, ReadFailure.reason(e) + "，没有使用");
    } catch (RejectedFileException e) {
      reading.mistake(1, e.reason() + "，没有使用");
    }
    return new CorrectionFile(reading.byPath, reading.mistakes);
  }

  /** Reads a table row by row. */
  private static final class Reading {
    private final NavigableMap<String, List<Entry>> byPath = new TreeMap<>();
    private final List<Manifest.Mistake> mistakes = new ArrayList<>();

    void take(CsvRows csv) {
      csv.broken().forEach(line -> mistake(line, "引号不成对，这一行没有使用"));
      if (csv.rows().isEmpty()) {
        return;
      }
      List<String> header = csv.rows().getFirst().cells();
      if (!header.contains(FOLDER) || !header.contains("path")) {
        mistake(1, "没有 folder、path 列，整个文件没有使用");
        return;
      }
      csv.rows().subList(1, csv.rows().size()).forEach(row -> take(header, row));
    }

    private void take(List<String> header, CsvRows.Row row) {
      Map<String, String> plain = new HashMap<>();
      Map<ManifestColumn, String> cells = new EnumMap<>(ManifestColumn.class);
      for (int i = 0; i < Math.min(header.size(), row.cells().size()); i++) {
        String cell = row.cells().get(i);
        Optional<ManifestColumn> column = ManifestColumn.of(header.get(i));
        if (column.isEmpty()) {
          plain.put(header.get(i), Spreadsheet.unescaped(cell));
        } else {
          try {
            String value = column.get().read(cell);
            if (!value.isEmpty()) {
              cells.put(column.get(), value);
            }
          } catch (ManifestColumn.InvalidCellException e) {
            mistake(row.line(), column.get().code() + " 列没有使用：" + e.getMessage());
          }
        }
      }
      String path = cells.remove(ManifestColumn.PATH);
      if (path == null) {
        mistake(row.line(), "没有写 path，这一行没有使用");
        return;
      }
      put(
          byPath,
          new Entry(
              plain.getOrDefault(FOLDER, ""),
              plain.getOrDefault(SHA256, ""),
              new ManifestRow(row.line(), path, cells)));
    }

    void mistake(int line, String what) {
      mistakes.add(new Manifest.Mistake(line, what));
    }
  }

  private static void put(NavigableMap<String, List<Entry>> byPath, Entry entry) {
    byPath.computeIfAbsent(entry.row().path(), path -> new ArrayList<>()).add(entry);
  }

  /**
   * What is said of a file.
   *
   * @param root that it stands below
   * @param path below the root, with {@code /}
   * @param sha256 of its bytes
   */
  public Optional<ManifestRow> row(String root, String path, String sha256) {
    return byPath.getOrDefault(nfc(path), List.of()).stream()
        .filter(entry -> entry.isOf(root, sha256))
        .max((a, b) -> Boolean.compare(a.folder().equals(root), b.folder().equals(root)))
        .map(Entry::row);
  }

  /** What is said of files at a path, below whatever root, and of members of an archive there. */
  public List<ManifestRow> within(String path) {
    List<ManifestRow> said = new ArrayList<>();
    byPath.getOrDefault(nfc(path), List.of()).forEach(entry -> said.add(entry.row()));
    char behindSlash = '/' + 1;
    byPath
        .subMap(nfc(path) + '/', nfc(path) + behindSlash)
        .values()
        .forEach(entries -> entries.forEach(entry -> said.add(entry.row())));
    return said;
  }

  /** All that is said. */
  public List<Entry> entries() {
    return byPath.values().stream().flatMap(Collection::stream).toList();
  }

  /** What a person should mend before anything is written again. */
  public List<Manifest.Mistake> mistakes() {
    return mistakes;
  }

  /**
   * The same with more said of one file.
   *
   * @param values by column; null for no longer saying anything
   */
  CorrectionFile with(
      String folder, String path, String sha256, Map<ManifestColumn, @Nullable String> values) {
    Map<ManifestColumn, String> cells = new EnumMap<>(ManifestColumn.class);
    byPath.getOrDefault(nfc(path), List.of()).stream()
        .filter(entry -> entry.folder().equals(folder))
        .forEach(entry -> cells.putAll(entry.row().cells()));
    values.forEach(
        (column, value) -> {
          if (value == null) {
            cells.remove(column);
          } else {
            cells.put(column, value);
          }
        });
    CorrectionFile rest =
        without(e -> e.folder().equals(folder) && e.row().path().equals(nfc(path)));
    if (!cells.isEmpty()) {
      put(rest.byPath, new Entry(folder, sha256, new ManifestRow(0, nfc(path), cells)));
    }
    return rest;
  }

  /** The same without what is said of some files. */
  public CorrectionFile without(Predicate<Entry> dropped) {
    NavigableMap<String, List<Entry>> left = new TreeMap<>();
    entries().stream().filter(dropped.negate()).forEach(entry -> put(left, entry));
    return new CorrectionFile(left, mistakes);
  }

  private static String nfc(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC);
  }
}
