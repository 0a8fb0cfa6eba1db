package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
