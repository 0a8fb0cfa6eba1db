package govsearch.http;

import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.report.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A search's mode and filters as people read them: 匹配方式：全部词语；年度：2024、2025；排除乡镇：柳湾镇. */
final class Conditions {

  private Conditions() {}

  static String of(Mode mode, Filters filters) {
    List<String> conditions = new ArrayList<>(List.of("匹配方式：" + name(mode)));
    for (FacetField field : FacetField.values()) {
      Filters.Selection selection = filters.on(field);
      add(conditions, name(field), field, selection.included());
      add(conditions, "排除" + name(field), field, selection.excluded());
    }
    return String.join("；", conditions);
  }

  private static void add(
      List<String> conditions, String name, FacetField field, Collection<String> values) {
    if (!values.isEmpty()) {
      conditions.add(
          name
              + "："
              + values.stream()
                  .sorted()
                  .map(value -> field == FacetField.SECTION ? section(value) : value)
                  .collect(Collectors.joining("、")));
    }
  }

  private static String section(String value) {
    return Section.of(value).map(Section::label).orElse(value);
  }

  private static String name(Mode mode) {
    return switch (mode) {
      case EXACT -> "一字不差";
      case WORDS -> "全部词语";
      case MOST -> "部分词语";
      case LOOSE -> "含同义说法";
    };
  }

  private static String name(FacetField field) {
    return switch (field) {
      case REGION -> "地区";
      case TOWN -> "乡镇";
      case YEAR -> "年度";
      case SECTION -> "章节";
    };
  }
}
