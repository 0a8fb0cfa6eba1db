package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.SearchRequest;
import govsearch.query.SimilarRequest;
import govsearch.query.SimilarRequest.Asked;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.Section;
import govsearch.report.Statement;
import govsearch.text.Range;
import govsearch.text.Thesaurus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Similar statements, by properties that can be checked statement by statement. */
public abstract class SimilarContract extends EngineContract {

  private static final List<Report> REPORTS =
      Stream.concat(
              SampleReports.read(SampleReports.FOLDER).stream(),
              SampleReports.read(Path.of("src", "test", "resources", "similar", "reports"))
                  .stream())
          .toList();

  private static final int ALL = SearchRequest.MAX_SIZE;

  @BeforeEach
  void indexTheReports() {
    index(REPORTS);
  }

  private SimilarResult similar(Asked asked, Filters filters, boolean thesaurus) {
    return engine.similar(new SimilarRequest(asked, filters, ALL, thesaurus)).orElseThrow();
  }

  private SimilarResult similar(String text) {
    return similar(new Asked.Text(text), Filters.NONE, true);
  }

  private static List<Statement> problems(Report report) {
    return Statement.of(report, Section.PROBLEMS);
  }

  private static Asked asked(Report report, Statement statement) {
    return new Asked.Paragraph(report.id(), statement.paragraph().id(), statement.number());
  }

  @Test
  void everyHitIsAStatementOfTheCollectionOnePerTown() {
    int hits = 0;
    for (Report report : REPORTS.subList(0, 30)) {
      for (Statement problem : problems(report)) {
        SimilarResult result = similar(asked(report, problem), Filters.NONE, true);
        assertThat(result.complete()).isTrue();
        assertThat(result.text()).isEqualTo(problem.text());
        Set<Object> towns = new HashSet<>();
        for (SimilarHit hit : result.hits()) {
          hits++;
          assertThat(towns.add(town(hit))).as("one hit a town").isTrue();
          assertThat(hit.report().id()).isNotEqualTo(report.id());
          assertThat(hit.paragraph().section()).isEqualTo(Section.PROBLEMS);
          assertStandsInTheCollection(hit);
        }
        assertThat(towns).doesNotContain(report.head().placeNames());
        assertThat(result.hits().stream().map(SimilarHit::score).toList())
            .isSortedAccordingTo((a, b) -> Double.compare(b, a));
      }
    }
    assertThat(hits).isGreaterThan(100);
  }

  private static Object town(SimilarHit hit) {
    return hit.report().town() == null ? hit.report().id() : hit.report().placeNames();
  }

  private void assertStandsInTheCollection(SimilarHit hit) {
    Report whole = engine.report(hit.report().id()).orElseThrow();
    assertThat(whole.paragraphs()).contains(hit.paragraph());
    assertThat(whole.head()).isEqualTo(hit.report());
    assertThat(hit.paragraph().statements().get(hit.number() - 1)).isEqualTo(hit.statement());
    assertThat(hit.formulaShare()).isBetween(0.0, 1.0);
    if (hit.measure() != null) {
      Paragraph measure = hit.measure().paragraph();
      assertThat(whole.paragraphs()).contains(measure);
      assertThat(measure.section()).isEqualTo(Section.PLANS);
      assertThat(measure.statements().get(hit.measure().number() - 1))
          .isEqualTo(hit.measure().statement());
    }
  }

  @Test
  void whatIsMarkedIsWhatIsShared() {
    String text = "网格员待遇偏低，队伍不稳定，矛盾纠纷调解力量薄弱";
    SimilarResult result = similar(text);
    Thesaurus thesaurus = Thesaurus.builtIn();
    Set<String> said =
        thesaurus.matches(text).stream()
            .map(match -> match.concept().name())
            .collect(Collectors.toSet());
    assertThat(result.concepts().stream().map(SimilarResult.Said::concept))
        .isNotEmpty()
        .allMatch(said::contains);
    int terms = 0;
    int concepts = 0;
    for (SimilarHit hit : result.hits()) {
      String paragraph = hit.paragraph().text();
      for (SimilarHit.Term term : hit.terms()) {
        assertThat(text).contains(term.text());
        assertThat(term.ranges()).isNotEmpty();
        for (Range range : term.ranges()) {
          terms++;
          assertThat(range.of(paragraph)).isEqualTo(term.text());
          assertInside(range, hit.statement());
        }
      }
      for (SharedConcept concept : hit.concepts()) {
        assertThat(said).contains(concept.name());
        assertThat(thesaurus.concept(concept.name()).orElseThrow().wordings())
            .contains(concept.asked(), concept.said());
        for (Range range : concept.ranges()) {
          concepts++;
          assertThat(concept.said()).contains(range.of(paragraph));
          assertInside(range, hit.statement());
        }
      }
    }
    assertThat(terms).isPositive();
    assertThat(concepts).isPositive();
  }

