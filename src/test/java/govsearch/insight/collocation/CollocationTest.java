package govsearch.insight.collocation;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.insight.Indexed;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Query;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that were planted are found, and boilerplate is not. */
class CollocationTest {

  private static final int TOWNS = 24;
  private static final List<String> THINGS =
      List.of("水渠", "果园", "鱼塘", "茶山", "集市", "渡口", "晒场", "粮仓", "桥梁", "学校", "医院", "公园");

  @TempDir private static Path folder;
  private static Indexed indexed;

  @BeforeAll
  static void plant() {
    Path reports = folder.resolve("reports");
    for (int i = 0; i < TOWNS; i++) {
      String thing = THINGS.get(i % THINGS.size());
      String other = THINGS.get((i * 5 + 3) % THINGS.size());
      String year = i % 2 == 0 ? "2024年" : "2025年";
      String text =
          "一、主要做法\n"
              + "全镇上下深入贯彻落实上级决策部署，网格员队伍建设取得显著成效。\n" // formula
              + "村里给网格员配发"
              + thing
              + "旁的巡查雨衣，"
              + i
              + "人都领到了手里。\n"
              + "今年新修"
              + other
              + "边的石板小路，老人散步方便多了。\n"
              + (i % 2 == 0 ? "到" + thing + "办农闲法治夜校课堂，老人爱听。\n" : "")
              + (i % 2 == 0 ? thing + "旁边装上无人机起降平台，巡河省了人手。\n" : other + "门口摆上录音电话，夜里有人接听。\n");
      Indexed.write(reports, i + ".txt", "临溪县" + name(i) + "镇", year, text);
    }
    indexed = Indexed.folder(reports, folder.resolve("index"));
  }

  private static String name(int i) {
    return "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥东西".charAt(i) + "柳";
  }

  @AfterAll
  static void close() {
    indexed.close();
  }

  private static List<String> texts(Collocates found) {
    return found.rows().stream().map(Collocate::text).toList();
  }

  @Test
  void whatGoesWithAPhraseIsFoundAndFormulaIsNot() {
    Collocates found =
        new Collocation(indexed.engine()).beside(new Query.Phrase("网格员"), Filters.NONE, 20);
    assertThat(String.join(" ", texts(found))).contains("雨衣", "巡查").doesNotContain("显著", "部署");
    assertThat(found.looked().reports()).isEqualTo(TOWNS);
    assertThat(found.rows()).allMatch(row -> row.times() > 1 && row.strength() >= Keyness.LEAST);
    assertThat(found.rows())
        .isSortedAccordingTo((a, b) -> Double.compare(b.strength(), a.strength()));
  }

  @Test
  void wordsThatNoRoomWasLeftForAreToldOfAndNeverMadeOutToBeDistinctive() {
    Collocation few = new Collocation(indexed.engine(), 5);
    assertThat(few.beside(new Query.Phrase("网格员"), Filters.NONE, 20).looked().complete()).isFalse();
    Filters first = Filters.of(Map.of(FacetField.YEAR, List.of("2024")));
    Collocates apart = few.distinctive(new Query.Everything(), first, FacetField.YEAR, 20);
    assertThat(apart.looked().complete()).isFalse();
    assertThat(apart.others().complete()).as("only those words were counted").isTrue();
    Collocates all =
        new Collocation(indexed.engine())
            .distinctive(new Query.Everything(), first, FacetField.YEAR, 200);
    assertThat(all.looked().complete()).isTrue();
    for (Collocate row : apart.rows()) {
      assertThat(all.rows())
          .filteredOn(other -> other.text().equals(row.text()))
          .allMatch(other -> other.others() == row.others() && other.reports() == row.reports());
    }
  }

  @Test
  void whatIsLongerThanARunIsOneRowAndNotAllThatCanBeCutOutOfIt() {
    Filters first = Filters.of(Map.of(FacetField.YEAR, List.of("2024")));
    List<String> found =
        texts(
            new Collocation(indexed.engine())
                .distinctive(new Query.Everything(), first, FacetField.YEAR, 200));
    assertThat(found.stream().filter(text -> text.matches(".*(农闲|法治|夜校|课堂).*")))
        .containsExactly("农闲法治夜校课堂");
  }

  @Test
  void whatSetsAYearApartIsFoundOnEitherSide() {
    Collocation collocation = new Collocation(indexed.engine());
    Filters first = Filters.of(Map.of(FacetField.YEAR, List.of("2024")));
    Collocates found = collocation.distinctive(new Query.Everything(), first, FacetField.YEAR, 20);
    assertThat(String.join(" ", texts(found))).contains("平台").doesNotContain("电话", "雨衣");
    Collocates other =
        collocation.distinctive(
            new Query.Everything(),
            Collocation.complement(first, FacetField.YEAR),
            FacetField.YEAR,
            20);
    assertThat(String.join(" ", texts(other))).contains("电话").doesNotContain("平台", "雨衣");
    assertThat(other.looked()).isEqualTo(found.others());
  }
}
