package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** What holds of the pages as a whole: their weight, their width, and what they do offline. */
class CraftTest extends BrowserTest {

  private static final int MOST_BYTES = 150_000;

  /** Every page, and every view of a search. */
  private static final List<String> PAGES =
      List.of(
          "/",
          "/?q=普法",
          "/?q=普法&view=reports",
          "/?q=普法&view=lines",
          "/?q=普法&view=spread",
          "/?q=普法&view=figures",
          "/?q=普法&view=words",
          "/?q=绝无此语",
          "/similar.html",
          "/similar.html?text=懂法律的干部少",
          "/compare.html",
          "/trend.html?q=普法&q=调解",
          "/towns/临溪县/柳湾镇",
          "/batch.html?q=普法",
          "/matrix.html?region=临溪县&year=2024",
          "/selfcheck.html",
          "/quotes.html",
          "/overlap.html",
          "/excerpts.html",
          "/library.html",
          "/history.html",
          "/help.html");

  @AfterEach
  void online() {
    network(false, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/?q=“法律明白人”", "/?q=普法&view=lines"})
  void theFirstViewIsLightWithoutTheCharts(String address) {
    browser.driver().executeCdpCommand("Network.enable", Map.of());
    browser.driver().executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
    browser.open(origin() + address);
    browser.see("[data-testid='start-total'], [data-testid='hit'], [data-testid='line']");
    Object bytes =
        browser.script(
            "return ['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type))"
                + ".reduce((sum, entry) => sum + entry.transferSize, 0)");
    browser.driver().executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", false));
    assertThat((Long) bytes).isBetween(10_000L, (long) MOST_BYTES);
    assertThat(browser.loaded()).noneMatch(name -> name.contains("echarts"));
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1024, 2560})
  void everyPageFitsEveryWindow(int width) {
    browser.view(width, 900, false);
    for (String page : PAGES) {
      browser.open(origin() + page);
      isDrawn();
      fitsItsWindow(page + " " + width);
    }
    search("普法", "");
    browser.open(browser.seeTestId("hit-open").getDomProperty("href"));
    browser.see(".para--current");
    fitsItsWindow("report " + width);
  }

  @ParameterizedTest
  @CsvSource({"1440, false", "1440, true", "390, false", "390, true"})
  void everyPageIsAccessible(int width, boolean dark) {
    browser.view(width, 844, dark);
    for (String page : PAGES) {
      browser.open(origin() + page);
      isDrawn();
      isAccessible(page + " " + width + (dark ? " dark" : ""));
    }
  }

  private void isDrawn() {
    browser.see("main");
    browser.until(
        "all is drawn",
        () ->
            Boolean.TRUE.equals(
                browser.script(
                    "const p = document.getElementById('progress'); return (!p || p.hidden) &&"
                        + " !document.querySelector('[aria-busy=true]');")));
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1440})
  void theNavigationOpensInPartsAndClosesByItself(int width) {
    browser.view(width, 900, false);
    browser.open(origin() + "/trend.html");
    WebElement counting = browser.seeTestId("menu-count");
    WebElement checking = browser.seeTestId("menu-check");
    counting.findElement(By.tagName("summary")).click();
    WebElement trend = browser.seeTestId("trend-link");
    assertThat(trend.getDomAttribute("aria-current")).isEqualTo("page");
    for (WebElement one : counting.findElements(By.tagName("a"))) {
      int left = one.getRect().getX();
      assertThat(left).isNotNegative();
      assertThat(left + one.getRect().getWidth()).isLessThanOrEqualTo(width);
    }
    isAccessible("navigation " + width);
    fitsItsWindow("navigation " + width);
    browser.screenshot("navigation-" + width);
    checking.findElement(By.tagName("summary")).click();
    browser.until("one at a time", () -> !trend.isDisplayed());
    browser.seeTestId("quotes-link").sendKeys(Keys.ESCAPE);
    browser.until("Escape", () -> !checking.findElement(By.tagName("a")).isDisplayed());
    checking.findElement(By.tagName("summary")).click();
    new Actions(browser.driver()).moveToLocation(width / 2, 880).click().perform();
    browser.until("a click elsewhere", () -> !checking.findElement(By.tagName("a")).isDisplayed());
  }

