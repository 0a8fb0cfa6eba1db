package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

/** 乡镇: all that is held of one town. */
class TownPageTest extends BrowserTest {

  @Test
  void aTownsReportsProblemsAndFiguresLeadToTheirPlaces() {
    openTown();
    assertThat(browser.seeTestId("town-name").getText()).isEqualTo("柳湾镇");
    assertThat(browser.all("[data-testid='town-report'] th").stream().map(WebElement::getText))
        .containsExactly("2025", "2024", "2023");
    assertThat(browser.seeTestId("town-compare").getText()).matches("\\d+% 沿用自 2024");
    assertThat(browser.all("[data-testid='town-problem']")).isNotEmpty();
    assertThat(browser.all("[data-testid='town-measure']")).isNotEmpty();
    assertThat(browser.all("[data-testid='town-achievement']")).isNotEmpty();
    String figure = browser.seeTestId("town-figure").getText();
    browser.seeTestId("town-figure").click();
    assertThat(browser.see(".para--current").getText()).contains(figure);
    assertThat(browser.address()).contains("/reports/");
  }

  @Test
  void itsNeighboursAreOneStepAway() {
    openTown();
    browser.seeTestId("town-neighbour");
    assertThat(browser.all("[data-testid='town-neighbour'][aria-current='page']")).hasSize(1);
    browser.see("[data-testid='town-neighbour']:not([aria-current])").click();
    browser.until("another town", () -> !browser.seeTestId("town-name").getText().equals("柳湾镇"));
    browser.seeTestId("town-search").click();
    browser.seeTestId("hit");
    assertThat(browser.address()).contains("region=");
  }

  @Test
  void aTownThatIsNotThereIsSaid() {
    browser.open(origin() + "/towns/乌有县/无此镇");
    assertThat(browser.seeTestId("error").getText()).contains("没有收录", "”。");
    assertThat(browser.complaints()).allMatch(line -> line.contains("404"));
  }

  @Test
  void aYearThatIsDoubtfulIsMarkedWhereverItStands() {
    browser.open(origin() + "/towns/外纲镇");
    browser.seeTestId("town-report");
    assertThat(browser.see(".town__year summary").getText()).contains("2042", "年份可疑");
    browser.open(many() + "/towns/示例省/临溪县/错年镇");
    browser.seeTestId("town-report");
    assertThat(browser.see(".town__figures thead").getText()).contains("2042", "年份可疑");
  }

  @ParameterizedTest
  @CsvSource({
    "1440, 900, false",
    "1440, 900, true",
    "1024, 768, false",
    "2560, 1440, true",
    "390, 844, false",
    "390, 844, true"
  })
  void looksRightAndIsAccessible(int width, int height, boolean dark) {
    browser.view(width, height, dark);
    browser.open(origin() + "/towns/临溪县/柳湾镇");
    browser.seeTestId("town-neighbour");
    String name = "town-" + width + (dark ? "-dark" : "");
    browser.screenshot(name);
    isAccessible(name);
    fitsItsWindow(name);
  }

  private void openTown() {
    search("“法律明白人” town:柳湾镇 year:2025", "");
    browser.open(browser.seeTestId("hit-open").getDomProperty("href"));
    browser.see("[data-testid='whose'] a").click();
    browser.seeTestId("town-report");
  }
}
