package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * What people come for, from the first page on, as somebody does it who has never been here: each
 * step is found by what is written on it, and none takes many. How long a step takes is a person's
 * matter; that the pages do not make them wait is what {@link UiSpeed} measures.
 */
class JourneysTest extends BrowserTest {

  /** What somebody does whose seconds are counted: reads, points, clicks or types. */
  private static final int SECONDS_A_STEP = 8;

  private int steps;

  private void click(String name) {
    named(name).click();
    steps++;
  }

  private WebElement named(String name) {
    WebElement[] found = {null};
    browser.until(
        "something called " + name,
        () -> {
          found[0] =
              browser.all("a, button, summary, option").stream()
                  .filter(WebElement::isDisplayed)
                  .filter(one -> one.getText().strip().lines().findFirst().orElse("").equals(name))
                  .findFirst()
                  .orElse(null);
          return found[0] != null;
        });
    return found[0];
  }

  private void type(String label, CharSequence... keys) {
    browser.see(label).sendKeys(keys);
    steps++;
  }

  private void tookAtMost(int seconds) {
    assertThat(steps * SECONDS_A_STEP).as("%d steps", steps).isLessThanOrEqualTo(seconds);
  }

  @Test
  void aCitationIsInWordWithinAMinute() {
    browser.allowClipboard();
    browser.open(origin() + "/");
    type("#q", "法律明白人", Keys.ENTER);
    String town = browser.seeTestId("hit-title").getText();
    click("复制引文");
    browser.until("it is there", () -> browser.pasted().contains("法律明白人"));
    steps++; // pasting
    String[] pasted = {""};
    browser.until( // a browser that does not have the focus at once does not answer at all
        "its HTML",
        () -> {
          pasted[0] = html();
          return pasted[0].contains("法律明白人");
        });
    assertThat(pasted[0])
        .contains("法律明白人", "<a href=\"" + origin() + "/reports/")
        .contains(town.lines().findFirst().orElseThrow().split(" ", 2)[0]);
    tookAtMost(60);
  }

  /** What can be pasted into Word; empty where it is not given within three seconds. */
  private String html() {
    return String.valueOf(
        browser
            .driver()
            .executeAsyncScript(
                "const done = arguments[0]; setTimeout(() => done(''), 3000);"
                    + " navigator.clipboard.read().then(async ([item]) => done(await (await"
                    + " item.getType('text/html')).text()), e => done('' + e));"));
  }

  @Test
  void twoTownsAreComparedWithinTwoMinutes() {
    browser.open(origin() + "/");
    click("统计");
    click("比较");
    type("#pick-a", "柳湾镇");
    browser.see("[data-testid='side-a'] [data-testid='pick-year']").click();
    steps++;
    browser.until("the left", () -> browser.seeTestId("side-a").getText().contains("柳湾镇 "));
    browser.seeTestId("pick-neighbour").click();
    steps++;
    browser.see("[data-testid='side-b'] [data-testid='pick-year']").click();
    steps++;
    assertThat(browser.seeTestId("verdict").getText()).isNotBlank();
    tookAtMost(120);
  }

  @Test
  void whoOfACountyIsSilentIsCopiedWithinAMinute() {
    browser.allowClipboard();
    browser.open(origin() + "/");
    type("#q", "临溪县 枫桥经验", Keys.ENTER);
    browser.seeTestId("hit");
    click("分布");
    click("谁没提");
    click("复制名单");
    browser.until("it is there", () -> browser.pasted().startsWith("没有提及 "));
    steps++; // pasting
    String pasted = browser.pasted();
    assertThat(pasted).startsWith("没有提及 ").contains("枫桥经验", "个：\n");
    assertThat(pasted.lines().skip(1)).isNotEmpty().allMatch(line -> line.contains("临溪县"));
    tookAtMost(60);
  }

  @Test
  void aWrongYearIsCorrectedWithinAMinute() {
    search("town:外纲镇", "");
    browser.open(browser.seeTestId("hit-open").getDomProperty("href"));
    assertThat(browser.seeTestId("meta-year").getText()).contains("2042");
    browser.seeTestId("correct-open").click();
    steps++;
    type("[data-testid='correct-year']", Keys.chord(Keys.CONTROL, "a"), "2024");
    type("[data-testid='correct-token']", Keys.chord(Keys.CONTROL, "a"), BrowserService.TOKEN);
    click("保存");
    browser.until(
        "the year that was said",
        () -> browser.seeTestId("meta-year").getText().contains("2024 来自更正"));
    tookAtMost(60);
  }
}
