package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.support.ui.Select;

/** 趋势: several phrases on one chart, and who does not mention them. */
class TrendPageTest extends BrowserTest {

  private static final String ASKED = "/trend.html?q=法律明白人&q=网格员";

  @Test
  void severalPhrasesAreOnOneChartWhichIsSavedAndLeadsToItsParagraphs() {
    browser.open(origin() + "/trend.html");
    browser.seeTestId("query").sendKeys("法律明白人\n网格员\n");
    browser.seeTestId("submit").click();
    browser.see("gov-chart[data-drawn]");
    assertThat(browser.all("[data-testid='trend-row']")).hasSize(2);
    assertThat(browser.address()).contains("q=").contains("&q=");
    browser.script(
        "window.made = null; const make = URL.createObjectURL; URL.createObjectURL = blob => {"
            + " window.made = blob; return make.call(URL, blob); };");
    browser.seeTestId("chart-png").click();
    browser.until(
        "a picture",
        () ->
            Boolean.TRUE.equals(
                browser.script(
                    "return window.made?.type === 'image/png' && window.made.size > 5000")));
    String share = browser.seeTestId("trend-cell").getText();
    assertThat(share).matches("\\d+%");
    browser.seeTestId("trend-cell").click();
    browser.seeTestId("hit");
    assertThat(browser.address()).contains("year=").contains("mode=exact");
  }

  @Test
  void anEmptyPageHasExamplesToClick() {
    browser.open(origin() + "/trend.html");
    String phrases = browser.seeTestId("trend-example").getText();
    isAccessible("empty trend");
    browser.seeTestId("trend-example").click();
    browser.seeTestId("trend-row");
    assertThat(browser.all("[data-testid='trend-row']")).hasSize(phrases.split("、").length);
  }

  @Test
  void aPointOfTheChartLeadsToThatYear() {
    browser.open(origin() + ASKED);
    browser.see("gov-chart[data-drawn]");
    browser.script(
        "document.querySelector('gov-chart').chart.click({seriesIndex: 1, dataIndex: 0})");
    browser.seeTestId("summary");
    assertThat(browser.address()).contains("year=2021");
  }

  @Test
  void whoDoesNotMentionItIsCopied() {
    browser.allowClipboard();
    browser.open(origin() + ASKED + "&region=临溪县");
    browser.seeTestId("trend-copy-silent").click();
    browser.seeTestId("toast");
    List<String> lines = browser.pasted().lines().toList();
    assertThat(lines.getFirst()).contains("没有提及 法律明白人", "临溪县", "共 " + (lines.size() - 1) + " 个");
    browser.seeTestId("trend-silent").click();
    browser.until("the list", () -> browser.address().contains("by=silent"));
    browser.see("[data-testid='matrix-row'], [data-testid='matrix-none']");
    assertThat(browser.all("[data-testid='matrix-row']")).hasSize(lines.size() - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/trend.html?q=普法&", "/similar.html?", "/overlap.html?", "/matrix.html?"})
  void aRegionOfALongNameFitsAPhone(String address) {
    browser.view(360, 740, false);
    browser.open(origin() + address + "region=云雾缭绕高原少数民族自治区/远山深处大河上游少数民族自治州/最远最远最远的少数民族自治县");
    browser.until(
        "it is chosen",
        () -> String.valueOf(browser.see("#region").getDomProperty("value")).contains("最远"));
    fitsItsWindow(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/trend.html?q=普法", "/similar.html?text=人手不足，普法的办法不多", "/overlap.html"})
  void aCountyIsChosenWhereItsProvinceIsOneOfFew(String address) {
    browser.open(many() + address);
    String county = "示例省/望岭县";
    Select region = new Select(browser.see("#region"));
    browser.until(
        "the counties",
        () ->
            region.getOptions().stream()
                .anyMatch(option -> county.equals(option.getDomProperty("value"))));
    region.selectByValue(county);
    if (address.startsWith("/overlap")) {
      browser.seeTestId("submit").click();
    }
    browser.until(
        "it is asked for",
        () ->
            URLDecoder.decode(browser.address(), StandardCharsets.UTF_8)
                .contains("region=" + county));
    browser.until(
        "it stays chosen", () -> county.equals(browser.see("#region").getDomProperty("value")));
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, false", "1024, 768, true", "2560, 1440, false", "390, 844, true"})
  void looksRightAndIsAccessible(int width, int height, boolean dark) {
    browser.view(width, height, dark);
    browser.open(origin() + ASKED);
    browser.see("gov-chart[data-drawn]");
    String name = "trend-" + width + (dark ? "-dark" : "");
    browser.screenshot(name);
    isAccessible(name);
    fitsItsWindow(name);
  }
}