  private static void assertInside(Range inner, Range outer) {
    assertThat(inner.start()).isGreaterThanOrEqualTo(outer.start());
    assertThat(inner.end()).isLessThanOrEqualTo(outer.end());
  }

  @Test
  void filtersAreObeyed() {
    Filters years = Filters.of(Map.of(FacetField.YEAR, List.of("2024")));
    assertThat(similar(new Asked.Text("网格员待遇偏低"), years, true).hits())
        .isNotEmpty()
        .allMatch(hit -> hit.report().year() != null && hit.report().year() == 2024);
    Filters sections = Filters.of(Map.of(FacetField.SECTION, List.of("achievements", "plans")));
    assertThat(similar(new Asked.Text("网格员待遇"), sections, true).hits())
        .isNotEmpty()
        .allMatch(
            hit ->
                hit.paragraph().section() == Section.ACHIEVEMENTS
                    || hit.paragraph().section() == Section.PLANS);
  }

  @Test
  void theThesaurusCanBeSwitchedOff() {
    SimilarResult without = similar(new Asked.Text("法治专业力量薄弱"), Filters.NONE, false);
    assertThat(without.concepts()).isEmpty();
    assertThat(without.hits())
        .isNotEmpty()
        .allSatisfy(
            hit -> {
              assertThat(hit.concepts()).isEmpty();
              assertThat(hit.evidence()).doesNotContain(SimilarHit.Evidence.CONCEPTS);
            });
  }

  @Test
  void aTextIsAnsweredWhateverItIs() {
    for (String text : List.of("", "。", "的", "网格", "法治", "\uD83D\uDE00\uD83D", "a")) {
      assertThat(similar(text).hits()).as(text).hasSizeLessThanOrEqualTo(ALL);
    }
    assertThat(similar("网格").hits()).isNotEmpty();
    assertThat(similar("法治").hits()).isNotEmpty();
    String longest = "网格员待遇偏低，人员流动大。".repeat(2_000).substring(0, 20_000);
    assertThat(similar(longest).hits()).isNotEmpty();
  }

  @Test
  void theSameIsAnsweredTheSame() {
    Report report = REPORTS.getLast();
    Asked asked = asked(report, problems(report).getFirst());
    assertThat(similar(asked, Filters.NONE, true)).isEqualTo(similar(asked, Filters.NONE, true));
  }

  @Test
  void whatIsNotThereIsNotAnswered() {
    Report report = REPORTS.getFirst();
    String paragraph = report.paragraphs().getFirst().id();
    assertThat(find(new Asked.Paragraph("nosuchreport", paragraph, null))).isEmpty();
    assertThat(find(new Asked.Paragraph(report.id(), "aaaaaaaa", null))).isEmpty();
    assertThat(find(new Asked.Paragraph(report.id(), paragraph, 99))).isEmpty();
    assertThat(find(new Asked.Paragraph(report.id(), paragraph, null))).isPresent();
    assertThatThrownBy(() -> new SimilarRequest(new Asked.Text(""), Filters.NONE, 0, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Optional<SimilarResult> find(Asked asked) {
    return engine.similar(new SimilarRequest(asked, Filters.NONE, 5, true));
  }

  @Test
  void whatComesLaterIsFoundWithoutARebuildAndWhatGoesIsNot() {
    Report late = REPORTS.getLast();
    Path other = index.resolve("other");
    List<Report> before = new ArrayList<>(REPORTS);
    before.remove(late);
    try (IndexSink sink = openSink(other)) {
      before.forEach(sink::put);
      sink.commit();
    }
    Asked asked = new Asked.Text(problems(late).getLast().text());
    SimilarRequest request = new SimilarRequest(asked, Filters.NONE, ALL, true);
    try (SearchEngine growing = openEngine(other)) {
      assertThat(growing.similar(request).orElseThrow().hits())
          .noneMatch(hit -> hit.report().id().equals(late.id()));
      try (IndexSink sink = openSink(other)) {
        sink.put(late);
        sink.commit();
      }
      growing.refresh();
      SimilarHit first = growing.similar(request).orElseThrow().hits().getFirst();
      assertThat(first.report().id()).isEqualTo(late.id());
      assertThat(first.statement().of(first.paragraph().text()))
          .isEqualTo(problems(late).getLast().text());
      try (IndexSink sink = openSink(other)) {
        sink.remove(late.id());
        sink.commit();
      }
      growing.refresh();
      assertThat(growing.similar(request).orElseThrow().hits())
          .noneMatch(hit -> hit.report().id().equals(late.id()));
    }
  }

  @Test
  void anEmptyCollectionHasNothingSimilar() {
    Path empty = index.resolve("empty");
    try (IndexSink sink = openSink(empty)) {
      sink.commit();
    }
    try (SearchEngine none = openEngine(empty)) {
      SimilarRequest request = new SimilarRequest(new Asked.Text("网格员待遇偏低"), Filters.NONE, 5, true);
      assertThat(none.similar(request).orElseThrow().hits()).isEmpty();
    }
  }
}
