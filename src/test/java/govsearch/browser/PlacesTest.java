package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** What stands at one place wherever one goes, and what stays where it belongs. */
class PlacesTest extends BrowserTest {

  /** A page whose service is gone by now would load what a wider window asks for. */
  @BeforeEach
  void nothingIsLeftOpen() {
    browser.open("about:blank");
  }

  private static final List<String> PAGES =
      List.of(
          "/",
          "/?q=普法",
          "/?q=普法&view=lines",
          "/similar.html",
          "/compare.html",
          "/trend.html",
          "/matrix.html",
          "/selfcheck.html",
          "/excerpts.html",
          "/library.html",
          "/help.html",
          "/towns/临溪县/柳湾镇");

  private double left(String css) {
    return number("return document.querySelector(arguments[0]).getBoundingClientRect().left", css);
  }

  private double number(String script, String css) {
    return ((Number) browser.script(script, css)).doubleValue();
  }

  /** It moved by up to 450 pixels from page to page. */
  @ParameterizedTest
  @ValueSource(ints = {1024, 1440, 2560})
  void theNameAndTheNavigationStandAtOnePlaceOnAllPages(int width) {
    browser.view(width, 900, false);
    Map<String, Double> names = new TreeMap<>();
    Map<String, Double> navigations = new TreeMap<>();
    for (String page : PAGES) {
      browser.open(origin() + page);
      browser.seeTestId("home");
      names.put(page, left("[data-testid=home]"));
      navigations.put(page, left(".site nav"));
    }
    search("普法", "");
    browser.open(browser.seeTestId("hit-open").getDomProperty("href"));
    browser.see(".para--current");
    names.put("report", left("[data-testid=home]"));
    navigations.put("report", left(".site nav"));
    assertThat(names.values()).as(names.toString()).containsOnly(names.get("/"));
    assertThat(navigations.values()).as(navigations.toString()).containsOnly(navigations.get("/"));
  }

  /** With a report beside the list they stood 19 pixels further to the left. */
  @Test
  void theTabsStandAtOnePlaceInAllViews() {
    browser.view(2560, 1440, false);
    Map<String, Double> lefts = new TreeMap<>();
    for (String view : List.of("", "&view=reports", "&view=lines", "&view=spread")) {
      searchMany("普法", view);
      browser.until(
          "all of it", () -> browser.all("#results[aria-busy='true'], #pane[hidden]").size() < 2);
      lefts.put(view, left("#tabs"));
    }
    assertThat(lefts.values()).as(lefts.toString()).containsOnly(lefts.get(""));
  }

  /** In the view of paragraphs alone they took a second row, above a line that was theirs. */
  @ParameterizedTest
  @ValueSource(ints = {1280, 1440, 2560})
  void whatIsDoneWithAListStandsInTheRowOfTheTabs(int width) {
    browser.view(width, 900, false);
    for (String view : List.of("", "&view=reports", "&view=lines", "&view=spread")) {
      searchMany("普法", view);
      double tabs = number(BOTTOM, "#tabs a");
      assertThat(number(BOTTOM, "#export summary")).as(view).isLessThanOrEqualTo(tabs);
    }
  }

  private static final String BOTTOM =
      "return document.querySelector(arguments[0]).getBoundingClientRect().bottom";

  @ParameterizedTest
  @ValueSource(ints = {360, 1024, 1440, 2560})
  void theBarsOfTheYearsKeepToTheirPanel(int width) {
    browser.view(width, 900, false);
    searchMany("普法", "");
    if (width < 900) {
      browser.seeTestId("facets-open").click();
    }
    browser.seeTestId("year");
    String apart =
        "const box = e => e.getBoundingClientRect(), bars = box(document.querySelector('.years')),"
            + " panel = box(document.querySelector(arguments[0])); return Math.abs(bars.left -"
            + " panel.left) + Math.abs(bars.right - panel.right)";
    assertThat(number(apart, "[data-testid=facet-year] summary")).isLessThan(1);
  }

  /**
   * The way to all reports fell below the box, at the other side, where there was nothing to walk
   * through.
   */
  @ParameterizedTest
  @ValueSource(strings = {"year:2042", ManyReports.NOBODYS})
  void theWayToAllReportsStandsBesideTheBox(String q) {
    browser.view(1024, 768, false);
    searchMany(q, "");
    browser.open(browser.seeTestId("hit-open").getDomProperty("href"));
    browser.seeTestId("search-all");
    String top = "return document.querySelector(arguments[0]).getBoundingClientRect().top";
    assertThat(number(top, "#search-all")).isEqualTo(number(top, "#find-form"));
  }

