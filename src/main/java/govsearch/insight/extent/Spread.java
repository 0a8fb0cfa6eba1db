package govsearch.insight.extent;

import govsearch.engine.Place;
import govsearch.engine.ReportKey;
import govsearch.engine.SearchEngine;
import govsearch.insight.Answers;
import govsearch.insight.First;
import govsearch.insight.LineCursor;
import govsearch.insight.LineKey;
import govsearch.insight.Question;
import govsearch.query.FacetField;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far something is said from region to region, level by level. A region that a report leaves
 * out is left out of its path, as in the filter by region.
 */
public final class Spread {

  private final SearchEngine engine;

  public Spread(SearchEngine engine) {
    this.engine = engine;
  }

  /**
   * A page of regions.
   *
   * @param parent the path of the region of which those directly below are counted; null for the
   *     outermost ones. Nothing is below a region that no report is of.
   * @param size how many at the most, 1 or more
   * @param cursor where the page before ended, or null
   * @throws govsearch.engine.SearchTimedOutException if not all is found in a search's time
   * @throws govsearch.engine.InvalidCursorException if the cursor is of another request
   */
  public SpreadPage page(
      Question question, @Nullable String parent, int size, @Nullable String cursor) {
    String fingerprint = "spread|" + question + "|" + parent;
    LineKey after = LineCursor.read(cursor, fingerprint);
    List<Question> one = List.of(question);
    return engine.tally(
        Answers.requests(one),
        tally -> new Run(new Answers(tally, one, 0), parent).page(size, after, fingerprint));
  }

  /** One look. */
  private static final class Run {
    private final String parent;
    private final List<@Nullable Integer> years;
    private final Map<String, Child> children = new LinkedHashMap<>();
    private Extent own = Extent.NONE;

    Run(Answers answers, @Nullable String parent) {
      this.parent = parent == null ? "" : Literal.literal(parent);
      this.years = answers.years();
      List<ReportKey> reports = answers.reports();
      for (int report = 0; report < reports.size(); report++) {
        if (answers.isAsked(report)) {
          int year = years.indexOf(reports.get(report).year());
          add(reports.get(report).place(), year, answers.paragraphs(report));
        }
      }
    }

    private void add(Place place, int year, int found) {
      List<String> names = new ArrayList<>(place.region());
      if (names.isEmpty()) {
        names.add(FacetField.UNSTATED);
      }
      if (place.town() != null) {
        names.add(place.town());
      }
      int depth = 0;
      while (depth < names.size() && !path(names, depth).equals(parent)) {
        depth++;
      }
      if (!path(names, depth).equals(parent)) {
        return;
      }
      if (depth == names.size()) {
        own = own.and(found);
        return;
      }
      String path = String.join("/", names.subList(0, depth + 1));
      Child child =
          children.computeIfAbsent(Literal.literal(path), k -> new Child(path, years.size()));
      child.extent = child.extent.and(found);
      child.years.set(year, child.years.get(year).and(found));
      child.town |= depth + 1 == names.size() && place.town() != null;
      if (depth + 1 < names.size()) {
        child.below.add(Literal.literal(names.get(depth + 1)));
      }
    }

    private static String path(List<String> names, int depth) {
      return Literal.literal(String.join("/", names.subList(0, depth)));
    }

    SpreadPage page(int size, @Nullable LineKey after, String fingerprint) {
      First<SpreadPage.Row> first = new First<>(size);
      Extent whole = own;
      for (Child child : children.values()) {
        whole = whole.plus(child.extent);
        SpreadPage.Row row = child.row();
        if (after == null || key(row).compareTo(after) > 0) {
          first.add(key(row), row);
        }
      }
      List<SpreadPage.Row> rows = first.sorted();
      return new SpreadPage(
          years,
          whole,
          own,
          children.size(),
          rows,
          first.hasMore() ? LineCursor.after(key(rows.getLast()), fingerprint) : null);
    }

    /** Most reports first. */
    private static LineKey key(SpreadPage.Row row) {
      Extent extent = row.extent();
      return new LineKey(
          String.format(
              Locale.ROOT,
              "%010d%010d%s",
              Integer.MAX_VALUE - extent.saying(),
              Integer.MAX_VALUE - extent.reports(),
              row.path()),
          "",
          0,
          0);
    }
  }

  /** A region or town while its reports are counted. */
  private static final class Child {
    private final String path;
    private final Set<String> below = new HashSet<>();
    private final List<Extent> years;
    private Extent extent = Extent.NONE;
    private boolean town;

    Child(String path, int years) {
      this.path = path;
      this.years = new ArrayList<>(Collections.nCopies(years, Extent.NONE));
    }

    SpreadPage.Row row() {
      return new SpreadPage.Row(path, town, extent, below.size(), years);
    }
  }
}
