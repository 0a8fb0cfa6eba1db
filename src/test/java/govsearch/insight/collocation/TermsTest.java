package govsearch.insight.collocation;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.Place;
import govsearch.engine.ReportKey;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which runs of words are terms, how strong a word is, and what it is held against. */
class TermsTest {

  private static final ReportKey REPORT = new ReportKey("a", new Place(List.of(), null), null);

  private static List<String> terms(Object... textsAndReports) {
    return Terms.of(rows(textsAndReports)).stream().map(Collocate::text).toList();
  }

  private static List<Collocate> rows(Object... textsAndReports) {
    return Arrays.stream(textsAndReports)
        .filter(String.class::isInstance)
        .map(text -> Arrays.asList(textsAndReports).indexOf(text))
        .map(
            at ->
                new Collocate(
                    (String) textsAndReports[at],
                    (Integer) textsAndReports[at + 1],
                    0,
                    1,
                    1,
                    REPORT,
                    "p"))
        .toList();
  }

  @Test
  void aRunStandsForThePartThatHardlyStandsWithoutIt() {
    assertThat(terms("法律", 30, "明白", 10, "法律明白", 9, "明白人", 9, "法律明白人", 9))
        .containsExactly("法律", "法律明白人");
  }

  @Test
  void aRunOfWordsThatStandWithoutItIsNoTerm() {
    assertThat(terms("推进", 30, "依法", 20, "推进依法", 5)).containsExactly("推进", "依法");
  }

  @Test
  void whatReachesIntoAPartThatStandsByItselfIsNoTerm() {
    assertThat(terms("掌握不准", 46, "需求掌握", 28, "需求掌握不准", 28)).containsExactly("掌握不准");
  }

  @Test
  void ofRunsThatAreCutOutOfOneTheStrongestStands() {
    List<Collocate> cut = rows("历史遗留问题", 61, "遗留问题时间", 29, "时间跨度长", 28, "法律服务", 9, "服务群众", 8);
    assertThat(Terms.apart(cut).stream().map(Collocate::text))
        .as("a word is little to have in common")
        .containsExactly("历史遗留问题", "时间跨度长", "法律服务", "服务群众");
    assertThat(Terms.unions(rows("内容缺少本地", 33, "缺少本地案例", 33, "本地特色", 9)))
        .containsExactly("内容缺少本地案例");
  }

  @Test
  void aWordByItselfStays() {
    assertThat(terms("调解", 3)).containsExactly("调解");
  }

  @Test
  void strengthIsThatOfTheTables() {
    // Dunning's example of two corpora of equal size: 2 · (10 ln 2)
    assertThat(Keyness.apart(10, 0, 0.5)).isCloseTo(13.863, within(0.001));
    assertThat(Keyness.apart(5, 5, 0.5)).isZero();
    assertThat(Keyness.beyond(5, 10, 0.5)).isZero();
    assertThat(Keyness.beyond(10, 10, 0.5)).isCloseTo(13.863, within(0.001));
    assertThat(Keyness.beyond(8, 10, 0.1)).isGreaterThan(Keyness.beyond(8, 10, 0.2));
  }

  private static org.assertj.core.data.Offset<Double> within(double by) {
    return org.assertj.core.data.Offset.offset(by);
  }

  @Test
  void theOthersDifferByOneFieldAlone() {
    Filters chosen =
        Filters.of(
            Map.of(FacetField.YEAR, List.of("2024", "2025"), FacetField.REGION, List.of("临溪县")));
    assertThat(Collocation.complement(chosen, FacetField.YEAR))
        .isEqualTo(
            Filters.of(
                Map.of(
                    FacetField.YEAR, List.of("-2024", "-2025"),
                    FacetField.REGION, List.of("临溪县"))));
    Filters excluded = Filters.of(Map.of(FacetField.YEAR, List.of("-2024")));
    assertThat(Collocation.complement(excluded, FacetField.YEAR))
        .isEqualTo(Filters.of(Map.of(FacetField.YEAR, List.of("2024"))));
  }
}
