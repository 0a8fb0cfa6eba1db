package govsearch.engine.opensearch.read;

import govsearch.engine.InvalidCursorException;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Pages of matches in the order of relevance, as the embedded engine has them: the best {@value
 * #WINDOW} by tier and by the cluster's score are weighed by substance and put in order, of what
 * says the same the best one; whoever reads on gets the others behind them in the order of the
 * cluster.
 */
final class RelevancePager implements Pager {
  /** Five pages of the usual length: each is sent with its sentences, which takes its time. */
  static final int WINDOW = 100;

  /** More than a page of the usual length. */
  private static final int FEWEST_DIFFERENT = WINDOW / 4;

  private static final int MOST_AT_ONCE = 4_000;

  /** Of a hundred what puts them in order; where they stand is asked of those that are shown. */
  private static final List<String> TO_ORDER =
      List.of(Columns.FOLD, Columns.WEIGHT, Columns.SENTENCE);

  private static final String BEHIND = "|behind";
  private static final String PARTS = "hits.hits.sort,hits.hits.fields";

  private static final Comparator<Page.Scored> BEST =
      Comparator.comparing(Page.Scored::score, Comparator.reverseOrder())
          .thenComparing(one -> one.row().report())
          .thenComparingInt(one -> one.row().ordinal());

  private final Reader reader;
  private final Ranking ranking;
  private final boolean fold;
  private final int perReport;
  private final String request;
  private final Folds folds;
  private final Map<String, Integer> ofReport = new HashMap<>();
  private @Nullable List<Row> found;
  private boolean isCollapsed;
  private @Nullable List<Page.Scored> window;

  /** Pages of one request. */
  RelevancePager(Reader reader, Ranking ranking, Presentation presentation, String request) {
    this.reader = reader;
    this.ranking = ranking;
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
    return isWhole() ? new Page(page, null) : behind(null, size, page);
  }

  private static boolean isBehind(Page.Scored one, List<Object> after) {
    if (after.size() != 3
        || !(after.get(0) instanceof Double score)
        || !(after.get(2) instanceof Long ordinal)) {
      throw new InvalidCursorException();
    }
    int compared = Double.compare(score, one.score());
    if (compared == 0) {
      compared = one.row().report().compareTo(after.get(1).toString());
    }
    return compared != 0 ? compared > 0 : one.row().ordinal() > ordinal;
  }

  private String cursor(Page.Scored at) {
    List<Object> values =
        List.of((double) at.score(), at.row().report(), (long) at.row().ordinal());
    return Cursor.of(values, request, reader.snapshot().key());
  }

  @Override
  public void askWith(@Nullable String cursor, int size, Batch batch) {
    askWith(batch, false);
  }

  private void askWith(Batch batch, boolean collapse) {
    batch.add(
        Indices.Kind.PARAGRAPHS,
        ranking.body(WINDOW, collapse, null, TO_ORDER),
        PARTS,
        answer -> found = Row.of(answer));
  }

  /**
   * The best ones, in the order of the cluster. To collapse what says the same all has to be
   * scored: that is asked for only where the best ones say too little that is different.
   */
  private List<Row> found() {
    if (found == null) {
      ask(false);
    }
    List<Row> best = Objects.requireNonNull(found);
    if (fold && !isCollapsed && best.size() == WINDOW && different(best) < FEWEST_DIFFERENT) {
      isCollapsed = true;
      ask(true);
    }
    return Objects.requireNonNull(found);
  }

  private void ask(boolean collapse) {
    Batch batch = new Batch(reader);
    askWith(batch, collapse);
    batch.run();
  }

  private static long different(List<Row> rows) {
    return rows.stream().map(row -> row.text(Columns.FOLD)).distinct().count();
  }

  /** Whether the window has all that there is; where it is just full, what is behind it tells. */
  private boolean isWhole() {
    return found().size() < WINDOW;
  }

  /**
   * Everything that matches, as soon as it was asked for; empty where it is more than the window.
   */
  Optional<List<Row>> everything() {
    return isCollapsed || found == null || found.size() >= WINDOW
        ? Optional.empty()
        : Optional.of(found);
  }

  /** Whether a row is a literal match. */
  boolean isLiteral(Row row) {
    return ranking.isOfBestTier(row);
  }

  private List<Page.Scored> window() {
    if (window == null) {
      List<Page.Scored> all = weighed(found());
      all.sort(BEST);
      window = shown(all);
    }
    return window;
  }

  private List<Page.Scored> weighed(List<Row> rows) {
    return ranking.weighed(rows, Formula.lookUp(reader, rows));
  }

  /** Of what says the same the first, and of a report no more than wanted. */
  private List<Page.Scored> shown(List<Page.Scored> ordered) {
    Map<String, Long> same = perReport > 0 && fold ? folds.counts(folds(ordered)) : Map.of();
    Set<String> seen = new HashSet<>();
    List<Page.Scored> first = new ArrayList<>();
    for (Page.Scored one : ordered) {
      String print = one.row().text(Columns.FOLD);
      if ((fold && seen.contains(print)) || isTooMany(one.row(), same)) {
        continue;
      }
      seen.add(print);
      ofReport.merge(one.row().report(), 1, Integer::sum);
      first.add(one);
    }
    return first;
  }

  private static List<String> folds(List<Page.Scored> matches) {
    return matches.stream().map(one -> one.row().text(Columns.FOLD)).toList();
  }

  /** Whether as many of a report are shown as are wanted, and it stands for no other. */
  private boolean isTooMany(Row row, Map<String, Long> same) {
    return perReport > 0
        && ofReport.getOrDefault(row.report(), 0) >= perReport
        && (!fold || same.getOrDefault(row.text(Columns.FOLD), 0L) <= 1);
  }

  /**
   * Goes on behind the window.
   *
   * @param from where the page before ended; null for the end of the window
   * @param page what it begins with
   */
  private Page behind(@Nullable List<Object> from, int size, List<Page.Scored> page) {
    Set<String> ofWindow = new HashSet<>(folds(window()));
    if (from != null && from.size() != Orders.SCORE.size()) {
      throw new InvalidCursorException();
    }
    List<Row> best = found();
    List<Object> after = from == null && !best.isEmpty() ? best.getLast().sort() : from;
    int count = 4 * size;
    while (true) {
      JsonNode answer =
          reader.search(Indices.Kind.PARAGRAPHS, ranking.body(count, false, after, COLUMNS), PARTS);
      List<Row> rows = Row.of(answer);
      List<String> prints = rows.stream().map(row -> row.text(Columns.FOLD)).toList();
      Map<String, String> firsts =
          fold ? folds.firsts(ranking.shown(), prints, Orders.of(SortOrder.RELEVANCE)) : Map.of();
      Map<String, Long> same = fold && perReport > 0 ? folds.counts(prints) : Map.of();
      List<Row> listed = new ArrayList<>();
      for (Row row : rows) {
        String print = row.text(Columns.FOLD);
        boolean isFirst =
            !fold || (!ofWindow.contains(print) && row.id().equals(firsts.get(print)));
        if (isFirst && !isTooMany(row, same)) {
          if (page.size() + listed.size() == size) {
            page.addAll(weighed(listed));
            return new Page(page, behindCursor(after));
          }
          listed.add(row);
        }
        after = row.sort();
      }
      page.addAll(weighed(listed));
      if (rows.size() < count) {
        return new Page(page, null);
      }
      count = Math.min(MOST_AT_ONCE, 2 * count);
    }
  }

  private String behindCursor(@Nullable List<Object> after) {
    return Cursor.of(after == null ? List.of() : after, request + BEHIND, reader.snapshot().key());
  }
}
