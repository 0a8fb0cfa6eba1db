package govsearch.insight.extent;

import govsearch.engine.Counting;
import govsearch.engine.Grouping;
import govsearch.engine.Place;
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

  private final Counting engine;

  public Coverage(Counting engine) {
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
    return engine.countBy(
        Answers.requests(one, true),
        new Grouping.Towns(),
        counts -> new Run(new Answers(counts, one, 0), only, size, after).page(fingerprint));
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
      for (int part = 0; part < answers.parts().size(); part++) {
        Place place = answers.parts().get(part).place();
        if (place != null) {
          count(part, place);
        }
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

    private void count(int part, Place place) {
      boolean isTown = place.town() != null;
      boolean says = false;
      boolean present = false;
      boolean missing = false;
      for (int year = 0; year < sums.length; year++) {
        int reports = answers.reports(part, year);
        Status status = status(part, year);
        if (isTown) {
          sums[year].add(status, reports);
        } else {
          sums[year].addNoTown(reports);
        }
        says |= status == Status.SAID;
        present |= reports > 0;
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
        list(part, place);
      }
    }

    private Status status(int part, int year) {
      if (answers.reports(part, year) == 0) {
        return answers.isExpected(year) ? Status.MISSING : Status.NONE;
      }
      return answers.saying(part, year) > 0 ? Status.SAID : Status.SILENT;
    }

    private void list(int part, Place place) {
      total++;
      if (after != null && key(place).compareTo(after) <= 0) {
        return;
      }
      if (rows.size() == size) {
        more = true;
        return;
      }
      List<Cell> cells = new ArrayList<>(years.size());
      for (int year = 0; year < years.size(); year++) {
        cells.add(
            new Cell(
                status(part, year),
                answers.reports(part, year),
                answers.saying(part, year),
                answers.paragraphs(part, year),
                answers.firstReport(part, year),
                answers.firstParagraph(part, year)));
      }
      rows.add(new CoverageRow(place, cells));
    }

    private static LineKey key(Place place) {
      return new LineKey(place.path(), "", place.town() == null ? 0 : 1, 0);
    }
  }
}
