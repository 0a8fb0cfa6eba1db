package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The pages with six hundred reports over eleven years, one of them of a wrong year. */
class ManyReportsTest extends BrowserTest {

  private static final String PHRASE = "“法律明白人”";

  /** How far each element of a kind reaches. */
  private static final String BOXES =
      "return [...document.querySelectorAll(arguments[0])].map(e => e.getBoundingClientRect())"
          + ".map(b => ({left: b.left, right: b.right, top: b.top, bottom: b.bottom,"
          + " width: b.width, height: b.height}))";

  private List<Map<String, Number>> boxes(String css) {
    @SuppressWarnings("unchecked") // of the script above
    List<Map<String, Number>> boxes = (List<Map<String, Number>>) browser.script(BOXES, css);
    return boxes;
  }

  @Test
  void aYearThatIsStillToComeIsNotOfferedFirst() {
    browser.open(many() + "/matrix.html");
    browser.until(
        "the years",
        () -> !String.valueOf(browser.seeTestId("year").getDomProperty("value")).isEmpty());
    browser.until(
        "the newest that has been",
        () -> "2025".equals(browser.seeTestId("year").getDomProperty("value")));
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 390})
  void allViewsAreSeenOnAPhone(int width) {
    browser.view(width, 800, false);
    searchMany(PHRASE, "");
    List<Map<String, Number>> tabs = boxes("[data-testid='tabs'] a");
    assertThat(tabs).hasSizeGreaterThan(5);
    assertThat(tabs).allMatch(tab -> tab.get("right").doubleValue() <= width);
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1024, 1440})
  void theSpreadHoldsTogetherThoughOneYearIsWrong(int width) {
    browser.view(width, 900, false);
    searchMany(PHRASE, "&view=spread");
    browser.seeTestId("matrix-row");
    assertThat(browser.all("[data-testid='matrix'] thead th"))
        .extracting(WebElement::getText)
        .hasSize(13) // the towns, eleven years, the wrong one
        .anyMatch(text -> text.startsWith("2042") && text.endsWith("年份可疑"))
        .noneMatch(text -> text.contains("2026"));
    assertThat(browser.all("[data-testid='years-without']")).isEmpty();
    assertThat(boxes("[data-testid='matrix-row'] th"))
        .allMatch(box -> box.get("width").intValue() >= 120 && box.get("height").intValue() < 100);
    fitsItsWindow("spread " + width);
    browser.screenshot("many-spread-" + width);
    isAccessible("spread " + width);
  }

  /** The window cut it exactly between two columns, as if it ended there. */
  @Test
  void aTableFadesWhereMoreOfItIsHidden() {
    browser.view(390, 844, false);
    searchMany(PHRASE, "&view=spread");
    browser.seeTestId("matrix-row");
    String fade =
        "return parseFloat(getComputedStyle(document.querySelector('.coverage .scroll'))"
            + ".getPropertyValue('--more'))";
    assertThat(((Number) browser.script(fade)).doubleValue()).isEqualTo(40);
    browser.script("document.querySelector('.coverage .scroll').scrollLeft = 5000");
    browser.until("its end", () -> ((Number) browser.script(fade)).doubleValue() == 0);
    browser.view(2560, 1440, false);
    searchMany(PHRASE, "&view=spread");
    browser.seeTestId("matrix-row");
    assertThat(((Number) browser.script(fade)).doubleValue()).isZero();
  }

  /** One report of 2042 made all sixty towns' missing of seventeen years. */
  @Test
  void nobodysReportIsMissingOfAYearToCome() {
    searchMany(PHRASE, "&view=spread&by=missing");
    browser.seeTestId("matrix-row");
    assertThat(browser.all("[data-testid='matrix-row'] th"))
        .extracting(WebElement::getText)
        .anyMatch(town -> town.startsWith("长卷镇"))
        .hasSizeLessThan(20);
  }

  /** From every list of years to the report, where it says why and can be put right. */
  @Test
  void aYearToComeIsToldApartAndFound() {
    browser.open(many() + "/");
    assertThat(browser.seeTestId("start-total").getText())
        .contains("2015—2025 年度（另有 2042 年度，年份可疑）");
    assertThat(browser.seeTestId("holding-year").getText()).startsWith("年度（段落数）\n2025");
    browser.seeTestId("doubtful-year").click();
    browser.until("its report", () -> browser.all("[data-testid='report-row']").size() == 1);
    assertThat(browser.seeTestId("report-row").getText()).contains("错年镇", "2042 年份可疑");
    assertThat(browser.seeTestId("library-holds").getText()).contains("2015—2025", "另有 2042");
    browser.see("[data-testid='report-row'] td a").click();
    browser.see("[data-testid='meta'] summary");
    assertThat(browser.seeTestId("year-doubt").getText()).contains("写的是 2042 年度，而今年是");
    searchMany(PHRASE, "");
    browser.see("[data-testid='facet-year'] [data-value='2042'] input").click();
    browser.until("its hit", () -> browser.address().contains("year=2042"));
    browser.until("one", () -> browser.all("[data-testid='hit']").size() == 1);
    assertThat(browser.seeTestId("hit-title").getText()).contains("2042 年度 年份可疑");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/matrix.html", "/trend.html", "/overlap.html", "/similar.html"})
  void theRegionsAreAskedForOnce(String page) {
    browser.open(many() + page);
    browser.until("the regions", () -> browser.all("#region option").size() > 6);
    assertThat(browser.loaded().filter(address -> address.contains("/api/v1/regions"))).hasSize(1);
    assertThat(browser.loaded().filter(address -> address.contains("/api/v1/spread"))).isEmpty();
    assertThat(browser.loaded().filter(address -> address.contains("/api/v1/")))
        .hasSizeBetween(1, 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1440})
  void aChartIsSavedAtTheSamePlaceOnEveryPage(int width) {
    browser.view(width, 900, false);
    Set<String> places = new TreeSet<>();
    for (String page :
        List.of(
            "/?q=法律明白人&view=spread",
            "/?q=法律明白人&view=spread&by=silent",
            "/?q=调解&view=figures",
            "/trend.html?q=普法&q=调解")) {
      browser.open(many() + page);
      browser.see("gov-chart[data-drawn]");
      Map<String, Number> chart = boxes("[data-testid='chart']").getFirst();
      Map<String, Number> button = boxes("[data-testid='chart-png']").getFirst();
      places.add(
          Math.round(chart.get("right").doubleValue() - button.get("right").doubleValue())
              + " from the right, "
              + Math.round(button.get("top").doubleValue() - chart.get("top").doubleValue())
              + " from the top");
    }
    assertThat(places).hasSize(1);
  }

  @Test
  void theFirstPageAndTheSpreadCountTheSameTowns() {
    browser.open(many() + "/");
    int towns = number(browser.seeTestId("start-towns").getText());
    assertThat(browser.seeTestId("start-total").getText()).contains("600 份报告");
    searchMany(PHRASE, "&view=spread");
    assertThat(number(browser.seeTestId("view-note").getText())).isEqualTo(towns);
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 390})
  void theLibraryDoesNotScrollSidewaysOnAPhone(int width) {
    browser.view(width, 844, false);
    browser.open(many() + "/library.html");
    browser.seeTestId("holdings-row");
    browser.seeTestId("report-row");
    browser.screenshot("many-library-" + width);
    fitsItsWindow("library " + width);
  }

  @Test
  void everyYearHasItsBarAndADraggedSpanIsOneChip() {
    searchMany(PHRASE, "");
    Map<String, Number> panel = boxes("#facets-dock").getFirst();
    List<Map<String, Number>> bars = boxes("[data-testid='year']");
    assertThat(bars).hasSize(11);
    assertThat(bars)
        .allMatch(
            bar ->
                bar.get("right").doubleValue() <= panel.get("right").doubleValue()
                    && bar.get("width").doubleValue() >= 24);
    isAccessible("years");
    new Actions(browser.driver()).dragAndDrop(year(2021), year(2024)).perform();
    browser.until("four years", () -> browser.address().contains("year=2022&year=2023"));
    browser.until("one chip", () -> browser.all("[data-testid='chip']").size() == 1);
    assertThat(browser.seeTestId("chip").getText()).isEqualTo("年度：2021—2024");
    browser.seeTestId("chip").click();
    browser.until("none of them", () -> !browser.address().contains("year="));
  }

  private WebElement year(int year) {
    return browser.see("[data-year='" + year + "']");
  }

  @Test
  void aLongReportDoesNotFillTheFirstPage() {
    searchMany("普法 受益", "");
    browser.seeTestId("hit");
    List<String> reports =
        browser.all("[data-testid='hit']").stream()
            .map(hit -> String.valueOf(hit.getDomAttribute("data-key")).replaceAll("\\..*+", ""))
            .toList();
    for (String report : reports) {
      assertThat(reports.stream().filter(report::equals).count()).isLessThanOrEqualTo(3);
    }
    WebElement others = browser.seeTestId("hit-others");
    assertThat(others.getText()).startsWith("本报告另有");
    int left = number(others.getText());
    others.click();
    browser.until("its places", () -> walkCount().contains("/"));
    assertThat(number(walkCount().replaceAll(".*/", ""))).isGreaterThanOrEqualTo(left + 3);
  }

  private String walkCount() {
    return browser.all("[data-testid='walk-count']").stream()
        .map(WebElement::getText)
        .findFirst()
        .orElse("");
  }

  @Test
  void neighboursThatSayTheSameShowTheNumbersThatDiffer() {
    searchMany("“全年开展普法宣传”", "&year=2025");
    browser.seeTestId("near-open").click();
    browser.until("its neighbours", () -> browser.all("[data-testid='near-item']").size() > 5);
    assertThat(browser.all("[data-testid='near-item']"))
        .extracting(WebElement::getText)
        .allMatch(text -> text.matches(".* 年度 (?:.*宣传\\d+场.*|.*资料\\d+份.*|数字相同)"))
        .noneMatch(text -> text.contains("建设情况报告"));
    browser.screenshot("many-near-1440");
  }

  @Test
  void anExportHasTheParagraphsThatAreFoldedToo() {
    searchMany(PHRASE, "");
    assertThat(browser.seeTestId("summary").getText()).contains("合并为");
    browser.seeTestId("export").click();
    assertThat(browser.seeTestId("export-note").getText()).contains("全部 " + paragraphs() + " 段");
    Object lines =
        browser
            .driver()
            .executeAsyncScript(
                "const done = arguments[1]; fetch(arguments[0]).then(a => a.text())"
                    + ".then(text => done(text.trim().split('\\r\\n').length))",
                browser.seeTestId("export-search-csv").getDomProperty("href"));
    assertThat(lines).isEqualTo(paragraphs() + 1L);
  }

  @Test
  void fourHitsAreSeenAtOnce() {
    searchMany("普法", "");
    browser.seeTestId("hit");
    assertThat(boxes("[data-testid='hit']").stream().filter(box -> isAbove(box, 900)).count())
        .isGreaterThanOrEqualTo(4);
    assertThat(browser.seeTestId("summary").getText())
        .matches("(?s)\\d+ 个乡镇、\\d+ 份报告、[\\d,]+ 段（相近段落合并为 [\\d,]+ 条）.*");
  }

  /** Letters of an element that stand outside of one of the boxes around it. */
  private static final String CUT =
      "return [...document.querySelectorAll(arguments[0])].filter(e => { const r ="
          + " document.createRange(); r.selectNodeContents(e); const text ="
          + " r.getBoundingClientRect(); for (let at = e; at; at = at.parentElement) { const box ="
          + " at.getBoundingClientRect(); if (getComputedStyle(at).overflowX !== 'visible' &&"
          + " (text.right > box.right + 1 || text.left < box.left - 1 || text.bottom > box.bottom +"
          + " 4)) return true; } return false; }).map(e => e.textContent)";

  @ParameterizedTest
  @ValueSource(ints = {360, 600, 768, 1024, 1279, 1440, 2560})
  void theHeadingsAboveAHitAreReadWhole(int width) {
    browser.view(width, 900, false);
    searchMany("普法", "");
    browser.seeTestId("hit-path");
    assertThat(browser.all("[data-testid='hit-path']")).hasSizeGreaterThan(5);
    assertThat((List<?>) browser.script(CUT, "[data-testid='hit-path']")).isEmpty();
    fitsItsWindow("headings " + width);
  }

  private static boolean isAbove(Map<String, Number> box, int height) {
    return box.get("bottom").intValue() <= height;
  }

  @ParameterizedTest
  @CsvSource({"360, 844", "390, 844"})
  void theFirstHitIsInTheUpperPartOfAPhone(int width, int height) {
    browser.view(width, height, false);
    searchMany("普法", "");
    browser.seeTestId("hit");
    browser.screenshot("many-search-" + width);
    int top = boxes("[data-testid='hit']").getFirst().get("top").intValue();
    assertThat(top).isLessThanOrEqualTo(height * 40 / 100);
    fitsItsWindow("search " + width);
  }

  @Test
  void whatIsNotStatedIsTheLastOfItsList() {
    searchMany("普法", "&year=2024");
    for (String facet : List.of("region", "town")) {
      List<WebElement> rows = browser.all("[data-testid='facet-" + facet + "'] li");
      assertThat(rows.getFirst().getDomAttribute("data-value")).isNotEqualTo("未注明");
    }
  }

  @Test
  void countsStayUnderTheMouse() {
    searchMany("普法", "");
    WebElement row = browser.see("[data-testid='facet-section'] [data-testid='facet-row']");
    WebElement count = row.findElement(By.cssSelector(".facet-row__count"));
    new Actions(browser.driver()).moveToElement(count).perform();
    Object seen =
        browser.script(
            "const b = arguments[0].getBoundingClientRect(); return"
                + " document.elementFromPoint(b.left + b.width / 2, b.top + b.height / 2) ==="
                + " arguments[0]",
            count);
    assertThat(seen).isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource({"1600, false", "1920, true", "2560, false"})
  void aWideWindowShowsTheReportBesideTheList(int width, boolean dark) {
    browser.view(width, 1080, dark);
    searchMany(PHRASE, "&year=2025");
    browser.until("the first one's report", () -> !paneHit().isEmpty());
    String first = paneHit();
    assertThat(browser.all("[data-testid='pane'] mark")).isNotEmpty();
    String address = browser.address();
    browser.all("[data-testid='hit-title']").get(1).click();
    browser.until("the second one's", () -> !paneHit().equals(first));
    assertThat(browser.address()).isEqualTo(address);
    browser.screenshot("many-pane-" + width + (dark ? "-dark" : ""));
    isAccessible("pane " + width);
    fitsItsWindow("pane " + width);
    browser.seeTestId("pane-open").click();
    browser.see(".para--current");
  }

  private String paneHit() {
    return browser.all("[data-testid='pane-hit']").stream()
        .map(WebElement::getText)
        .findFirst()
        .orElse("");
  }

  @Test
  void whatFollowsIsGroupedByItsKindAndLeadsToItsLines() {
    searchMany("“开展普法”", "&view=lines");
    browser.seeTestId("follow").findElement(By.tagName("summary")).click();
    browser.seeTestId("follow-link");
    WebElement group =
        browser.all("[data-testid='follow-link']").stream()
            .filter(link -> link.getText().equals("培训〈数〉次"))
            .findFirst()
            .orElseThrow();
    group.click();
    browser.until("its lines", () -> asked().equals("“开展普法培训*次”"));
    browser.seeTestId("line");
    assertThat(browser.address()).contains("view=lines");
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 390})
  void aFigureIsReadWithItsTownAndItsSentenceOnAPhone(int width) {
    browser.view(width, 844, false);
    searchMany("“调解”", "&view=figures");
    browser.seeTestId("figure-row");
    assertThat(boxes("[data-testid='figure-row'] th"))
        .allMatch(box -> box.get("height").intValue() < 40 && box.get("width").intValue() > 100);
    assertThat((List<?>) browser.script(CUT, ".figures__text")).isEmpty();
    isAccessible("figures " + width);
  }

  @Test
  void whoIsSilentIsListedWhereThatWasAskedFor() {
    searchMany(PHRASE, "&view=spread");
    browser.seeTestId("matrix-row");
    browser.see("gov-chart[data-drawn]");
    browser.script(
        "document.querySelector('[data-testid=only-silent]').scrollIntoView({block: 'center'})");
    browser.seeTestId("only-silent").click();
    browser.until("the list", () -> !browser.all("[data-testid='copy-silent']").isEmpty());
    int top = boxes("[data-testid='copy-silent']").getFirst().get("top").intValue();
    assertThat(top).as("in the window").isBetween(0, 860);
    browser.script("scrollTo(0, 0)");
    browser.seeTestId("note-said").click();
    browser.until("the others", () -> !browser.all("[data-testid='copy-said']").isEmpty());
    top = boxes("[data-testid='copy-said']").getFirst().get("top").intValue();
    assertThat(top).as("led down to").isBetween(0, 860);
  }

  @Test
  void whoseReportIsMissingIsCopiedWithItsYears() {
    browser.allowClipboard();
    searchMany(PHRASE, "&view=spread&by=missing&year=2017&year=2018");
    browser.seeTestId("copy-missing").click();
    browser.until("it is there", () -> browser.pasted().startsWith("缺报告的乡镇"));
    List<String> lines = browser.pasted().lines().toList();
    assertThat(lines.getFirst()).contains("年度：2017—2018", "共 " + (lines.size() - 1) + " 个");
    assertThat(lines)
        .anyMatch(line -> line.endsWith("坞镇：缺 2018"))
        .anyMatch(line -> line.endsWith("长卷镇：缺 2017、2018"));
  }

  private String asked() {
    return String.valueOf(browser.seeTestId("query").getDomProperty("value"));
  }

  @Test
  void figuresAreAskedForOnceAPageAndDrawnWithAllTheirYearsInOrder() {
    searchMany(PHRASE, "&view=figures");
    browser.see("gov-chart[data-drawn]");
    assertThat(browser.all("[data-testid='figure-row']")).hasSizeBetween(1, 60);
    assertThat(browser.loaded().filter(address -> address.contains("/api/v1/figures"))).hasSize(1);
    browser.seeTestId("more").click();
    browser.until("more", () -> browser.all("[data-testid='figure-row']").size() > 60);
    browser.see("gov-chart[data-drawn]");
    Object drawn =
        browser.script(
            "const ink = {ramp: ['#cf9b88', '#7e2114']}, chart ="
                + " document.querySelector('gov-chart').chart.options(ink); return {years:"
                + " chart.series.map(s => Number(s.name)), empty: chart.yAxis.data.filter((_, town)"
                + " => !chart.series.some(s => s.data.some(([, t]) => t === town))).length,"
                + " colours: new Set(chart.series.map(s => s.itemStyle.color)).size}");
    Map<?, ?> chart = (Map<?, ?>) drawn;
    List<?> years = (List<?>) chart.get("years");
    assertThat(years).isSortedAccordingTo(Comparator.comparing(y -> (Long) y));
    // Of all that was found, and not only of the newest that the table has loaded.
    assertThat(years.getFirst()).isEqualTo((long) ManyReports.FIRST_YEAR);
    assertThat(years.contains((long) ManyReports.LAST_YEAR)).isTrue();
    assertThat(chart.get("colours")).isEqualTo((long) years.size());
    assertThat(chart.get("empty")).isEqualTo(0L);
    assertThat(browser.seeTestId("chart").getText()).contains("个乡镇未画出");
  }
}