  @Test
  void offlineItSaysSoAndGoesOnByItself() {
    search("普法", "");
    browser.seeTestId("hit");
    network(true, 0);
    browser.seeTestId("query").sendKeys(Keys.chord(Keys.CONTROL, "a"), "调解", Keys.ENTER);
    assertThat(browser.seeTestId("error").getText()).contains("连接不上");
    isAccessible("offline");
    browser.screenshot("offline-1440");
    network(false, 0);
    browser.until("the search is made up for", () -> !browser.all("[data-testid='hit']").isEmpty());
    assertThat(browser.complaints()).allMatch(line -> line.contains("ERR_INTERNET_DISCONNECTED"));
  }

  @Test
  void aWaitIsSaidAndTheCountsFromBeforeStayGreyed() {
    search("普法", "");
    browser.seeTestId("hit");
    List<String> counts = texts(".facet-row__count");
    assertThat(counts).isNotEmpty();
    network(false, 4_000);
    browser.seeTestId("query").sendKeys(Keys.chord(Keys.CONTROL, "a"), "调解", Keys.ENTER);
    browser.see("#progress:not([hidden])");
    browser.see("#facets-panel.is-stale");
    browser.see("#results.is-stale");
    assertThat(texts(".facet-row__count")).isEqualTo(counts);
    browser.screenshot("loading-1440");
    isAccessible("loading");
    browser.until("the answer", this::notBusy);
    assertThat(browser.all("#progress:not([hidden]), .is-stale")).isEmpty();
    network(false, 0);
  }

  private List<String> texts(String selector) {
    return browser.all(selector).stream().map(WebElement::getText).toList();
  }

  @Test
  void nothingMovesUnderTheHandWhileASearchIsAnswered() {
    search("普法", "");
    browser.seeTestId("hit");
    List<Long> before = tops();
    for (String q : List.of("调解", "“法律明白人”", "执法")) {
      String summary = browser.seeTestId("summary").getText();
      browser.seeTestId("query").sendKeys(Keys.chord(Keys.CONTROL, "a"), q, Keys.ENTER);
      assertThat(tops()).as("while it is on its way").isEqualTo(before);
      browser.until(
          "the answer", () -> !browser.seeTestId("summary").getText().equals(summary) && notBusy());
      assertThat(tops()).as("when it is there").isEqualTo(before);
    }
  }

  private boolean notBusy() {
    return browser.all("#results[aria-busy='true']").isEmpty();
  }

  /** Where what stands still begins. */
  private List<Long> tops() {
    Object tops =
        browser.script(
            "return ['q', 'mode-note', 'facets-dock', 'tabs', 'summary', 'results-body'].map(id =>"
                + " Math.round(document.getElementById(id).getBoundingClientRect().top))");
    return ((List<?>) tops).stream().map(top -> (Long) top).toList();
  }

  @Test
  void theKeysAreListedAndWorkFromTheTableOfLinesToo() {
    search("“法律明白人”", "&view=lines");
    browser.seeTestId("line");
    browser.driver().findElement(By.tagName("body")).sendKeys("?");
    assertThat(browser.seeTestId("keys").getText()).contains("j");
    isAccessible("keys");
    browser.seeTestId("keys-close").click();
    browser.driver().findElement(By.tagName("body")).sendKeys("j");
    browser.driver().switchTo().activeElement().sendKeys("j");
    assertThat(browser.driver().switchTo().activeElement().getDomAttribute("data-testid"))
        .isEqualTo("line");
    browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
    assertThat(browser.see(".para--current").getText()).contains("法律明白人");
  }

  private void network(boolean offline, int latencyMillis) {
    browser.driver().executeCdpCommand("Network.enable", Map.of());
    browser
        .driver()
        .executeCdpCommand(
            "Network.emulateNetworkConditions",
            Map.of(
                "offline",
                offline,
                "latency",
                latencyMillis,
                "downloadThroughput",
                -1,
                "uploadThroughput",
                -1));
  }
}
