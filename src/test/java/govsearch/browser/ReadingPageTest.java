package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

class ReadingPageTest extends BrowserTest {

  @Test
  void landsOnTheParagraphOfTheHit() {
    openFirstHit("“法律明白人” town:枣河镇");
    WebElement paragraph = browser.see(".para--current");
    assertThat(paragraph.getText()).contains("法律明白人");
    assertThat(isInView(paragraph)).isTrue();
    assertThat(browser.address()).contains("/reports/").contains("#");
    assertThat(browser.seeTestId("meta").getText()).contains("枣河镇").contains("来自标题");
    assertThat(browser.all("[data-testid='outline-link']")).hasSizeGreaterThan(3);
  }

  @Test
  void walksFromHitToHitAndAround() {
    openFirstHit("“法律明白人” town:枣河镇");
    String first = browser.seeTestId("walk-count").getText();
    assertThat(first).matches("第 \\d+ / \\d+ 处");
    browser.seeTestId("walk-next").click();
    browser.until("the next hit", () -> !browser.seeTestId("walk-count").getText().equals(first));
    assertThat(isInView(browser.see("mark.now"))).isTrue();
    browser.seeTestId("walk-previous").click();
    browser.until("back again", () -> browser.seeTestId("walk-count").getText().equals(first));
  }

  @Test
  void walksOnIntoTheNextReportAndBackToTheEndOfTheFirst() {
    search("“法律明白人” county:临溪县", "&view=reports&by=town");
    browser.open(browser.see("[data-open]").getDomProperty("href"));
    String first = reportOf(browser.address());
    browser.seeTestId("walk-next");
    String places = browser.seeTestId("walk-count").getText().replaceAll(".*/ (\\d+) 处", "$1");
    for (int i = 0; i < Integer.parseInt(places); i++) {
      browser.seeTestId("walk-next").click();
    }
    browser.until("the next report", () -> !reportOf(browser.address()).equals(first));
    browser.until("at its first hit", () -> count().startsWith("第 1 /"));
    browser.seeTestId("walk-previous").click();
    browser.until("back in the first", () -> reportOf(browser.address()).equals(first));
    browser.until("at its end", () -> count().equals("第 " + places + " / " + places + " 处"));
  }

  private String count() {
    return browser.all("[data-testid='walk-count']").stream()
        .map(WebElement::getText)
        .collect(Collectors.joining());
  }

  private static String reportOf(String address) {
    return address.replaceAll(".*/reports/([^?#]*).*", "$1");
  }

  @Test
  void leadsToTheSameTownsReportsOfOtherYears() {
    openFirstHit("“法律明白人” town:柳湾镇 year:2025");
    WebElement before = browser.seeTestId("year-before");
    String year = before.getText().replaceAll("\\D", "");
    before.click();
    browser.until("that year's title", () -> browser.seeTestId("report").getText().contains(year));
    assertThat(browser.seeTestId("meta-year").getText()).contains(year);
    browser.seeTestId("year-after").click();
    browser.until("the later one", () -> browser.seeTestId("meta-year").getText().contains("2025"));
  }

  @Test
  void marksWhatIsFormula() {
    openFirstHit("“法律明白人” town:柳湾镇 year:2025");
    browser.see(".para--formula, .para--half-formula");
  }

  @Test
  void searchesInsideTheReportAndGoesBackToTheResults() {
    openFirstHit("“法律明白人” town:枣河镇");
    WebElement query = browser.seeTestId("query");
    query.sendKeys(Keys.chord(Keys.CONTROL, "a"), "合同", Keys.ENTER);
    browser.until("the new marks", () -> browser.see("mark[data-hit]").getText().equals("合同"));
    browser.seeTestId("back").click();
    browser.seeTestId("hit");
    assertThat(browser.address()).contains("q=");
  }

  @Test
  void offersTheSourceAndACitationOfTheParagraph() {
    browser.allowClipboard();
    openFirstHit("“法律明白人” town:枣河镇");
    assertThat(browser.seeTestId("source-download").getDomAttribute("href"))
        .endsWith("/source")
        .startsWith("/api/v1/reports/");
    browser.seeTestId("current-copy-citation").click();
    browser.seeTestId("toast");
    assertThat(browser.pasted()).contains("《枣河镇党委、政府2025年度法治建设工作情况报告（示例）》").contains("段");
  }

  @Test
  void showsHostileTextAsText() {
    openFirstHit("敌意文本员");
    assertThat(browser.seeTestId("report").getText())
        .contains("<script>window.hacked=1</script>")
        .contains("<img src=x onerror=");
  }

  @Test
  void saysWhatToDoWhenAReportIsNotThere() {
    browser.open(origin() + "/reports/nosuchreport");
    assertThat(browser.seeTestId("error").getText()).isNotBlank();
    assertThat(browser.complaints()).allMatch(line -> line.contains("404"));
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, false", "1440, 900, true", "390, 844, false", "390, 844, true"})
  void looksRightAndIsAccessible(int width, int height, boolean dark) {
    browser.view(width, height, dark);
    openFirstHit("“法律明白人” town:枣河镇");
    browser.see(".para--current");
    browser.screenshot("report-" + width + (dark ? "-dark" : ""));
    isAccessible("report " + width + (dark ? " dark" : ""));
  }

  private void openFirstHit(String q) {
    search(q, "");
    String address = browser.seeTestId("hit-open").getDomProperty("href");
    browser.open(address);
    browser.seeTestId("report");
  }

  private boolean isInView(WebElement element) {
    return (Boolean)
        browser.script(
            "const r = arguments[0].getBoundingClientRect();"
                + "return r.top >= 0 && r.top < window.innerHeight;",
            element);
  }
}
