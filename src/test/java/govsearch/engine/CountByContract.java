package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Metadata;
import govsearch.report.Provenance;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Sourced;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Counting by groups against counting reports one by one: of towns that several regions have, of
 * regions that report themselves, several reports of a town and year, written in several commits.
 */
public abstract class CountByContract extends EngineContract {

  private static final long SEED = 20_261_127;

  private static final List<Query> SAID =
      List.of(
          new Query.Phrase("法律明白人"),
          new Query.Phrase("普法"),
          new Query.Phrase("绝无此语"),
          new Query.Everything());

  private static final List<Query> ASKED =
      List.of(
          new Query.Everything(),
          new Query.Years(2023, null),
          new Query.Not(new Query.FieldIs(Query.Field.COUNTY, "青溪县")));

  private static final List<List<String>> REGIONS =
      List.of(
          List.of(),
          List.of("云北省"),
          List.of("云北省", "临江市"),
          List.of("云北省", "临江市", "青溪县"),
          List.of("云北省", "临江市", "白石县"),
          List.of("云南北省", "临江市", "青溪县"));

  private final List<Report> reports = someReports();
  private final PlainScan scan = new PlainScan(reports);

  @BeforeEach
  void indexThem() {
    for (int from = 0; from < reports.size(); from += 25) {
      try (IndexSink sink = openSink(index)) {
        reports.subList(from, Math.min(from + 25, reports.size())).forEach(sink::put);
        sink.put(reports.getFirst()); // replaced, so that its first writing is left deleted
        sink.commit();
      }
    }
    engine = openEngine(index);
  }