  /** Eight pixels further to the left than all else on a window of this width. */
  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1024})
  void whatIsAboveAReportBeginsWhereTheNameDoes(int width) {
    browser.view(width, 900, false);
    searchMany("“法律明白人”", "");
    browser.open(browser.seeTestId("hit-open").getDomProperty("href"));
    browser.seeTestId("meta");
    assertThat(left("#about summary")).isEqualTo(left("[data-testid=home]"));
  }

  /** At 1024 pixels it went below the other actions of a hit as soon as there were ten. */
  @Test
  void howManyMoreThereAreStandsInTheRowOfActions() {
    browser.view(1024, 768, false);
    searchMany("普法", "&year=2024&year=2025&section=achievements&region=示例省/临溪县");
    browser.seeTestId("near-open");
    assertThat(browser.seeTestId("near-open").getText()).contains("55");
    assertThat(number(BOTTOM, "[data-testid=near-open]"))
        .isEqualTo(number(BOTTOM, "[data-testid=hit-open]"));
  }

  /** A panel that is cut between two rows looks as if it ended there. */
  @Test
  void theFiltersFadeWhereMoreOfThemIsBelow() {
    browser.view(1024, 768, false);
    searchMany("普法", "");
    browser.seeTestId("facet-row");
    String below =
        "return parseFloat(getComputedStyle(document.querySelector(arguments[0]))"
            + ".getPropertyValue('--below'))";
    assertThat(number(below, "#facets-dock")).isEqualTo(40);
    browser.script("document.getElementById('facets-dock').scrollTop = 5000");
    browser.until("their end", () -> number(below, "#facets-dock") == 0);
    browser.view(1024, 3000, false);
    browser.until("all of them", () -> number(below, "#facets-dock") == 0);
    isAccessible("filters");
  }

  /** The panel beside a report ended behind a heading with nothing under it, or in half a line. */
  @Test
  void thePanelBesideAReportFadesWhereMoreOfItIsBelow() {
    browser.view(1440, 620, false);
    searchMany("“法律明白人”", "");
    browser.open(browser.seeTestId("hit-open").getDomProperty("href"));
    browser.seeTestId("meta");
    String below =
        "return parseFloat(getComputedStyle(document.querySelector(arguments[0]))"
            + ".getPropertyValue('--below'))";
    browser.until("that more is below", () -> number(below, ".meta") == 40);
    browser.script("document.querySelector('.meta').scrollTop = 5000");
    browser.until("its end", () -> number(below, ".meta") == 0);
    browser.view(1440, 3000, false);
    browser.until("all of it", () -> number(below, ".meta") == 0);
    isAccessible("report-panel");
  }

  /** What one comes to by keys is not under the part that fades. */
  @Test
  void aFilterThatIsComeToByKeysIsSeenWhole() {
    browser.view(1024, 768, false);
    searchMany("普法", "");
    browser.seeTestId("facet-row");
    browser.script(
        "document.querySelector('[data-testid=facet-region] input[type=checkbox]').focus()");
    for (int i = 0; i < 30; i++) {
      browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
      Object faded =
          browser.script(
              "const at = document.activeElement, dock = at.closest('#facets-dock'); if (!dock)"
                  + " return 0; const more = parseFloat(getComputedStyle(dock)"
                  + ".getPropertyValue('--below')); return at.getBoundingClientRect().bottom -"
                  + " (dock.getBoundingClientRect().bottom - more)");
      assertThat(((Number) faded).doubleValue()).as("key " + i).isLessThanOrEqualTo(1);
    }
  }

  /** Letters that reach out of the card that they stand on. */
  private static final String OUT =
      "return [...document.querySelectorAll('.holds > div')].flatMap(card => { const box ="
          + " card.getBoundingClientRect(), r = document.createRange(); r.selectNodeContents(card);"
          + " return [...r.getClientRects()].filter(text => text.width > 1 && (text.right >"
          + " box.right - 4 || text.left < box.left + 4)).map(text => card.textContent + ' ' +"
          + " Math.round(text.right - box.right)); })";

  @ParameterizedTest
  @ValueSource(ints = {360, 390, 600, 768, 900, 1024, 1440})
  void theCardsOfTheLibraryHoldTheirText(int width) {
    browser.view(width, 900, false);
    browser.open(many() + "/library.html");
    browser.seeTestId("library-holds");
    assertThat((List<?>) browser.script(OUT)).isEmpty();
  }

  /** They were behind twelve years, which a window of 768 pixels has no room for. */
  @ParameterizedTest
  @CsvSource({"360, 740", "768, 1024", "1024, 768"})
  void whoDoesNotMentionItIsToBeHadWithoutScrollingSideways(int width, int height) {
    browser.view(width, height, false);
    browser.open(many() + "/trend.html?q=普法&q=调解&q=法律明白人");
    browser.seeTestId("trend-row");
    for (String id : List.of("trend-silent", "trend-copy-silent")) {
      assertThat(browser.all("[data-testid='" + id + "']"))
          .hasSize(3)
          .allMatch(one -> one.getRect().getX() >= 0)
          .allMatch(one -> one.getRect().getX() + one.getRect().getWidth() <= width);
    }
    browser.script("document.querySelector('#trend-result .scroll').scrollLeft = 5000");
    assertThat(browser.seeTestId("trend-silent").getRect().getX()).isNotNegative();
    isAccessible("trend " + width);
    fitsItsWindow("trend " + width);
  }
}
