package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an engine tells of paragraphs and sentences that several reports share. */
public abstract class FoldingContract extends SamplesContract {

  @Test
  void foldsNearIdenticalHitsAndTellsBothNumbers() {
    Query query = new Query.Phrase("执法人员上门检查一律亮证");
    SearchResult flat = engine.search(request(query, Mode.EXACT, Filters.NONE, 200, null));
    SearchResult folded =
        engine.search(
            new SearchRequest(
                query,
                Mode.EXACT,
                Filters.NONE,
                SortOrder.RELEVANCE,
                200,
                null,
                new Presentation(true, false)));
    Set<Long> different =
        flat.hits().stream().map(FoldingContract::fold).collect(Collectors.toSet());
    assertThat(folded.total()).isEqualTo(flat.total());
    assertThat(folded.facets()).isEqualTo(flat.facets());
    assertThat(flat.foldedTotal()).isEqualTo(flat.total().value());
    assertThat(folded.foldedTotal()).isEqualTo(different.size());
    assertThat(folded.hits()).hasSize(different.size());
    assertThat(keys(flat.hits())).containsAll(keys(folded.hits()));
  }

  @Test
  void pagesThroughFoldedHitsWithoutLosingOrRepeatingOne() {
    Presentation fold = new Presentation(true, false);
    Set<String> seen = new HashSet<>();
    String cursor = null;
    long total;
    do {
      SearchResult page =
          engine.search(
              new SearchRequest(
                  new Query.Everything(),
                  Mode.WORDS,
                  Filters.NONE,
                  SortOrder.NEWEST,
                  23,
                  cursor,
                  fold));
      assertThat(seen).doesNotContainAnyElementsOf(keys(page.hits()));
      seen.addAll(keys(page.hits()));
      total = page.foldedTotal();
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat((long) seen.size()).isEqualTo(total).isLessThan(scan.lines().size());
  }

  @Test
  void showsTheFirstOfEachFoldInEveryOrder() {
    for (SortOrder order : SortOrder.values()) {
      for (String typed : List.of("执法", "调解 纠纷", "法治建设")) {
        List<Hit> firsts = new ArrayList<>();
        Set<Long> folds = new HashSet<>();
        for (Hit hit : all(words(typed), Mode.WORDS, Filters.NONE, order)) {
          if (folds.add(fold(hit))) {
            firsts.add(hit);
          }
        }
        SearchResult folded =
            engine.search(
                new SearchRequest(
                    words(typed),
                    Mode.WORDS,
                    Filters.NONE,
                    order,
                    200,
                    null,
                    new Presentation(true, false)));
        assertThat(folded.hits())
            .as(order + " " + typed)
            .extracting(Hit::report, Hit::paragraph, Hit::score)
            .isEqualTo(
                firsts.stream()
                    .map(hit -> tuple(hit.report(), hit.paragraph(), hit.score()))
                    .toList());
        assertThat(folded.foldedTotal()).isEqualTo(firsts.size());
      }
    }
  }

  @Test
  void listsNoMoreOfAReportThanIsWantedAndLosesNothingElse() {
    Presentation three = new Presentation(true, false, 3);
    for (SortOrder order : SortOrder.values()) {
      for (Query query : List.of(words("法治"), new Query.Everything())) {
        List<Hit> all = all(query, Mode.WORDS, Filters.NONE, order);
        Map<String, Long> inReport =
            all.stream()
                .collect(Collectors.groupingBy(hit -> hit.report().id(), Collectors.counting()));
        Set<Long> alone =
            all.stream()
                .filter(hit -> hit.nearIdentical().paragraphs() == 0)
                .map(FoldingContract::fold)
                .collect(Collectors.toSet());
        List<Hit> listed = new ArrayList<>();
        String cursor = null;
        do {
          SearchResult page =
              engine.search(
                  new SearchRequest(query, Mode.WORDS, Filters.NONE, order, 7, cursor, three));
          assertThat(page.total().value()).isEqualTo(all.size());
          assertThat(page.summary().reports()).isEqualTo(inReport.size());
          listed.addAll(page.hits());
          cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(keys(listed)).as(order + " " + query).hasSameSizeAs(listed);
        assertThat(listed)
            .allMatch(hit -> hit.inReport() == inReport.get(hit.report().id()).intValue());
        Map<String, Long> ofReport =
            listed.stream()
                .filter(hit -> alone.contains(fold(hit)))
                .collect(Collectors.groupingBy(hit -> hit.report().id(), Collectors.counting()));
        assertThat(ofReport.values()).allMatch(count -> count <= 3).contains(3L);
        assertThat(folds(listed)).as("what others share").containsAll(shared(all, alone));
      }
    }
  }

  private static Set<Long> folds(List<Hit> hits) {
    return hits.stream().map(FoldingContract::fold).collect(Collectors.toSet());
  }

  private static Set<Long> shared(List<Hit> hits, Set<Long> alone) {
    return hits.stream()
        .map(FoldingContract::fold)
        .filter(fold -> !alone.contains(fold))
        .collect(Collectors.toSet());
  }

  private static long fold(Hit hit) {
    return new Fingerprints(hit.report().placeNames()).paragraph(hit.paragraph().text());
  }

  @Test
  void listsEveryNearIdenticalParagraphAndCountsThemOnTheHit() {
    List<Hit> all = all(new Query.Everything(), Mode.WORDS, Filters.NONE, SortOrder.OLDEST);
    Map<Long, List<Hit>> folds = all.stream().collect(Collectors.groupingBy(FoldingContract::fold));
    assertThat(folds.values()).anyMatch(fold -> fold.size() > 2);
    for (List<Hit> fold : folds.values()) {
      Hit hit = fold.getFirst();
      HitPage page =
          engine.nearIdentical(hit.report().id(), hit.paragraph().id(), 200, null).orElseThrow();
      assertThat(keys(page.hits())).isEqualTo(keys(fold));
      assertThat(page.total()).isEqualTo(fold.size());
      assertThat(hit.nearIdentical().paragraphs()).isEqualTo(fold.size() - 1L);
      assertThat(hit.nearIdentical().towns())
          .isEqualTo(
              fold.stream()
                  .map(other -> other.report().town())
                  .filter(town -> !town.equals(hit.report().town()))
                  .distinct()
                  .count());
      assertThat(hit.nearIdentical().earliestYear())
          .isEqualTo(
              fold.stream()
                  .map(other -> other.report().year())
                  .min(Integer::compare)
                  .orElseThrow());
    }
    assertThat(engine.nearIdentical("nosuchreport", "aaaaaaaa", 10, null)).isEmpty();
  }

  @Test
  void tellsFormulaFromSubstance() {
    String formula = "执法人员上门检查一律亮证、一律告知、一律留痕";
    Hit shared = search(formula, Mode.EXACT).getFirst();
    assertThat(shared.formulaShare()).isBetween(0.1, 1.0);
    Hit own =
        all(new Query.Phrase("合法性审核走过场"), Mode.EXACT, Filters.NONE, SortOrder.NEWEST).getFirst();
    assertThat(own.formulaShare()).isLessThan(1.0);
    SearchRequest substance =
        new SearchRequest(
            new Query.Everything(),
            Mode.WORDS,
            Filters.NONE,
            SortOrder.NEWEST,
            200,
            null,
            new Presentation(false, true));
    SearchResult shown = engine.search(substance);
    long hidden = scan.lines().size() - shown.total().value();
    assertThat(hidden).isPositive();
    assertThat(shown.hits()).allMatch(hit -> hit.formulaShare() < 1.0);
  }

  @Test
  void tellsWhereASentenceWasFirstSaidAndHowItSpread() {
    Hit hit = search("执法人员上门检查一律亮证、一律告知、一律留痕", Mode.EXACT).getFirst();
    Origin origin = engine.origin(hit.report().id(), hit.paragraph().id()).orElseThrow();
    Origin.Sentence sentence =
        origin.sentences().stream()
            .filter(s -> s.at().of(hit.paragraph().text()).contains("一律亮证"))
            .findFirst()
            .orElseThrow();
    long reports =
        REPORTS.stream()
            .filter(
                report ->
                    report.paragraphs().stream()
                        .anyMatch(p -> Literal.literal(p.text()).contains("一律亮证")))
            .count();
    assertThat(sentence.reports()).isEqualTo(reports).isGreaterThanOrEqualTo(3);
    assertThat(sentence.spread().stream().mapToLong(Origin.YearCount::reports).sum())
        .isEqualTo(reports);
    assertThat(sentence.first().year()).isEqualTo(sentence.spread().getFirst().year());
    assertThat(engine.origin(hit.report().id(), "aaaaaaaa")).isEmpty();
  }
}
