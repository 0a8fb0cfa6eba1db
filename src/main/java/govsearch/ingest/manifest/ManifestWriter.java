package govsearch.ingest.manifest;

import govsearch.report.ReportHead;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Writes a manifest of what is known of reports, for a person to correct in a spreadsheet: rows by
 * path, with the mark by which spreadsheets know UTF-8. What is in an earlier one stays.
 */
public final class ManifestWriter {

  /** The name of a manifest, in the folder that is indexed. */
  public static final String FILE = Manifest.FILE;

  private static final int MOST_NAMED = 5;
  private static final CsvMapper MAPPER = CsvMapper.builder().build();

  private final Path output;
  private final Manifest earlier;
  private final NavigableMap<String, Map<ManifestColumn, String>> rows = new TreeMap<>();
  private int added;

  /**
   * What was written.
   *
   * @param added rows for files that the earlier manifest did not have
   * @param withoutFile paths in the earlier manifest for which no report was given; they stay
   */
  public record Outcome(int rows, int added, List<String> withoutFile) {}

  /**
   * A writer to a file, which may be there already.
   *
   * @throws UnusableManifestException if the earlier manifest has mistakes: what is mistaken would
   *     be lost
   */
  public ManifestWriter(Path output) {
    this.output = output;
    this.earlier = Manifest.read(output);
    List<Manifest.Mistake> mistakes = earlier.mistakes();
    if (!mistakes.isEmpty()) {
      StringBuilder message = new StringBuilder(output + " 里有写错的地方，更新会丢掉它们，请先改正：");
      for (Manifest.Mistake mistake : mistakes.subList(0, Math.min(MOST_NAMED, mistakes.size()))) {
        message
            .append("第 ")
            .append(mistake.line())
            .append(" 行 ")
            .append(mistake.what())
            .append("；");
      }
      throw new UnusableManifestException(message + "共 " + mistakes.size() + " 处");
    }
  }

  /** Adds the row of a report's file. */
  public void add(ReportHead head) {
    Map<ManifestColumn, String> cells = new EnumMap<>(ManifestColumn.class);
    String path = Normalizer.normalize(head.source().path(), Normalizer.Form.NFC);
    put(cells, ManifestColumn.ID, head.id());
    put(cells, ManifestColumn.TITLE, head.title());
    put(cells, ManifestColumn.PROVINCE, head.province());
    put(cells, ManifestColumn.CITY, head.city());
    put(cells, ManifestColumn.COUNTY, head.county());
    put(cells, ManifestColumn.TOWN, head.town());
    put(cells, ManifestColumn.YEAR, head.year() == null ? null : head.year().toString());
    put(cells, ManifestColumn.SOURCE_URL, head.source().url());
    var published = head.metadata().published();
    put(cells, ManifestColumn.PUBLISHED, published == null ? null : published.value());
    var said = earlier.row(path);
    said.ifPresent(row -> cells.putAll(row.cells()));
    if (rows.put(path, cells) == null && said.isEmpty()) {
      added++;
    }
  }

  private static void put(
      Map<ManifestColumn, String> cells, ManifestColumn column, @Nullable String value) {
    if (value != null) {
      cells.put(column, String.valueOf(column.canonical(value)));
    }
  }

  /** Writes; the file is there whole or as it was. */
  public Outcome write() throws IOException {
    List<String> withoutFile = new ArrayList<>();
    for (ManifestRow row : earlier.rows()) {
      if (rows.putIfAbsent(row.path(), row.cells()) == null) {
        withoutFile.add(row.path());
      }
    }
    Path folder = output.toAbsolutePath().getParent();
    Path temporary = Files.createTempFile(folder, ".reports", ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(temporary);
          Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
        text.write('\uFEFF');
        write(text);
      }
      try {
        Files.move(temporary, output, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, output, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
    return new Outcome(rows.size(), added, List.copyOf(withoutFile));
  }

  private void write(Writer text) {
    CsvSchema schema = CsvSchema.emptySchema().withLineSeparator("\r\n");
    try (SequenceWriter csv = MAPPER.writerFor(String[].class).with(schema).writeValues(text)) {
      List<String> header = new ArrayList<>();
      for (ManifestColumn column : ManifestColumn.values()) {
        header.add(column.code());
      }
      csv.write(header.toArray(String[]::new));
      rows.forEach((path, cells) -> csv.write(row(path, cells)));
    }
  }

  private static String[] row(String path, Map<ManifestColumn, String> cells) {
    List<String> row = new ArrayList<>();
    for (ManifestColumn column : ManifestColumn.values()) {
      String value = column == ManifestColumn.PATH ? path : cells.getOrDefault(column, "");
      row.add(Spreadsheet.escaped(value));
    }
    return row.toArray(String[]::new);
  }
}
