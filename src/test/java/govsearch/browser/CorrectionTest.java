package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Correcting what was read, on the report itself. */
class CorrectionTest extends BrowserTest {

  @Test
  void aWrongYearIsCorrectedAndTakenBack() {
    search("town:外纲镇", "");
    browser.open(browser.seeTestId("hit-open").getDomProperty("href"));
    assertThat(browser.seeTestId("meta-year").getText()).contains("2042");
    browser.seeTestId("correct-open").click();
    retype("correct-year", "2024");
    for (String wrong : List.of("青石", "not-the-token")) {
      retype("correct-token", wrong);
      browser.seeTestId("correct-save").click();
      browser.until(
          "why it was not done",
          () -> browser.seeTestId("correct-error").getText().contains("口令不对"));
      browser.seeTestId("correct-year").click();
    }
    assertThat(browser.complaints()).allMatch(line -> line.contains("401"));
    isAccessible("correcting");
    browser.screenshot("correct-1440");

    retype("correct-token", BrowserService.TOKEN);
    browser.seeTestId("correct-save").click();
    browser.until(
        "the year that was said",
        () -> browser.seeTestId("meta-year").getText().contains("2024 来自更正"));
    assertThat(browser.seeTestId("whose").getText()).contains("2024 年度");
    search("town:外纲镇 year:2024", "");
    browser.open(browser.seeTestId("hit-open").getDomProperty("href"));

    browser.seeTestId("correct-open").click();
    browser.seeTestId("correct-year").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
    browser.seeTestId("correct-save").click();
    browser.until(
        "what was read", () -> browser.seeTestId("meta-year").getText().contains("2042 来自标题"));
  }

  private void retype(String id, String text) {
    WebElement box = browser.seeTestId(id);
    box.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
  }
}
