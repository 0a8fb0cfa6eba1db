package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

/** What marks, lines and colours mean is said where they are, and nowhere else. */
class SignsTest extends BrowserTest {

  private void openFirst(String q) {
    searchMany(q, "");
    browser.open(browser.seeTestId("hit-open").getDomProperty("href"));
    browser.see(".para--current");
  }

  /** Titles have no line, but they are of the section 引言. */
  @Test
  void theLegendOfAReportNamesTheLinesThatAreThere() {
    for (String q : List.of(ManyReports.NOBODYS, "“法律明白人”", "普法 受益")) {
      openFirst(q);
      Object apart =
          browser.script(
              "const named = [...document.querySelectorAll('.key__section')].map(e =>"
                  + " e.className.replace(/.*key--/, '')); return named.filter(key =>"
                  + " !document.querySelector(`.para--${key} > .text`))");
      assertThat((List<?>) apart).as(q).isEmpty();
    }
  }

  @Test
  void whatIsFormulaAloneHasItsSignInTheLegendOfTheMatrix() {
    browser.open(many() + "/matrix.html?region=示例省/临溪县&year=2024");
    browser.seeTestId("matrix");
    assertThat(browser.see(".legend").getText()).contains("提及的都是套话");
    String border = "return getComputedStyle(document.querySelector(arguments[0])).borderTopColor";
    assertThat(browser.script(border, ".legend .cell--formula i"))
        .isEqualTo(browser.script(border, ".matrix--items .cell--formula a"));
    isAccessible("legend of the matrix");
  }

  /** At the end of a page the last heading was marked, whichever paragraph was chosen. */
  @ParameterizedTest
  @CsvSource({"1440, 900", "2560, 1440"})
  void theContentsMarkTheHeadingOfTheChosenParagraph(int width, int height) {
    browser.view(width, height, false);
    openFirst("“法律明白人”");
    browser.until(
        "the heading above it",
        () ->
            browser.all("#outline [aria-current]").stream()
                .anyMatch(link -> link.getText().contains("普法宣传")));
    browser.script("scrollTo(0, 0)"); // where no heading was passed yet
    browser.until(
        "the same",
        () ->
            ((Number) browser.script("return scrollY")).intValue() == 0
                && browser.all("#outline [aria-current]").stream()
                    .anyMatch(link -> link.getText().contains("普法宣传")));
  }

  /** At the end of a short page the panel went under the bar, and its first line with it. */
  @ParameterizedTest
  @CsvSource({"1280, 720", "1440, 900", "1920, 1080", "2560, 1440"})
  void whichParagraphIsReadIsSaidBelowTheBar(int width, int height) {
    browser.view(width, height, false);
    openFirst("“法律明白人”");
    browser.seeTestId("years");
    browser.until("its panel is open", () -> browser.see("#about").getDomAttribute("open") != null);
    browser.script("scrollTo(0, document.documentElement.scrollHeight)");
    browser.until(
        "it is seen",
        () ->
            Boolean.TRUE.equals(
                browser.script(
                    "return document.querySelector('[data-testid=current-paragraph] p')"
                        + ".getBoundingClientRect().top >="
                        + " document.getElementById('findbar').getBoundingClientRect().bottom")));
  }

  /** It is above all headings: none of them is what is read. */
  @Test
  void theContentsMarkNothingWhereTheTitleIsChosen() {
    browser.view(2560, 1440, false);
    openFirst("year:2042");
    assertThat(browser.see(".para--current").getText()).contains("错年镇");
    browser.until("the last thing that comes", () -> browser.all("#outline li").size() > 3);
    browser.script("scrollTo(0, document.documentElement.scrollHeight)");
    browser.until("the end", () -> browser.all("#outline [aria-current]").isEmpty());
  }

  /** The one lay wholly under the other, for both are said by all. */
  @Test
  void oneLineUnderAnotherIsSeen() {
    browser.open(many() + "/trend.html?q=普法&q=调解&q=法律明白人");
    browser.see("gov-chart[data-drawn]");
    Object widths =
        browser.script(
            "return document.querySelector('gov-chart').chart.options({}).series.map(line =>"
                + " line.lineStyle.width)");
    List<Double> drawn =
        ((List<?>) widths).stream().map(width -> ((Number) width).doubleValue()).toList();
    assertThat(drawn).hasSize(3);
    assertThat(drawn.get(0) - drawn.get(1)).isGreaterThanOrEqualTo(2);
    assertThat(drawn.get(1) - drawn.get(2)).isGreaterThanOrEqualTo(2);
  }

  /** It spoke of words below, and there were none. */
  @Test
  void whereNoWordsAreFoundNoneArePromised() {
    searchMany("", "&year=2025&view=words&by=year");
    browser.until(
        "an answer",
        () -> !browser.all("[data-testid='word-row'], [data-testid='view-note']").isEmpty());
    String note = browser.seeTestId("view-note").getText();
    boolean found = !browser.all("[data-testid='word-row']").isEmpty();
    assertThat(note.contains("下面的词")).isEqualTo(found);
    assertThat(note).contains("除去套话");
  }

  /**
   * Nothing was there to be put in an order, folded or printed; what is to come can be followed.
   */
  @Test
  void whereNothingIsFoundNothingIsOfferedToBeDoneWithIt() {
    browser.open(many() + "/?q=量子计算机");
    browser.seeTestId("empty");
    assertThat(browser.seeTestId("export").isDisplayed()).isTrue();
    assertThat(browser.all("#sort-choice, #fold-check, #print"))
        .hasSize(3)
        .noneMatch(WebElement::isDisplayed);
    browser.open(many() + "/?q=普法");
    browser.seeTestId("hit");
    assertThat(browser.all("#sort-choice, #fold-check, #print")).allMatch(WebElement::isDisplayed);
  }

  /** On a wide window all letters are larger, and those of charts were left behind. */
  @ParameterizedTest
  @CsvSource({"1440, 12", "2560, 13.5"})
  void theLettersOfAChartGrowWithThePage(int width, double size) {
    browser.view(width, 900, false);
    for (String page :
        List.of("/trend.html?q=普法&q=调解", "/?q=调解&view=figures", "/?q=调解&view=spread")) {
      browser.open(many() + page);
      browser.see("gov-chart[data-drawn]");
      Object drawn =
          browser.script(
              "const option = globalThis.echarts.getInstanceByDom(document.querySelector("
                  + "'gov-chart')).getOption(); return option.xAxis[0].axisLabel.fontSize");
      assertThat(((Number) drawn).doubleValue()).as(page).isEqualTo(size);
    }
  }

  /** The numbers were larger than the words, and a year to come was not told apart. */
  @Test
  void wordsAreTheFirstThingInTheTableOfWords() {
    searchMany("法律明白人", "&view=words");
    browser.seeTestId("word-row");
    assertThat(browser.seeTestId("view-note").getText()).contains("478 段", "除去套话");
    assertThat(browser.see(".figures--words thead").getText()).contains("全库段落");
    String size =
        "return parseFloat(getComputedStyle(document.querySelector(arguments[0])).fontSize)";
    assertThat((Long) browser.script(size, ".figures--words td.num"))
        .isLessThan((Long) browser.script(size, ".figures--words tbody th"));
    assertThat(browser.all(".figures__example"))
        .filteredOn(example -> example.getText().contains("2042"))
        .allMatch(example -> example.getText().endsWith("年份可疑"));
  }
}