  /** The samples again and again, of places and years that are drawn. */
  private static List<Report> someReports() {
    Random random = new Random(SEED);
    List<Report> samples = SampleReports.read(SampleReports.FOLDER);
    List<Report> some = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Report sample = samples.get(random.nextInt(samples.size()));
      List<String> region = REGIONS.get(random.nextInt(REGIONS.size()));
      String town = random.nextInt(4) == 0 ? null : "镇" + random.nextInt(5) + "镇";
      Integer year = random.nextInt(6) == 0 ? null : 2021 + random.nextInt(4);
      Metadata old = sample.head().metadata();
      Metadata metadata =
          new Metadata(
              old.title(),
              said(region, 0),
              said(region, 1),
              said(region, 2),
              town == null ? null : new Sourced<>(town, Provenance.BODY),
              year == null ? null : new Sourced<>(year, Provenance.BODY),
              old.published());
      String id = "r" + random.nextInt(1_000) + "x" + i;
      some.add(
          new Report(
              new ReportHead(id, metadata, sample.paragraphs().size(), sample.head().source()),
              sample.paragraphs()));
    }
    return some;
  }

  private static @Nullable Sourced<String> said(List<String> region, int level) {
    return level < region.size() ? new Sourced<>(region.get(level), Provenance.BODY) : null;
  }

  private static MatchRequest all(Query query) {
    return MatchRequest.of(query, Mode.EXACT, Filters.NONE);
  }

  /** What is to be counted of reports that are in a part: null for those in none. */
  private interface PartOf {
    @Nullable String path(ReportHead report);
  }

  private void assertCounted(Grouping grouping, PartOf partOf) {
    List<CountRequest> requests = new ArrayList<>();
    SAID.forEach(said -> ASKED.forEach(as -> requests.add(new CountRequest(all(said), all(as)))));
    engine.countBy(
        requests,
        grouping,
        counts -> {
          assertThat(counts.parts()).extracting(GroupedCounts.Part::path).isSorted();
          assertThat(counts.parts().stream().map(GroupedCounts.Part::path).toList())
              .isEqualTo(
                  reports.stream()
                      .map(report -> partOf.path(report.head()))
                      .filter(Objects::nonNull)
                      .distinct()
                      .sorted()
                      .toList());
          for (int request = 0; request < requests.size(); request++) {
            assertCounted(counts, request, requests.get(request), partOf);
          }
          return true;
        });
  }

  private void assertCounted(
      GroupedCounts counts, int number, CountRequest request, PartOf partOf) {
    Set<String> asked =
        scan.find(request.asked().query(), Filters.NONE).stream()
            .map(line -> line.report().id())
            .collect(Collectors.toSet());
    Map<String, List<PlainScan.Line>> said =
        scan.find(request.said().query(), Filters.NONE).stream()
            .collect(Collectors.groupingBy(line -> line.report().id()));
    for (int year = 0; year < counts.years().size(); year++) {
      Integer of = counts.years().get(year);
      List<ReportHead> heads =
          reports.stream()
              .map(Report::head)
              .filter(head -> Objects.equals(head.year(), of) && asked.contains(head.id()))
              .sorted(Comparator.comparing(ReportHead::id))
              .toList();
      assertThat(counts.isAsked(number, year)).isEqualTo(!heads.isEmpty());
      for (int part = 0; part < counts.parts().size(); part++) {
        String path = counts.parts().get(part).path();
        List<ReportHead> in =
            heads.stream().filter(head -> path.equals(partOf.path(head))).toList();
        List<ReportHead> saying = in.stream().filter(head -> said.containsKey(head.id())).toList();
        assertThat(counts.reports(number, part, year)).isEqualTo(in.size());
        assertThat(counts.saying(number, part, year)).isEqualTo(saying.size());
        assertThat(counts.paragraphs(number, part, year))
            .isEqualTo(saying.stream().mapToLong(head -> said.get(head.id()).size()).sum());
        String first =
            saying.isEmpty() ? in.isEmpty() ? null : in.getFirst().id() : saying.getFirst().id();
        assertThat(counts.firstReport(number, part, year)).isEqualTo(first);
        assertThat(counts.firstParagraph(number, part, year))
            .isEqualTo(saying.isEmpty() ? null : said.get(first).getFirst().paragraph().id());
      }
    }
  }

  @Test
  void countsTheWhole() {
    assertCounted(new Grouping.Whole(), report -> "");
  }

  @Test
  void countsTownsByTheirPlaces() {
    assertCounted(new Grouping.Towns(), report -> new Place(report.region(), report.town()).path());
    engine.countBy(
        List.of(new CountRequest(all(new Query.Everything()), all(new Query.Everything()))),
        new Grouping.Towns(),
        counts -> {
          for (GroupedCounts.Part part : counts.parts()) {
            assertThat(Objects.requireNonNull(part.place()).path()).isEqualTo(part.path());
            assertThat(part.town()).isEqualTo(part.place().town() != null);
          }
          return true;
        });
  }

  @Test
  void countsTheTownsOfARegionAlone() {
    for (String within : List.of("云北省/临江市", "云北省/临江市/青溪县", "无此省")) {
      List<String> above = List.of(within.split("/"));
      assertCounted(
          new Grouping.Towns(within),
          report ->
              below(above, names(report)) == null
                  ? null
                  : new Place(report.region(), report.town()).path());
    }
  }

  @Test
  void whatIsCountedAmongTheReportsOfAPlaceIsWhatIsFoundThere() {
    Filters there =
        Filters.of(
            Map.of(
                FacetField.REGION,
                List.of("云北省/临江市/青溪县"),
                FacetField.YEAR,
                List.of("2023", "2024"),
                FacetField.SECTION,
                List.of("achievements")));
    for (Query query : SAID) {
      for (Mode mode : Mode.values()) {
        List<String> seen = new ArrayList<>();
        engine.visit(
            MatchRequest.of(query, mode, there),
            match -> seen.add(match.report().id() + "." + match.paragraph().id()));
        assertThat(engine.summary(MatchRequest.of(query, mode, there)).paragraphs())
            .as("%s %s", query, mode)
            .isEqualTo(seen.size());
      }
    }
  }

  @Test
  void tellsHowMuchOfWhatAReportSaysIsFormula() {
    MatchRequest said = all(new Query.Phrase("普法"));
    Map<String, List<Match>> matches = new HashMap<>();
    engine.visit(
        said,
        match -> matches.computeIfAbsent(match.report().id(), id -> new ArrayList<>()).add(match));
    int compared =
        engine.countBy(
            List.of(new CountRequest(said, all(new Query.Everything()))),
            new Grouping.Towns(),
            counts -> {
              int cells = 0;
              for (int part = 0; part < counts.parts().size(); part++) {
                for (int year = 0; year < counts.years().size(); year++) {
                  List<Match> of = matches.get(counts.firstReport(0, part, year));
                  if (of == null || counts.saying(0, part, year) == 0) {
                    assertThat(counts.formulaShare(0, part, year)).isZero();
                  } else {
                    double all = of.stream().mapToInt(CountByContract::length).sum();
                    double formula =
                        of.stream().mapToDouble(one -> one.formulaShare() * length(one)).sum();
                    assertThat(counts.formulaShare(0, part, year))
                        .isCloseTo(formula / all, within(0.02)); // shares come in hundredths
                    cells++;
                  }
                }
              }
              return cells;
            });
    assertThat(compared).isGreaterThan(20);
  }

  private static int length(Match match) {
    return Literal.length(match.paragraph().text());
  }

  @Test
  void countsRegionsLevelByLevel() {
    Set<String> parents = new TreeSet<>();
    reports.forEach(report -> parents.add(new Place(report.head().region(), null).path()));
    assertCounted(new Grouping.Below(null), report -> names(report).getFirst());
    for (String parent : parents) {
      List<String> above = List.of(parent.split("/"));
      assertCounted(new Grouping.Below(parent), report -> below(above, names(report)));
      engine.countBy(
          List.of(new CountRequest(all(new Query.Everything()), all(new Query.Everything()))),
          new Grouping.Below(parent),
          counts -> {
            for (GroupedCounts.Part part : counts.parts()) {
              assertThat(part.own()).isEqualTo(part.path().equals(parent));
              assertThat(part.below()).isEqualTo(part.own() ? 0 : children(part.path()));
            }
            return true;
          });
    }
    assertThat(
            engine.<Integer>countBy(
                List.of(new CountRequest(all(SAID.get(0)), all(ASKED.get(0)))),
                new Grouping.Below("无此省"),
                counts -> counts.parts().size()))
        .isZero();
  }

  private static List<String> names(ReportHead report) {
    List<String> names = new ArrayList<>(report.region());
    if (names.isEmpty()) {
      names.add(FacetField.UNSTATED);
    }
    if (report.town() != null) {
      names.add(report.town());
    }
    return names;
  }

  private static @Nullable String below(List<String> parent, List<String> names) {
    if (names.size() < parent.size() || !names.subList(0, parent.size()).equals(parent)) {
      return null;
    }
    return String.join("/", names.subList(0, Math.min(names.size(), parent.size() + 1)));
  }

  private long children(String path) {
    List<String> parent = List.of(path.split("/"));
    return reports.stream()
        .map(report -> below(parent, names(report.head())))
        .filter(Objects::nonNull)
        .filter(below -> !below.equals(path))
        .distinct()
        .count();
  }

  @Test
  void regionsHaveTheReportsAndTownsThatAreInThem() {
    for (String parent : new String[] {null, "云北省", "云北省/临江市", "云南北省", "无此省"}) {
      assertThat(engine.regions(parent)).as(String.valueOf(parent)).isEqualTo(regions(parent));
    }
    assertThat(engine.regions(null)).hasSizeGreaterThan(6);
  }

  /** What one counts who looks at each report. */
  private List<RegionCount> regions(@Nullable String parent) {
    Map<String, Set<String>> towns = new TreeMap<>();
    Map<String, Long> sums = new HashMap<>();
    for (Report report : reports) {
      List<String> names = report.head().region();
      for (int depth = 1; depth <= names.size(); depth++) {
        String path = String.join("/", names.subList(0, depth));
        if (parent == null || path.startsWith(parent + "/")) {
          Set<String> of = towns.computeIfAbsent(path, each -> new TreeSet<>());
          sums.merge(path, 1L, Long::sum);
          if (report.head().town() != null) {
            of.add(names + "/" + report.head().town());
          }
        }
      }
    }
    return towns.entrySet().stream()
        .filter(region -> !region.getValue().isEmpty())
        .map(
            region ->
                new RegionCount(
                    region.getKey(),
                    Objects.requireNonNull(sums.get(region.getKey())),
                    region.getValue().size()))
        .toList();
  }
}
