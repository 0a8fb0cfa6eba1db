package govsearch.engine.opensearch.read;

import govsearch.engine.CountRequest;
import govsearch.engine.GroupedCounts;
import govsearch.engine.Grouping;
import govsearch.engine.lucene.count.Parts;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.query.FacetField;
import govsearch.query.MatchRequest;
import govsearch.report.Paragraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts reports in groups: the cluster counts the matches of each report, and here each report is
 * put into its part and year. What the first report of a cell says is read when somebody asks, of
 * all cells of a part at once.
 */
final class CountBy implements GroupedCounts {
  private final Asked asked;
  private final Parts parts;
  private final List<@Nullable Integer> years;
  private final List<Counted> requests = new ArrayList<>();
  private final List<Part> shown = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();

  /** What one request counts of a part and a year. */
  private static final class Cell {
    private int reports;
    private int saying;
    private long paragraphs;
    private @Nullable String first;
    private @Nullable String firstSaying;
  }

  /** What the first reports of a part say. */
  private record Said(Map<String, String> paragraphs, Map<String, Double> shares) {}

  private final class Counted {
    private final Map<String, Object> said;
    private final Cell[][] cells;
    private final BitSet askedYears = new BitSet();
    private final Map<Integer, Said> read = new HashMap<>();

    Counted(Map<String, Object> said) {
      this.said = said;
      this.cells = new Cell[parts.size()][years.size()];
    }

    @Nullable Cell cell(int part, int year) {
      return cells[part][year];
    }
  }

  CountBy(Asked asked, List<CountRequest> requests, Grouping grouping) {
    this.asked = asked;
    Map<MatchRequest, Map<String, Object>> clauses = new HashMap<>();
    Map<MatchRequest, List<ReportCounts.Counted>> counted = new HashMap<>();
    for (CountRequest request : requests) {
      for (MatchRequest each : List.of(request.asked(), request.said())) {
        if (!clauses.containsKey(each)) {
          Map<String, Object> clause = new MatchVisit(asked, each).counted();
          clauses.put(each, clause);
          counted.put(each, ReportCounts.of(asked.reader(), clause));
        }
      }
    }
    FacetValues places = new FacetValues(FacetField.REGION);
    SortedSet<Integer> known = new TreeSet<>();
    List<ReportCounts.Counted> all = everyReport(requests, counted);
    for (ReportCounts.Counted one : all) {
      places.place(one.place());
      known.add(one.year());
    }
    places.publish();
    this.years = inOrder(known);
    this.parts = Parts.of(grouping, places);
    BitSet there = new BitSet();
    for (CountRequest request : requests) {
      this.requests.add(
          count(
              Objects.requireNonNull(clauses.get(request.said())),
              Objects.requireNonNull(counted.get(request.said())),
              Objects.requireNonNull(counted.get(request.asked())),
              places,
              there));
    }
    show(there);
  }

  private static List<ReportCounts.Counted> everyReport(
      List<CountRequest> requests, Map<MatchRequest, List<ReportCounts.Counted>> counted) {
    List<ReportCounts.Counted> all = new ArrayList<>();
    requests.stream()
        .map(CountRequest::asked)
        .distinct()
        .forEach(each -> all.addAll(counted.getOrDefault(each, List.of())));
    return all;
  }

  /** Those that state none are the least of all for the cluster, and last here. */
  private static List<@Nullable Integer> inOrder(SortedSet<Integer> known) {
    List<@Nullable Integer> years = new ArrayList<>();
    for (int year : known) {
      if (year != Integer.MIN_VALUE) {
        years.add(year);
      }
    }
    if (known.contains(Integer.MIN_VALUE)) {
      years.add(null);
    }
    return years;
  }

  private Counted count(
      Map<String, Object> clause,
      List<ReportCounts.Counted> said,
      List<ReportCounts.Counted> askedReports,
      FacetValues places,
      BitSet there) {
    Map<String, Long> saying = new HashMap<>();
    said.forEach(one -> saying.put(one.report(), one.paragraphs()));
    Counted counted = new Counted(clause);
    for (ReportCounts.Counted one : askedReports) { // by their ids
      int year = years.indexOf(one.year() == Integer.MIN_VALUE ? null : (Integer) one.year());
      counted.askedYears.set(year);
      int place = places.place(one.place());
      int part = parts.of(place);
      if (part != Parts.NONE) {
        there.set(place);
        Cell cell = counted.cells[part][year];
        if (cell == null) {
          cell = new Cell();
          counted.cells[part][year] = cell;
        }
        add(one.report(), saying.getOrDefault(one.report(), 0L), cell);
      }
    }
    return counted;
  }

