package govsearch.insight.checklist;

import govsearch.engine.CountRequest;
import govsearch.engine.Deadline;
import govsearch.engine.GroupedCounts;
import govsearch.engine.Grouping;
import govsearch.engine.Place;
import govsearch.engine.ReportPage;
import govsearch.engine.SearchEngine;
import govsearch.insight.checklist.MatrixRow.Cell;
import govsearch.insight.checklist.MatrixRow.Status;
import govsearch.insight.checklist.MatrixTable.Dates;
import govsearch.insight.checklist.MatrixTable.Sum;
import govsearch.insight.checklist.Publishing.Timeliness;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.ReportHead;
import govsearch.report.Sourced;
import govsearch.text.Literal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the towns of a region say of the items of a checklist in one year's reports: a cell says of
 * a town what a search with the same filters finds there. A town is there if the collection has any
 * report of it, of whatever year. No score is made of it: who says more is not who does more.
 */
public final class Matrix {

  /** The most towns of a matrix: no city has as many. */
  public static final int MOST_TOWNS = 1_000;

  private static final int PAGE = 200;
  private static final Cell SILENT = new Cell(Status.SILENT, 0, 0, null, null);
  private static final Cell MISSING = new Cell(Status.MISSING, 0, 0, null, null);

  private final SearchEngine engine;

  public Matrix(SearchEngine engine) {
    this.engine = engine;
  }

  /**
   * What is asked of whom.
   *
   * @param region path as filters by region take it
   * @param filters others that narrow it, by town and section; those by region and year count not
   * @param deadline by when reports had to be published, or null
   */
  public record Request(
      List<Query> items,
      Mode mode,
      String region,
      int year,
      Filters filters,
      @Nullable LocalDate deadline) {

    public Request {
      items = List.copyOf(items);
    }

    /** The reports asked. */
    Filters reports() {
      return filters
          .only(FacetField.REGION, Set.of(region))
          .only(FacetField.YEAR, Set.of(Integer.toString(year)));
    }
  }

  /**
   * The matrix.
   *
   * @throws ChecklistMistakeException if the region has too many towns
   * @throws govsearch.engine.SearchTimedOutException if not all is found in a search's time
   */
  public MatrixTable table(Request request) {
    MatchRequest towns =
        MatchRequest.of(
            new Query.Everything(),
            Mode.EXACT,
            request.reports().without(FacetField.YEAR).without(FacetField.SECTION));
    // Before anything else is looked at: of a whole country that alone would take all the time.
    long all = engine.summary(towns).towns();
    if (all > MOST_TOWNS) {
      throw tooMany(request, all);
    }
    Map<String, Published> published = published(request);
    List<CountRequest> asked =
        request.items().stream()
            .map(query -> MatchRequest.of(query, request.mode(), request.reports()))
            .map(said -> new CountRequest(said, towns))
            .toList();
    return engine.countBy(
        asked,
        new Grouping.Towns(request.region()),
        counts -> new Run(request, counts, published).table());
  }

  private static ChecklistMistakeException tooMany(Request request, long towns) {
    return new ChecklistMistakeException(
        "“"
            + request.region()
            + "”有 "
            + towns
            + " 个乡镇，一次最多 "
            + MOST_TOWNS
            + " 个，"
            + (request.region().equals(FacetField.UNSTATED) ? "请用 town 指定乡镇" : "请选到市或县"));
  }

  /**
   * The reports of a place.
   *
   * @param first by id
   * @param day the earliest one known
   */
  private record Published(String first, @Nullable LocalDate day) {

    Published and(Published other) {
      LocalDate earlier =
          day == null || (other.day != null && other.day.isBefore(day)) ? other.day : day;
      return new Published(first.compareTo(other.first) < 0 ? first : other.first, earlier);
    }
  }

