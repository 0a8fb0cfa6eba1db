package govsearch.insight.extent;

import govsearch.engine.Counting;
import govsearch.engine.GroupedCounts;
import govsearch.engine.Grouping;
import govsearch.insight.Answers;
import govsearch.insight.First;
import govsearch.insight.LineCursor;
import govsearch.insight.LineKey;
import govsearch.insight.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far something is said from region to region, level by level. A region that a report leaves
 * out is left out of its path, as in the filter by region.
 */
public final class Spread {

  private final Counting engine;

  public Spread(Counting engine) {
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
    return engine.countBy(
        Answers.requests(one, false),
        new Grouping.Below(parent),
        counts -> page(new Answers(counts, one, 0), size, after, fingerprint));
  }

  private static SpreadPage page(
      Answers answers, int size, @Nullable LineKey after, String fingerprint) {
    First<SpreadPage.Row> first = new First<>(size);
    Extent whole = Extent.NONE;
    Extent own = Extent.NONE;
    long total = 0;
    for (int part = 0; part < answers.parts().size(); part++) {
      SpreadPage.Row row = row(answers, part);
      whole = whole.plus(row.extent());
      if (answers.parts().get(part).own()) {
        own = row.extent();
        continue;
      }
      total++;
      if (after == null || key(row).compareTo(after) > 0) {
        first.add(key(row), row);
      }
    }
    List<SpreadPage.Row> rows = first.sorted();
    return new SpreadPage(
        answers.years(),
        whole,
        own,
        total,
        rows,
        first.hasMore() ? LineCursor.after(key(rows.getLast()), fingerprint) : null);
  }

  private static SpreadPage.Row row(Answers answers, int part) {
    List<Extent> years = new ArrayList<>(answers.years().size());
    for (int year = 0; year < answers.years().size(); year++) {
      years.add(Extent.of(answers, part, year));
    }
    Extent all = years.stream().reduce(Extent.NONE, Extent::plus);
    GroupedCounts.Part of = answers.parts().get(part);
    return new SpreadPage.Row(of.path(), of.town(), all, of.below(), years);
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
