package govsearch.ingest.places;

import govsearch.ingest.csv.CsvRows;
import govsearch.ingest.extract.ReadFailure;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.ingest.places.DivisionNames.Likeness;
import govsearch.report.Ids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The national tables of divisions, in memory. A level that only fills a gap in the codes (市辖区 of a
 * municipality, 省直辖县级行政区划) is no division and stands as null; so does the county of a city without
 * counties, which has the city's own name there.
 */
final class Divisions {

  private static final Set<String> FILLERS = Set.of("市辖区", "县");
  private static final String DIRECT = "直辖县级行政区划";

  /** By a town's key: the counties that have one of the name, each with what stands above it. */
  private final Map<String, List<Region>> byTown = new HashMap<>();

  /** By a county's, city's, province's stem. */
  private final Map<String, List<Region>> byCounty = new HashMap<>();

  private final Map<String, List<Region>> byCity = new HashMap<>();
  private final Map<String, List<Region>> byProvince = new HashMap<>();

  /** Official and short names above the town. */
  private final Set<String> names = new HashSet<>();

  private final String version;

  private Divisions(String version) {
    this.version = version;
  }

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
      Region province = new Region(row.name, null, null, null);
      byCode.put(row.code, province);
      divisions.add(divisions.byProvince, row.name, province);
    }
    for (Table.Row row : cities.rows) {
      Region above = cities.above(row, byCode);
      boolean filler = FILLERS.contains(row.name) || row.name.endsWith(DIRECT);
      Region city = new Region(above.province(), filler ? null : row.name, null, null);
      byCode.put(row.code, city);
      if (!filler) {
        divisions.add(divisions.byCity, row.name, city);
      }
    }
    for (Table.Row row : areas.rows) {
      Region above = areas.above(row, byCode);
      boolean same = row.name.equals(above.city());
      Region county = new Region(above.province(), above.city(), same ? null : row.name, null);
      byCode.put(row.code, county);
      if (!same) {
        divisions.add(divisions.byCounty, row.name, county);
      }
    }
    for (Table.Row row : streets.rows) {
      divisions
          .byTown
          .computeIfAbsent(townKey(row.name), key -> new ArrayList<>(1))
          .add(streets.above(row, byCode));
    }
    return divisions;
  }

  private void add(Map<String, List<Region>> index, String name, Region place) {
    String stem = DivisionNames.stem(DivisionNames.key(name));
    index.computeIfAbsent(stem, key -> new ArrayList<>(1)).add(place);
    names.add(name);
    names.add(DivisionNames.shortened(name));
  }

  /** Changes with what is in the tables. */
  String version() {
    return version;
  }

  List<Region> withTown(String town) {
    return byTown.getOrDefault(townKey(town), List.of());
  }

  /**
   * The counties that a name stands for: those of the very name, else those that it is short for,
   * else those that it is an older name of.
   */
  List<Region> counties(String written) {
    return like(byCounty, Region::county, written);
  }

  /** As {@link #counties}. */
  List<Region> cities(String written) {
    return like(byCity, Region::city, written);
  }

  /** As {@link #counties}. */
  List<Region> provinces(String written) {
    return like(byProvince, Region::province, written);
  }

  private static List<Region> like(
      Map<String, List<Region>> index, Function<Region, @Nullable String> level, String written) {
    String stem = DivisionNames.stem(DivisionNames.key(written));
    List<Region> places = index.getOrDefault(stem, List.of());
    for (Likeness wanted : List.of(Likeness.SAME, Likeness.SHORT, Likeness.RENAMED)) {
      List<Region> found =
          places.stream()
              .filter(
                  place -> {
                    String official = level.apply(place);
                    return official != null && DivisionNames.likeness(written, official) == wanted;
                  })
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** Whether a text is an official or short name of a county, city or province. */
  boolean isName(String text) {
    return names.contains(text);
  }

  /**
   * Whether a name without its ending, such as that of a folder, can only mean one that ends: 吉林 is
   * a province's as well as a city's, and is taken for the outer one.
   */
  boolean isMeantBy(String stem, String official) {
    String key = DivisionNames.key(stem);
    for (Map<String, List<Region>> index : List.of(byProvince, byCity, byCounty)) {
      List<Region> places = index.get(key);
      if (places != null) {
        return places.stream().anyMatch(place -> official.equals(innermost(place)));
      }
    }
    return false;
  }

  private static @Nullable String innermost(Region place) {
    return place.county() != null
        ? place.county()
        : place.city() != null ? place.city() : place.province();
  }

  private static String townKey(String town) {
    return DivisionNames.key(town).replaceFirst("(?<=街道)办事处$", "");
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
