package govsearch.ingest.places;

import govsearch.ingest.csv.CsvRows;
import govsearch.ingest.extract.ReadFailure;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.report.Ids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables of divisions from a folder of CSV files, as the statistics bureau's are published.
 */
final class DivisionFiles {

  private DivisionFiles() {}

  /**
   * Reads {@code provinces.csv}, {@code cities.csv}, {@code areas.csv} and {@code streets.csv}.
   *
   * @throws UnusableDivisionsException if one is not there or does not fit the others
   */
  static Divisions read(Path folder) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Table provinces = Table.read(folder, "provinces.csv", null, all);
    Table cities = Table.read(folder, "cities.csv", "provinceCode", all);
    Table areas = Table.read(folder, "areas.csv", "cityCode", all);
    Table streets = Table.read(folder, "streets.csv", "areaCode", all);
    Divisions divisions = new Divisions(Ids.sha256(all.toByteArray()));
    Map<String, Region> byCode = new HashMap<>();
    for (Table.Row row : provinces.rows) {
      byCode.put(row.code, divisions.province(row.name));
    }
    for (Table.Row row : cities.rows) {
      byCode.put(row.code, divisions.city(cities.above(row, byCode), row.name));
    }
    for (Table.Row row : areas.rows) {
      byCode.put(row.code, divisions.county(areas.above(row, byCode), row.name));
    }
    for (Table.Row row : streets.rows) {
      divisions.town(streets.above(row, byCode), row.name);
    }
    return divisions;
  }

  /** One of the files. */
  private record Table(String file, List<Row> rows) {

    /**
     * A division.
     *
     * @param parent code of the one above; empty for a province
     */
    private record Row(int line, String code, String name, String parent) {}

    static Table read(
        Path folder, String file, @Nullable String parentColumn, ByteArrayOutputStream all) {
      CsvRows csv;
      try {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        all.writeBytes(bytes);
        csv = CsvRows.read(bytes);
      } catch (IOException | RejectedFileException e) {
        String reason = e instanceof IOException io ? ReadFailure.reason(io) : e.getMessage();
        throw new UnusableDivisionsException("行政区划表 " + folder.resolve(file) + " 读不出来：" + reason);
      }
      Table table = new Table(file, new ArrayList<>());
      if (!csv.broken().isEmpty()) {
        throw table.mistake(csv.broken().getFirst(), "引号不成对");
      }
      List<String> header = csv.rows().isEmpty() ? List.of() : csv.rows().getFirst().cells();
      int code = table.column(header, "code");
      int name = table.column(header, "name");
      int parent = parentColumn == null ? -1 : table.column(header, parentColumn);
      for (CsvRows.Row row : csv.rows().subList(1, csv.rows().size())) {
        List<String> cells = row.cells();
        if (cells.size() <= Math.max(code, Math.max(name, parent))) {
          throw table.mistake(row.line(), "列数不够");
        }
        String above = parent < 0 ? "" : cells.get(parent);
        table.rows.add(new Row(row.line(), cells.get(code), cells.get(name), above));
      }
      return table;
    }

    private int column(List<String> header, String name) {
      int column = header.indexOf(name);
      if (column < 0) {
        throw mistake(1, "没有名为 " + name + " 的列");
      }
      return column;
    }

    Region above(Row row, Map<String, Region> byCode) {
      Region above = byCode.get(row.parent);
      if (above == null) {
        throw mistake(row.line, row.name + " 的上级代码 " + row.parent + " 在其他表里没有");
      }
      return above;
    }

    private UnusableDivisionsException mistake(int line, String what) {
      return new UnusableDivisionsException("行政区划表 " + file + " 第 " + line + " 行：" + what);
    }
  }
}
