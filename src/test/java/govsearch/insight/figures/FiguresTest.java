package govsearch.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.InvalidCursorException;
import govsearch.engine.SampleReports;
import govsearch.engine.SearchTimedOutException;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures over small collections, each of which can be counted by hand. */
class FiguresTest {

  private static final Query LEADERS = new Query.Phrase("带头人");

  @TempDir private Path folder;

  private LuceneEngine engine;
  private Figures figures;

  @BeforeEach
  void writeReports() throws IOException {
    write("a.txt", "青溪县柳塘镇", 2023, "全镇培养“带头人”40名，开展培训3场。");
    write("b.txt", "青溪县柳塘镇", 2024, "全镇培养“带头人”40名。新增带头人6名。");
    write("c.txt", "青溪县柳塘镇", 2025, "全镇培养“带头人”52名，持证率95%。带头人作用明显。");
    write("d.txt", "白石县柳塘镇", 2025, "带头人40余名。");
    write("e.txt", "白石县杏坪乡", 2025, "今年未选带头人。\n组织宣讲4次。");
  }

  private void write(String file, String issuer, int year, String text) throws IOException {
    Path reports = Files.createDirectories(folder.resolve("reports"));
    String title = issuer + year + "年法治政府建设情况报告";
    Files.writeString(reports.resolve(file), title + "\n一、主要工作\n" + text + "\n");
  }