  private static void add(String report, long paragraphs, Cell cell) {
    cell.reports++;
    cell.first = cell.first == null ? report : cell.first;
    if (paragraphs > 0) {
      cell.saying++;
      cell.paragraphs += paragraphs;
      cell.firstSaying = cell.firstSaying == null ? report : cell.firstSaying;
    }
  }

  private void show(BitSet there) {
    int[] below = parts.below(there);
    for (int part = 0; part < parts.size(); part++) {
      int number = part;
      boolean any =
          requests.stream()
              .anyMatch(request -> Arrays.stream(request.cells[number]).anyMatch(Objects::nonNull));
      if (any) {
        shown.add(parts.part(part, below[part]));
        numbers.add(part);
      }
    }
  }

  @Override
  public List<Part> parts() {
    return shown;
  }

  @Override
  public List<@Nullable Integer> years() {
    return years;
  }

  @Override
  public boolean isAsked(int request, int year) {
    return requests.get(request).askedYears.get(year);
  }

  private @Nullable Cell cell(int request, int part, int year) {
    return requests.get(request).cell(numbers.get(part), year);
  }

  @Override
  public int reports(int request, int part, int year) {
    Cell cell = cell(request, part, year);
    return cell == null ? 0 : cell.reports;
  }

  @Override
  public int saying(int request, int part, int year) {
    Cell cell = cell(request, part, year);
    return cell == null ? 0 : cell.saying;
  }

  @Override
  public long paragraphs(int request, int part, int year) {
    Cell cell = cell(request, part, year);
    return cell == null ? 0 : cell.paragraphs;
  }

  @Override
  public @Nullable String firstReport(int request, int part, int year) {
    Cell cell = cell(request, part, year);
    return cell == null ? null : cell.firstSaying != null ? cell.firstSaying : cell.first;
  }

  @Override
  public @Nullable String firstParagraph(int request, int part, int year) {
    Cell cell = cell(request, part, year);
    return cell == null || cell.firstSaying == null
        ? null
        : said(request, part).paragraphs().get(cell.firstSaying);
  }

  @Override
  public double formulaShare(int request, int part, int year) {
    Cell cell = cell(request, part, year);
    return cell == null || cell.firstSaying == null
        ? 0
        : said(request, part).shares().getOrDefault(cell.firstSaying, 0.0);
  }

  private Said said(int request, int part) {
    Counted counted = requests.get(request);
    return counted.read.computeIfAbsent(numbers.get(part), number -> read(counted, number));
  }

  private Said read(Counted counted, int part) {
    List<String> reports = new ArrayList<>();
    for (Cell cell : counted.cells[part]) {
      if (cell != null && cell.firstSaying != null) {
        reports.add(cell.firstSaying);
      }
    }
    List<Row> rows =
        new Stream(
                asked.reader(),
                Indices.Kind.PARAGRAPHS,
                Clauses.filter(counted.said, Clauses.terms(Columns.REPORT, reports)),
                Stream.BY_REPORT)
            .withSource()
            .withColumns(Columns.REPORT, Columns.ORDINAL, Columns.SENTENCE)
            .toList();
    Map<String, List<Row>> byReport = new HashMap<>();
    rows.forEach(
        row ->
            byReport.computeIfAbsent(row.text(Columns.REPORT), id -> new ArrayList<>()).add(row));
    LongPredicate formula =
        new Formula(asked.reader())
            .of(rows.stream().map(row -> row.numbers(Columns.SENTENCE)).toList());
    Map<String, String> paragraphs = new HashMap<>();
    Map<String, Double> shares = new HashMap<>();
    byReport.forEach(
        (id, of) -> {
          of.sort(Comparator.comparingInt(row -> row.number(Columns.ORDINAL)));
          paragraphs.put(id, StoredReports.stored(of.getFirst().hit(), Paragraph.class).id());
          shares.put(
              id,
              Formula.share(
                  of.stream().map(row -> row.numbers(Columns.SENTENCE)).toList(), formula));
        });
    return new Said(paragraphs, shares);
  }
}
