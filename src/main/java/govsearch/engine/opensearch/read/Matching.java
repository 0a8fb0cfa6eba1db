package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SortOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/** What a query matches, in whichever mode is asked for, as clauses; each is made once. */
final class Matching {
  private final Reader reader;
  private final Translator translator;
  private final Query query;
  private final Filters filters;
  private final Presentation presentation;
  private final Map<Mode, Map<String, Object>> translated = new EnumMap<>(Mode.class);
  private final Map<Mode, Map<String, Object>> unfiltered = new EnumMap<>(Mode.class);

  Matching(
      Reader reader,
      Translator translator,
      Query query,
      Filters filters,
      Presentation presentation) {
    this.reader = reader;
    this.translator = translator;
    this.query = query;
    this.filters = filters;
    this.presentation = presentation;
  }

  /** What matches in a mode, whatever the filters say. */
  synchronized Map<String, Object> unfiltered(Mode mode) {
    Map<String, Object> known = unfiltered.get(mode);
    if (known == null) {
      known = presentation.substanceOnly() ? withSubstance(translate(mode)) : translate(mode);
      unfiltered.put(mode, known);
    }
    return known;
  }

  private Map<String, Object> translate(Mode mode) {
    return translated.computeIfAbsent(mode, each -> translator.translate(query, each));
  }

  /** What is shown of what matches in a mode. */
  Map<String, Object> shown(Mode mode) {
    return with(unfiltered(mode), filters);
  }

  /** Something with some filters. */
  static Map<String, Object> with(Map<String, Object> matching, Filters filters) {
    List<Object> all = FilterClauses.of(filters);
    all.addFirst(matching);
    return Clauses.filter(all);
  }

  /**
   * What is of a better tier than other matches, the best first: as in the embedded engine. Where a
   * stricter mode matches the same, as of quotations all do, nothing is of a better or worse one.
   */
  List<Map<String, Object>> stricter(Mode mode) {
    List<Map<String, Object>> tiers = new ArrayList<>();
    for (Mode stricter : Mode.values()) {
      if (stricter.compareTo(mode) < 0 && stricter != Mode.MOST) {
        Map<String, Object> tier = unfiltered(stricter);
        if (tier.equals(unfiltered(mode))) {
          break;
        }
        tiers.add(tier);
      }
    }
    return tiers;
  }

  /** Those with a sentence that is no formula: all are looked at. */
  private Map<String, Object> withSubstance(Map<String, Object> matching) {
    Verified.requireFew(reader, matching);
    Formula formula = new Formula(reader);
    List<String> ids = new ArrayList<>();
    new Stream(reader, Indices.Kind.PARAGRAPHS, matching, Stream.BY_REPORT)
        .withColumns(Columns.VERSION, Columns.SENTENCE)
        .before(
            rows -> {
              LongPredicate isFormula =
                  formula.of(rows.stream().map(row -> row.numbers(Columns.SENTENCE)).toList());
              for (Row row : rows) {
                if (Formula.hasSubstance(row.numbers(Columns.SENTENCE), isFormula)) {
                  ids.add(row.id());
                }
              }
            })
        .forEach(row -> {});
    return Verified.just(ids);
  }

  /** What is counted: where hits are folded, of each fold the oldest. */
  Map<String, Object> counted(Mode mode) {
    Map<String, Object> shown = shown(mode);
    if (!presentation.fold()) {
      return shown;
    }
    Verified.requireFew(reader, shown);
    Set<String> seen = new HashSet<>();
    List<String> first = new ArrayList<>();
    new Stream(reader, Indices.Kind.PARAGRAPHS, shown, Orders.of(SortOrder.OLDEST))
        .withColumns(Columns.VERSION, Columns.FOLD)
        .forEach(
            row -> {
              if (seen.add(row.text(Columns.FOLD))) {
                first.add(row.id());
              }
            });
    return Verified.just(first);
  }
}
