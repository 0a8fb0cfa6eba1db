package govsearch.insight.extent;

import govsearch.engine.Place;
import govsearch.engine.ReportKey;
import govsearch.engine.SearchEngine;
import govsearch.insight.Answers;
import govsearch.insight.LineCursor;
import govsearch.insight.LineKey;
import govsearch.insight.Question;
import govsearch.insight.extent.CoveragePage.Only;
import govsearch.insight.extent.CoverageRow.Cell;
import govsearch.insight.extent.CoverageRow.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which towns say something in which years, which do not although there is a report, and where the
 * report is missing. A town is there if the collection has any report of it. Reports that are no
 * town's, or do not state which, stand together by region, and are counted as reports alone.
 */
public final class Coverage {

  private final SearchEngine engine;

  public Coverage(SearchEngine engine) {
    this.engine = engine;
  }

  /**
   * A page of towns, by region and name.
   *
   * @param question its years choose columns, its places rows, its sections where it is to be said
   * @param size how many towns at the most, 1 or more
   * @param cursor where the page before ended, or null
   * @throws govsearch.engine.SearchTimedOutException if not all is found in a search's time
   * @throws govsearch.engine.InvalidCursorException if the cursor is of another request
   */
  public CoveragePage page(Question question, Only only, int size, @Nullable String cursor) {
    String fingerprint = "coverage|" + question + "|" + only;
    LineKey after = LineCursor.read(cursor, fingerprint);
    List<Question> one = List.of(question);
    return engine.tally(
        Answers.requests(one),
        tally -> new Run(new Answers(tally, one, 0), only, size, after).page(fingerprint));
  }

  /** One look. */
  private static final class Run {
    private final Answers answers;
    private final Only only;
    private final int size;
    private final @Nullable LineKey after;
    private final List<@Nullable Integer> years;
    private final YearSum[] sums;
    private final List<CoverageRow> rows = new ArrayList<>();
    private boolean more;
    private long total;
    private long towns;
    private long said;
    private long silent;

    Run(Answers answers, Only only, int size, @Nullable LineKey after) {
      this.answers = answers;
      this.only = only;
      this.size = size;
      this.after = after;
      this.years = answers.years();
      this.sums = new YearSum[years.size()];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = new YearSum();
      }
    }

    CoveragePage page(String fingerprint) {
      List<ReportKey> reports = answers.reports();
      for (int from = 0, to; from < reports.size(); from = to) {
        Place place = reports.get(from).place();
        for (to = from; to < reports.size() && reports.get(to).place().equals(place); ) {
          to++;
        }
        town(place, from, to);
      }
      List<CoveragePage.Column> columns = new ArrayList<>();
      for (int i = 0; i < sums.length; i++) {
        columns.add(sums[i].column(years.get(i)));
      }
      return new CoveragePage(
          columns,
          new CoveragePage.Towns(towns, said, silent, towns - said - silent),
          total,
          rows,
          more ? LineCursor.after(key(rows.getLast().place()), fingerprint) : null);
    }

    /** A town, of which the reports of a span of numbers are. */
    private void town(Place place, int from, int to) {
      boolean asked = false;
      CoverageSlot[] slots = new CoverageSlot[years.size()];
      for (int i = 0; i < slots.length; i++) {
        slots[i] = new CoverageSlot();
      }
      for (int report = from; report < to; report++) {
        asked |= answers.isPlaceAsked(report);
        if (answers.isAsked(report)) {
          int year = years.indexOf(answers.reports().get(report).year());
          slots[year].add(report, answers.paragraphs(report));
        }
      }
      if (asked) {
        count(place, slots);
      }
    }

    private void count(Place place, CoverageSlot[] slots) {
      boolean isTown = place.town() != null;
      boolean says = false;
      boolean present = false;
      boolean missing = false;
      for (int i = 0; i < slots.length; i++) {
        Status status = slots[i].status(years.get(i));
        if (isTown) {
          sums[i].add(status, slots[i].reports());
        } else {
          sums[i].addNoTown(slots[i].reports());
        }
        says |= status == Status.SAID;
        present |= slots[i].reports() > 0;
        missing |= isTown && status == Status.MISSING;
      }
      if (isTown) {
        towns++;
        said += says ? 1 : 0;
        silent += present && !says ? 1 : 0;
      }
      boolean listed =
          switch (only) {
            case ALL -> true;
            case SAID -> says;
            case SILENT -> present && !says;
            case MISSING -> missing;
          };
      if (listed) {
        list(place, slots);
      }
    }

    private void list(Place place, CoverageSlot[] slots) {
      total++;
      if (after != null && key(place).compareTo(after) <= 0) {
        return;
      }
      if (rows.size() == size) {
        more = true;
        return;
      }
      List<Cell> cells = new ArrayList<>(slots.length);
      for (int i = 0; i < slots.length; i++) {
        cells.add(slots[i].cell(years.get(i), answers));
      }
      rows.add(new CoverageRow(place, cells));
    }

    private static LineKey key(Place place) {
      return new LineKey(place.path(), "", place.town() == null ? 0 : 1, 0);
    }
  }
}