  private void index(Path reports) {
    Path index = folder.resolve("index");
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      SampleReports.read(reports).forEach(sink::put);
      sink.commit();
    }
    open(index);
  }

  private void open(Path index) {
    engine = LuceneEngine.open(index, Duration.ofMinutes(1));
    figures = new Figures(engine, Duration.ofMinutes(1));
  }

  @AfterEach
  void close() {
    if (engine != null) {
      engine.close();
    }
  }

  private static String shown(Figure figure) {
    return figure.report().county()
        + figure.report().town()
        + figure.report().year()
        + " "
        + figure.quantity().at().of(figure.paragraph().text())
        + (figure.unchanged() ? " unchanged" : "");
  }

  @Test
  void listsEachNumberOnceNewestFirstAndTellsWhatWasRepeated() {
    index(folder.resolve("reports"));
    FigurePage page = figures.page(LEADERS, false, Filters.NONE, 20, null);

    assertThat(page.figures().stream().map(FiguresTest::shown))
        .containsExactlyInAnyOrder(
            "青溪县柳塘镇2025 52名",
            "青溪县柳塘镇2025 95%",
            "白石县柳塘镇2025 40余名",
            "青溪县柳塘镇2024 40名 unchanged",
            "青溪县柳塘镇2024 6名",
            "青溪县柳塘镇2023 40名");
    assertThat(page.figures())
        .extracting(figure -> -figure.report().year())
        .isSorted()
        .isNotEmpty();
    assertThat(page.total()).isEqualTo(6);
    assertThat(page.paragraphs()).isEqualTo(5);
    assertThat(page.withoutFigure()).isEqualTo(1);
    assertThat(page.nextCursor()).isNull();
  }

  @Test
  void tellsWhatWasRepeatedAlsoWhereTheYearBeforeIsFilteredOut() {
    index(folder.resolve("reports"));
    Filters only2024 = Filters.of(Map.of(FacetField.YEAR, List.of("2024")));

    FigurePage page = figures.page(LEADERS, false, only2024, 20, null);

    assertThat(page.figures().stream().map(FiguresTest::shown))
        .containsExactly("青溪县柳塘镇2024 40名 unchanged", "青溪县柳塘镇2024 6名");
    assertThat(page.paragraphs()).isEqualTo(1);
  }

  @Test
  void pagesGoOnToTheEnd() {
    index(folder.resolve("reports"));
    List<String> all = new ArrayList<>();
    String cursor = null;
    do {
      FigurePage page = figures.page(LEADERS, false, Filters.NONE, 2, cursor);
      page.figures().forEach(figure -> all.add(shown(figure)));
      cursor = page.nextCursor();
    } while (cursor != null);

    FigurePage whole = figures.page(LEADERS, false, Filters.NONE, 20, null);
    assertThat(all).isEqualTo(whole.figures().stream().map(FiguresTest::shown).toList());
    String other = figures.page(LEADERS, false, Filters.NONE, 2, null).nextCursor();
    assertThatThrownBy(() -> figures.page(new Query.Phrase("宣讲"), false, Filters.NONE, 2, other))
        .isInstanceOf(InvalidCursorException.class);
  }

  @Test
  void findsTheFiguresOfOtherNamesWhenAskedToAndSaysByWhichName() throws IOException {
    write("f.txt", "青溪县柳塘镇", 2022, "评出引路户12户，带头人引路户3户。");
    Path index = folder.resolve("index");
    String concept = "概念：带头人\n类别：事项\n说法：带头人、引路户、领路 人家\n";
    try (LuceneSink sink = LuceneSink.rebuild(index, new IndexSettings(concept))) {
      SampleReports.read(folder.resolve("reports")).forEach(sink::put);
      sink.commit();
    }
    open(index);
    Filters only2022 = Filters.of(Map.of(FacetField.YEAR, List.of("2022")));

    FigurePage page = figures.page(new Query.Words("带头人"), true, only2022, 20, null);

    assertThat(page.otherNames()).containsExactly("引路户");
    assertThat(page.figures())
        .extracting(figure -> figure.name() + " " + figure.quantity().value())
        .containsExactly("引路户 12", "带头人 3");
    FigurePage plain = figures.page(new Query.Words("带头人"), false, only2022, 20, null);
    assertThat(plain.otherNames()).isEmpty();
    assertThat(plain.figures()).extracting(Figure::name).containsExactly("带头人");
    Query without =
        new Query.And(List.of(new Query.Words("评出"), new Query.Not(new Query.Words("带头人"))));
    assertThat(figures.page(without, true, only2022, 20, null).otherNames()).isEmpty();
  }

  private static FigureQuestion asked(String unit, FigureOrder order) {
    return new FigureQuestion(LEADERS, false, Filters.NONE, unit, order, false);
  }

  private List<String> pages(FigureQuestion question) {
    List<String> all = new ArrayList<>();
    String cursor = null;
    do {
      FigurePage page = figures.page(question, 2, cursor);
      page.figures().forEach(figure -> all.add(shown(figure)));
      assertThat(page.units().isEmpty()).isEqualTo(cursor != null);
      cursor = page.nextCursor();
    } while (cursor != null);
    return all;
  }

  @Test
  void goesByValueOrTownOverAllOfThemAndByTheUnitThatIsAskedFor() {
    index(folder.resolve("reports"));
    assertThat(pages(asked("人", FigureOrder.MOST)))
        .hasSize(5)
        .startsWith("青溪县柳塘镇2025 52名")
        .endsWith("青溪县柳塘镇2024 6名");
    assertThat(pages(asked("rate", FigureOrder.YEAR))).containsExactly("青溪县柳塘镇2025 95%");
    assertThat(pages(asked(null, FigureOrder.LEAST)))
        .hasSize(6)
        .startsWith("青溪县柳塘镇2024 6名")
        .endsWith("青溪县柳塘镇2025 95%");
    assertThat(pages(asked(null, FigureOrder.TOWN)).stream().map(one -> one.substring(6, 10)))
        .containsExactly("2025", "2025", "2025", "2024", "2024", "2023");
    assertThat(pages(asked("元", FigureOrder.MOST))).isEmpty();
  }

  @Test
  void countsUnitsAndChartsTheLargestOfEachTownsYear() throws IOException {
    write("f.txt", "青溪县杏坪乡", 2025, "计划新增带头人90名。");
    write("g.txt", "青溪县柳塘镇", 2022, "带头人9名，带头人12名。");
    index(folder.resolve("reports"));
    FigurePage page = figures.page(LEADERS, false, Filters.NONE, 1, null);

    assertThat(page.units())
        .containsExactly(new FigureUnit("人", 8), new FigureUnit(FigureUnit.RATE, 1));
    FigureChart chart = page.chart();
    assertThat(chart).isNotNull();
    assertThat(chart.unit()).isEqualTo("人");
    assertThat(chart.towns())
        .extracting(
            town ->
                town.place().path()
                    + town.values().stream()
                        .map(value -> value.year() + ":" + value.upTo())
                        .toList())
        .containsExactly("青溪县/柳塘镇[2022:12, 2023:40, 2024:40, 2025:52]", "白石县/柳塘镇[2025:40]");
    assertThat(chart.targets()).isEqualTo(1);
    assertThat(chart.otherTowns() + chart.unplaced()).isZero();
    FigurePage second = figures.page(LEADERS, false, Filters.NONE, 1, page.nextCursor());
    assertThat(second.chart()).isNull();
    assertThat(second.total()).isEqualTo(page.total());
  }

  @Test
  void readsSomeOfTheReportsWhereVeryManySayItAndSaysSo() throws IOException {
    for (int i = 0; i < 200; i++) {
      write("many" + i + ".txt", "青溪县柳塘镇", 1990 + i % 30, "带头人" + (i + 1) + "名。");
    }
    index(folder.resolve("reports"));
    Figures hurried = new Figures(engine, Duration.ofMinutes(1), 4 * 60);
    FigureQuestion question = asked(null, FigureOrder.MOST);

    FigurePage part = hurried.page(question, 20, null);
    assertThat(part.paragraphs()).isEqualTo(205);
    assertThat(part.read()).isBetween(20L, 110L);
    assertThat(part.total()).isBetween(part.read() - 5, part.read() + 5);
    List<Figure> all = new ArrayList<>(part.figures());
    for (String cursor = part.nextCursor(); cursor != null; ) {
      FigurePage next = hurried.page(question, 20, cursor);
      assertThat(next.read()).isEqualTo(part.read());
      all.addAll(next.figures());
      cursor = next.nextCursor();
    }
    assertThat(all).doesNotHaveDuplicates().hasSize((int) part.total());
    FigureQuestion whole =
        new FigureQuestion(LEADERS, false, Filters.NONE, null, FigureOrder.MOST, true);
    assertThat(hurried.page(whole, 20, null).read()).isEqualTo(205);
    assertThat(hurried.page(whole, 20, null).total()).isEqualTo(206);
  }

  @Test
  void aPageOfFiguresThatAreRareIsShortAndTheNextOneGoesOn() throws IOException {
    for (int i = 0; i < 300; i++) {
      boolean has = i % 140 == 139;
      String said = has ? "带头人" + (i + 1) + "名。" : "带头人作用明显。";
      write("many" + i + ".txt", "青溪县" + (char) ('一' + i) + "溪镇", 2026 - i / 100, said);
    }
    index(folder.resolve("reports"));
    Figures hurried = new Figures(engine, Duration.ofMinutes(1), 4 * 60);
    List<Figure> all = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    String cursor = null;
    do {
      FigurePage page = hurried.page(asked(null, FigureOrder.YEAR), 200, cursor);
      all.addAll(page.figures());
      sizes.add(page.figures().size());
      cursor = page.nextCursor();
    } while (cursor != null);
    FigurePage whole =
        figures.page(
            new FigureQuestion(LEADERS, false, Filters.NONE, null, FigureOrder.YEAR, true),
            200,
            null);
    assertThat(whole.nextCursor()).isNull();
    assertThat(all).isEqualTo(whole.figures()).hasSize(8);
    assertThat(sizes).hasSizeGreaterThan(1);
  }

  @Test
  void takesNoLongerThanItMay() {
    index(folder.resolve("reports"));
    Figures hurried = new Figures(engine, Duration.ZERO);
    assertThatThrownBy(() -> hurried.page(LEADERS, false, Filters.NONE, 2, null))
        .isInstanceOf(SearchTimedOutException.class);
  }

  @Test
  void theSeedsSayHowManyKnowTheLaw() {
    Path seeds = Path.of("..", "shared", "seeds");
    Assumptions.assumeTrue(
        Files.isDirectory(seeds), "skipped: the real reports (../shared/seeds) are not here");
    index(seeds);

    FigurePage page = figures.page(new Query.Phrase("法律明白人"), false, Filters.NONE, 20, null);

    assertThat(page.figures())
        .extracting(
            figure ->
                figure.report().town()
                    + figure.report().year()
                    + " "
                    + figure.quantity().value()
                    + figure.quantity().normalUnit())
        .containsExactlyInAnyOrder("上新庄镇2024 102人", "湾沟镇2024 37人", "西仓镇2025 18人", "虎什哈镇2025 4人");
  }
}
