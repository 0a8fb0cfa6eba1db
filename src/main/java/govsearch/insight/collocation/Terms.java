package govsearch.insight.collocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Of words and runs of words, those that stand for themselves: 法律明白人 instead of 明白, but 推进 and 依法
 * instead of 推进依法. A run is a term where most reports that have one of its parts have the run; then
 * that part is left out.
 */
final class Terms {

  /** Which part of the reports that have a word must have the run. */
  private static final double MOST = 0.75;

  private Terms() {}

  /** The terms, in the order of {@code rows}. */
  static List<Collocate> of(List<Collocate> rows) {
    Map<String, Collocate> byText = new HashMap<>();
    rows.forEach(row -> byText.put(row.text(), row));
    List<Collocate> longestFirst = new ArrayList<>(rows);
    longestFirst.sort(
        Comparator.comparingInt((Collocate row) -> row.text().length())
            .reversed()
            .thenComparing(Collocate::text));
    Set<String> dropped = new HashSet<>();
    for (Collocate row : longestFirst) {
      if (dropped.contains(row.text())) {
        continue;
      }
      List<Collocate> parts = parts(row.text(), byText);
      List<String> explained =
          parts.stream()
              .filter(part -> row.reports() >= MOST * part.reports())
              .map(Collocate::text)
              .toList();
      if (parts.isEmpty() || !explained.isEmpty()) {
        dropped.addAll(explained);
      } else {
        dropped.add(row.text());
      }
    }
    return rows.stream().filter(row -> !dropped.contains(row.text())).toList();
  }

  private static List<Collocate> parts(String text, Map<String, Collocate> byText) {
    List<Collocate> parts = new ArrayList<>();
    for (int length = 2; length < text.length(); length++) {
      for (int from = 0; from + length <= text.length(); from++) {
        Collocate part = byText.get(text.substring(from, from + length));
        if (part != null) {
          parts.add(part);
        }
      }
    }
    return parts;
  }
}