  /** By the place that they are of. */
  private Map<String, Published> published(Request request) {
    Filters filters = request.reports().without(FacetField.SECTION);
    Map<String, Published> all = new HashMap<>();
    @Nullable String cursor = null;
    do {
      Deadline.current().check();
      ReportPage page = engine.reports(filters, PAGE, cursor);
      for (ReportHead head : page.reports()) {
        Sourced<String> day = head.metadata().published();
        Published one =
            new Published(head.id(), Publishing.day(day == null ? null : day.value()).orElse(null));
        all.merge(key(new Place(head.region(), head.town())), one, Published::and);
      }
      cursor = page.nextCursor();
    } while (cursor != null);
    return all;
  }

  private static String key(Place place) {
    return (place.town() == null) + Literal.literal(place.path());
  }

  /** One look. */
  private static final class Run {
    private static final int NO_REPORT = -1;

    private final Request request;
    private final GroupedCounts counts;
    private final List<GroupedCounts.Part> parts;

    /** Which of the years counted; none of which there is no report at all. */
    private final int year;

    private final Map<String, Published> published;
    private final Map<Timeliness, Integer> dates = new EnumMap<>(Timeliness.class);
    private final List<Map<Status, Integer>> sums = new ArrayList<>();

    Run(Request request, GroupedCounts counts, Map<String, Published> published) {
      this.request = request;
      this.counts = counts;
      this.parts = counts.parts();
      this.year = counts.years().indexOf(request.year()); // NO_REPORT where there is none
      this.published = published;
      request.items().forEach(item -> sums.add(new EnumMap<>(Status.class)));
    }

    MatrixTable table() {
      if (parts.size() > MOST_TOWNS) {
        throw tooMany(request, parts.size());
      }
      List<MatrixRow> rows = new ArrayList<>(parts.size());
      for (int part = 0; part < parts.size(); part++) {
        Deadline.current().check();
        Place place = Objects.requireNonNull(parts.get(part).place());
        int reports = year == NO_REPORT ? 0 : counts.reports(0, part, year);
        if (place.town() != null || reports > 0) {
          rows.add(row(part, place, reports));
        }
      }
      List<Sum> counted = new ArrayList<>();
      for (Map<Status, Integer> sum : sums) {
        counted.add(
            new Sum(
                sum.getOrDefault(Status.SAID, 0),
                sum.getOrDefault(Status.SILENT, 0),
                sum.getOrDefault(Status.MISSING, 0)));
      }
      return new MatrixTable(
          rows,
          counted,
          new Dates(
              of(Timeliness.ON_TIME),
              of(Timeliness.LATE),
              of(Timeliness.UNKNOWN),
              of(Timeliness.MISSING)));
    }

    private int of(Timeliness one) {
      return dates.getOrDefault(one, 0);
    }

    private MatrixRow row(int part, Place place, int reports) {
      List<Cell> cells = new ArrayList<>(sums.size());
      for (int item = 0; item < sums.size(); item++) {
        Cell cell = reports == 0 ? MISSING : cell(item, part);
        cells.add(cell);
        if (place.town() != null) {
          sums.get(item).merge(cell.status(), 1, Integer::sum);
        }
      }
      Published known = published.get(key(place));
      LocalDate day = known == null ? null : known.day();
      Timeliness timeliness = timeliness(reports, day);
      if (timeliness != null && place.town() != null) {
        dates.merge(timeliness, 1, Integer::sum);
      }
      return new MatrixRow(
          place, reports, known == null ? null : known.first(), day, timeliness, cells);
    }

    private @Nullable Timeliness timeliness(int reports, @Nullable LocalDate day) {
      LocalDate deadline = request.deadline();
      if (deadline == null) {
        return null;
      }
      return reports == 0 ? Timeliness.MISSING : Publishing.of(day, deadline);
    }

    private Cell cell(int item, int part) {
      return counts.saying(item, part, year) == 0
          ? SILENT
          : new Cell(
              Status.SAID,
              counts.paragraphs(item, part, year),
              counts.formulaShare(item, part, year),
              counts.firstReport(item, part, year),
              counts.firstParagraph(item, part, year));
    }
  }
}
