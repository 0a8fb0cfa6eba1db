package govsearch.engine.opensearch.read;

import govsearch.engine.InvalidCursorException;
import govsearch.engine.lucene.query.RankingWeights;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.query.Presentation;
import govsearch.query.SortOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Pages of matches in the order of relevance, as the embedded engine has them: the best {@value
 * #WINDOW} by tier and by the cluster's score are weighed by substance, put in order and folded;
 * whoever reads on gets the others behind them in the order of the cluster.
 */
final class RelevancePager implements Pager {
  /** As many as anybody looks through: twenty pages of the usual length. */
  static final int WINDOW = 400;

  private static final int MOST_AT_ONCE = 4_000;
  private static final double HALF = 10;
  private static final String BEHIND = "|behind";

  private static final Comparator<Page.Scored> BEST =
      Comparator.comparing(Page.Scored::score, Comparator.reverseOrder())
          .thenComparing(one -> one.row().text(Columns.REPORT))
          .thenComparingInt(one -> one.row().number(Columns.ORDINAL));

  private final Reader reader;
  private final List<Map<String, Object>> tiers;
  private final List<Object> scoring;
  private final boolean fold;
  private final int perReport;
  private final String request;
  private final Folds folds;
  private final Map<String, Integer> ofReport = new HashMap<>();
  private boolean isWhole;
  private int lastTier;
  private @Nullable List<Object> last;
  private @Nullable List<Page.Scored> window;

  /**
   * Pages of one request.
   *
   * @param tiers the best first, nothing in two of them
   * @param scoring how well a match fits
   */
  RelevancePager(
      Reader reader,
      List<Map<String, Object>> tiers,
      List<Object> scoring,
      Presentation presentation,
      String request) {
    this.reader = reader;
    this.tiers = tiers;
    this.scoring = scoring;
    this.fold = presentation.fold();
    this.perReport = presentation.perReport();
    this.request = request;
    this.folds = new Folds(reader);
  }

  /** Whether a cursor was given by such a request. */
  static boolean gave(String cursor, String request) {
    return Cursor.isOf(cursor, request) || Cursor.isOf(cursor, request + BEHIND);
  }

  @Override
  public Page page(@Nullable String cursor, int size) {
    if (cursor != null && Cursor.isOf(cursor, request + BEHIND)) {
      return behind(Cursor.read(cursor, request + BEHIND), size, new ArrayList<>());
    }
    List<Object> after = Cursor.read(cursor, request);
    List<Page.Scored> page = new ArrayList<>();
    for (Page.Scored one : window()) {
      if (after != null && !isBehind(one, after)) {
        continue;
      }
      if (page.size() == size) {
        return new Page(page, cursor(page.getLast()));
      }
      page.add(one);
    }
    return isWhole ? new Page(page, null) : behind(null, size, page);
  }

  private static boolean isBehind(Page.Scored one, List<Object> after) {
    if (after.size() != 3
        || !(after.get(0) instanceof Double score)
        || !(after.get(2) instanceof Long ordinal)) {
      throw new InvalidCursorException();
    }
    int compared = Double.compare(score, one.score());
    if (compared == 0) {
      compared = one.row().text(Columns.REPORT).compareTo(after.get(1).toString());
    }
    return compared != 0 ? compared > 0 : one.row().number(Columns.ORDINAL) > ordinal;
  }

  private String cursor(Page.Scored at) {
    List<Object> values =
        List.of(
            (double) at.score(),
            at.row().text(Columns.REPORT),
            (long) at.row().number(Columns.ORDINAL));
    return Cursor.of(values, request, reader.snapshot().key());
  }

  /** The best of a tier by the cluster's score. */
  private JsonNode best(int tier, int count, boolean collapse, @Nullable List<Object> after) {
    Map<String, Object> body =
        Json.of(
            "size",
            count,
            "track_total_hits",
            WINDOW + 1,
            "query",
            Json.of("bool", Json.of("filter", List.of(tiers.get(tier)), "should", scoring)),
            "sort",
            Orders.SCORE,
            "track_scores",
            true,
            "_source",
            false,
            "docvalue_fields",
            COLUMNS);
    if (collapse) {
      body.put("collapse", Json.of("field", Columns.FOLD));
    }
    if (after != null) {
      body.put("search_after", after);
    }
    return reader.search(Indices.Kind.PARAGRAPHS, body);
  }

  private List<JsonNode> bestOfAll(boolean collapse) {
    List<Callable<JsonNode>> works = new ArrayList<>();
    for (int i = 0; i < tiers.size(); i++) {
      int tier = i;
      works.add(() -> best(tier, WINDOW, collapse, null));
    }
    return Reader.together(works);
  }

  private List<Page.Scored> window() {
    if (window == null) {
      List<JsonNode> answers = bestOfAll(false);
      long total = 0;
      for (JsonNode answer : answers) {
        total += answer.path("hits").path("total").path("value").asLong();
      }
      isWhole = total <= WINDOW;
      if (fold && !isWhole) {
        answers = bestOfAll(true);
      }
      List<Page.Scored> all = new ArrayList<>();
      for (int tier = 0; tier < tiers.size() && all.size() < WINDOW; tier++) {
        List<Row> rows = Row.of(answers.get(tier));
        List<Row> some = rows.subList(0, Math.min(rows.size(), WINDOW - all.size()));
        if (!some.isEmpty()) {
          lastTier = tier;
          last = some.getLast().sort();
        }
        all.addAll(weighed(some, tier));
      }
      all.sort(BEST);
      window = shown(all);
    }
    return window;
  }

  /** Weighs scores by substance; what comes out lies between a tier's number and the next. */
  private List<Page.Scored> weighed(List<Row> rows, int tier) {
    LongPredicate formula =
        new Formula(reader).of(rows.stream().map(row -> row.numbers(Columns.SENTENCE)).toList());
    List<Page.Scored> weighed = new ArrayList<>();
    for (Row row : rows) {
      double share = Formula.share(List.of(row.numbers(Columns.SENTENCE)), formula);
      double ofFormula = 1 - (1 - RankingWeights.CHOSEN.ofFormula()) * share;
      double score = row.score() * ofFormula * row.number(Columns.WEIGHT) / 100;
      int level = tiers.size() - 1 - tier;
      weighed.add(new Page.Scored(row, (float) (level + score / (score + HALF))));
    }
    return weighed;
  }

  /** Of what says the same the first, and of a report no more than wanted. */
  private List<Page.Scored> shown(List<Page.Scored> ordered) {
    Map<String, Long> counts = perReport > 0 && fold ? folds.counts(folds(ordered)) : Map.of();
    Set<String> seen = new HashSet<>();
    List<Page.Scored> first = new ArrayList<>();
    for (Page.Scored one : ordered) {
      String print = one.row().text(Columns.FOLD);
      if ((fold && seen.contains(print)) || isTooMany(one.row(), counts)) {
        continue;
      }
      seen.add(print);
      ofReport.merge(one.row().text(Columns.REPORT), 1, Integer::sum);
      first.add(one);
    }
    return first;
  }

  private static List<String> folds(List<Page.Scored> matches) {
    return matches.stream().map(one -> one.row().text(Columns.FOLD)).toList();
  }

  /** Whether as many of a report are shown as are wanted, and it stands for no other. */
  private boolean isTooMany(Row row, Map<String, Long> counts) {
    return perReport > 0
        && ofReport.getOrDefault(row.text(Columns.REPORT), 0) >= perReport
        && (!fold || counts.getOrDefault(row.text(Columns.FOLD), 0L) <= 1);
  }

  /**
   * Goes on behind the window.
   *
   * @param from where the page before ended; null for the end of the window
   * @param page what it begins with
   */
  private Page behind(@Nullable List<Object> from, int size, List<Page.Scored> page) {
    Set<String> ofWindow = new HashSet<>(folds(window()));
    int tier = lastTier;
    List<Object> after = last;
    if (from != null) {
      if (!(from.getFirst() instanceof Long of) || of < 0 || of >= tiers.size()) {
        throw new InvalidCursorException();
      }
      tier = of.intValue();
      after = from.size() == 1 ? null : from.subList(1, from.size());
    }
    int count = 4 * size;
    while (tier < tiers.size()) {
      List<Row> found = Row.of(best(tier, count, false, after));
      List<String> prints = found.stream().map(row -> row.text(Columns.FOLD)).toList();
      Map<String, String> firsts =
          fold
              ? folds.firsts(Clauses.any(tiers), prints, Orders.of(SortOrder.RELEVANCE))
              : Map.of();
      Map<String, Long> counts = fold && perReport > 0 ? folds.counts(prints) : Map.of();
      List<Row> listed = new ArrayList<>();
      for (Row row : found) {
        String print = row.text(Columns.FOLD);
        boolean isFirst =
            !fold || (!ofWindow.contains(print) && row.id().equals(firsts.get(print)));
        if (isFirst && !isTooMany(row, counts)) {
          if (page.size() + listed.size() == size) {
            page.addAll(weighed(listed, tier));
            return new Page(page, behindCursor(tier, after));
          }
          listed.add(row);
        }
        after = row.sort();
      }
      page.addAll(weighed(listed, tier));
      if (found.size() < count) {
        tier++;
        after = null;
      }
      count = Math.min(MOST_AT_ONCE, 2 * count);
    }
    return new Page(page, null);
  }

  private String behindCursor(int tier, @Nullable List<Object> after) {
    List<Object> values = new ArrayList<>();
    values.add((long) tier);
    if (after != null) {
      values.addAll(after);
    }
    return Cursor.of(values, request + BEHIND, reader.snapshot().key());
  }
}
