package govsearch.cli;

import govsearch.http.FilterValues;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** {@code --region}, {@code --town} and {@code --year}: which reports a command looks at. */
final class ScopeOptions {

  @Option(names = "--region", paramLabel = "地区", description = "如 西宁市/湟中区；前面加 - 为排除；可以给多次")
  private List<String> region = List.of();

  @Option(names = "--town", paramLabel = "乡镇", description = "可以给多次")
  private List<String> town = List.of();

  @Option(names = "--year", paramLabel = "年度", description = "可以给多次")
  private List<String> year = List.of();

  /** Values as they were given, by field. */
  Map<FacetField, List<String>> given() {
    Map<FacetField, List<String>> given = new LinkedHashMap<>();
    given.put(FacetField.REGION, region);
    given.put(FacetField.TOWN, town);
    given.put(FacetField.YEAR, year);
    return given;
  }

  /**
   * As filters.
   *
   * @param section values of {@code --section}, where a command has it; else empty
   * @throws FilterValues.InvalidFilterException if a value cannot be meant
   */
  Filters filters(List<String> section) {
    Map<FacetField, List<String>> given = given();
    given.put(FacetField.SECTION, section);
    return FilterValues.read(given);
  }
}
