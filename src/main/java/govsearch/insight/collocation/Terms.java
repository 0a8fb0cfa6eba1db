package govsearch.insight.collocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Of words and runs of words, those that stand for themselves, one for each thing: 法律明白人 instead of
 * 明白, but 推进 and 依法 instead of 推进依法. A run is a term where most reports that have one of its parts
 * have the run; then that part is left out. What only reaches into a part that stands without the
 * run is none: of 需求掌握不准 that is 需求掌握 where 掌握不准 stands without 需求 as well.
 */
final class Terms {

  /** Which part of the reports that have a word must have the run. */
  static final double MOST = 0.75;

  /**
   * What two runs have in common that are cut out of one: two words mostly, as of 内容缺少 and 缺少案例.
   */
  private static final int SHARED = 3;

  private Terms() {}

  /** A part of a run, at its place there. */
  private record Part(Collocate row, int start, int end) {
    boolean meets(Part other) {
      return start < other.end && other.start < end;
    }
  }

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
      if (!dropped.contains(row.text())) {
        drop(row, parts(row.text(), byText), dropped);
      }
    }
    return rows.stream().filter(row -> !dropped.contains(row.text())).toList();
  }

  private static void drop(Collocate row, List<Part> parts, Set<String> dropped) {
    List<Part> explained = new ArrayList<>();
    List<Part> apart = new ArrayList<>();
    for (Part part : parts) {
      (row.reports() >= MOST * part.row().reports() ? explained : apart).add(part);
    }
    boolean isTerm = parts.isEmpty();
    for (Part part : explained) {
      isTerm |= apart.stream().noneMatch(part::meets);
      dropped.add(part.row().text());
    }
    if (!isTerm) {
      dropped.add(row.text());
    }
  }

  private static List<Part> parts(String text, Map<String, Collocate> byText) {
    List<Part> parts = new ArrayList<>();
    for (int length = 2; length < text.length(); length++) {
      for (int from = 0; from + length <= text.length(); from++) {
        Collocate part = byText.get(text.substring(from, from + length));
        if (part != null) {
          parts.add(new Part(part, from, from + length));
        }
      }
    }
    return parts;
  }

  /**
   * What two terms say together of which one ends as the other begins: 内容缺少本地案例 of 内容缺少本地 and
   * 缺少本地案例, which may be cut out of it.
   */
  static Set<String> unions(List<Collocate> terms) {
    Set<String> unions = new LinkedHashSet<>();
    for (Collocate one : terms) {
      for (Collocate other : terms) {
        int shared = shared(one.text(), other.text());
        if (shared > 0) {
          unions.add(one.text() + other.text().substring(shared));
        }
      }
    }
    return unions;
  }

  /** Without terms that overlap with a stronger one of which they are the rest. */
  static List<Collocate> apart(List<Collocate> terms) {
    List<Collocate> kept = new ArrayList<>();
    for (Collocate term : terms) {
      boolean isNew =
          kept.stream()
              .noneMatch(
                  other ->
                      shared(other.text(), term.text()) > 0
                          || shared(term.text(), other.text()) > 0);
      if (isNew) {
        kept.add(term);
      }
    }
    return kept;
  }

  /** How much the end of one text is the beginning of another; 0 where that is little. */
  private static int shared(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    for (int length = shorter - 1; length >= Math.max(SHARED, (shorter + 1) / 2); length--) {
      if (one.endsWith(other.substring(0, length))) {
        return length;
      }
    }
    return 0;
  }
}
