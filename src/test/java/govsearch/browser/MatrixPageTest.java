package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** 考核清单: a checklist against the towns of a county, as an inspector goes about it. */
class MatrixPageTest extends BrowserTest {

  private static final String ASKED =
      "/matrix.html?region=" + "临溪县" + "&year=2024&deadline=2025-01-31";

  @BeforeEach
  void noListOfTheTestBefore() {
    browser.open(origin() + "/help.html");
    browser.script("localStorage.removeItem('govsearch:checklist')");
  }

  private void openList() {
    browser.seeTestId("checklist-open").click();
    browser.seeTestId("item");
  }

  @Test
  void anInspectorChoosesACountyAndAYearAndIsLedToWhatIsSaid() {
    browser.open(origin() + "/matrix.html");
    browser.until(
        "the regions", () -> browser.all("[data-testid='region'] option[value='临溪县']").size() == 1);
    browser.seeTestId("region").sendKeys("临溪县");
    browser.seeTestId("year").sendKeys("2024");
    browser.seeTestId("submit").click();
    browser.seeTestId("matrix");
    assertThat(browser.address()).contains("region=").contains("year=2024");
    assertThat(number(browser.seeTestId("matrix-summary").getText())).isGreaterThan(1);
    WebElement said = browser.seeTestId("cell-said");
    assertThat(said.getAccessibleName().replaceAll("\\s++", ""))
        .matches(".+：提及“.+”[\\d,]+段(，套话\\d+%)?");
    said.click();
    browser.until("the report", () -> browser.address().contains("/reports/"));
    browser.see(".hit, mark");
    assertThat(browser.address()).contains("year=2024").contains("#");
  }

  private String lastColumn() {
    List<WebElement> columns = browser.all("[data-testid='matrix'] thead th");
    return columns.isEmpty() ? "" : columns.getLast().getText();
  }

  @Test
  void theListIsChangedKeptAndGoesOutAndInAsCsv() {
    browser.open(origin() + ASKED);
    browser.seeTestId("matrix");
    openList();
    int items = browser.all("[data-testid='item']").size();
    browser.seeTestId("item-add").click();
    browser.until("a row more", () -> browser.all("[data-testid='item']").size() == items + 1);
    List<WebElement> names = browser.all("[data-testid='item-name']");
    List<WebElement> queries = browser.all("[data-testid='item-query']");
    names.getLast().sendKeys("绝无此项" + Keys.TAB);
    queries.getLast().sendKeys("“绝无此语”" + Keys.TAB);
    browser.seeTestId("submit").click();
    browser.until("its column", () -> lastColumn().equals("绝无此项"));
    assertThat(browser.all("[data-testid='matrix'] tfoot tr:first-child td").getLast().getText())
        .isEqualTo("0");
    browser.open(origin() + ASKED);
    browser.until("the kept list", () -> lastColumn().equals("绝无此项"));
    Object round =
        browser.script(
            "return import('/js/checklist-store.js').then(({fromCsv, toCsv}) => { const list ="
                + " [{name: '甲,\"乙\"', query: '“普法” OR \"a, b\"'}, {name: '丙', query: '丁'}]; return"
                + " JSON.stringify(fromCsv(toCsv(list))) === JSON.stringify(list); })");
    assertThat(round).isEqualTo(true);
  }

  @Test
  void theMatrixIsHandedRoundAsAWorkbook() {
    browser.open(origin() + ASKED);
    browser.seeTestId("matrix");
    browser.script(
        "window.made = null; const make = URL.createObjectURL; URL.createObjectURL = blob => {"
            + " window.made = blob; return make.call(URL, blob); };");
    browser.seeTestId("matrix-export").click();
    browser.seeTestId("matrix-xlsx").click();
    browser.until(
        "a workbook", () -> Boolean.TRUE.equals(browser.script("return window.made?.size > 2000")));
    assertThat(browser.seeTestId("dates").getText()).contains("按期", "日期未注明");
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, false", "1024, 768, true", "390, 844, true"})
  void looksRightAndIsAccessible(int width, int height, boolean dark) {
    browser.view(width, height, dark);
    browser.open(origin() + ASKED);
    browser.seeTestId("matrix");
    String name = "matrix-" + width + (dark ? "-dark" : "");
    browser.screenshot(name);
    openList();
    browser.screenshot(name + "-list");
    isAccessible(name);
    fitsItsWindow(name);
  }
}
