package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The filters beside the results. */
class FacetsTest extends BrowserTest {

  @Test
  void aSpanOfYearsIsDraggedAndTakenBack() {
    search("普法", "");
    List<WebElement> years = years();
    assertThat(years).hasSizeGreaterThan(3);
    new Actions(browser.driver()).dragAndDrop(years.get(1), years.get(3)).perform();
    String wanted =
        years.subList(1, 4).stream()
            .map(year -> "&year=" + year.getDomAttribute("data-year"))
            .reduce("", String::concat);
    browser.until("the span is filtered by", () -> decoded().endsWith("q=普法" + wanted));
    browser.until("its bars are marked", () -> pressed() == 3);
    new Actions(browser.driver()).dragAndDrop(years().get(3), years().get(1)).perform();
    browser.until("the same again takes it back", () -> !decoded().contains("year="));
  }

  @Test
  void yearsAreChosenByKeysAlone() {
    search("普法", "");
    WebElement first = years().getFirst();
    String year = first.getDomAttribute("data-year");
    first.sendKeys(Keys.ENTER);
    browser.until("one year", () -> decoded().endsWith("q=普法&year=" + year));
    browser.until("its bar is marked", () -> pressed() == 1);
    browser.driver().switchTo().activeElement().sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
    browser.until("two years", () -> pressed() == 2);
    assertThat(decoded()).contains("&year=" + years().get(1).getDomAttribute("data-year"));
  }

  @Test
  void aRegionOpensDownToItsTowns() {
    search("普法", "");
    WebElement row = browser.see("[data-testid='facet-region'] [data-value='临溪县']");
    row.findElement(By.cssSelector("[data-testid='facet-branch']")).click();
    WebElement town = browser.see("[data-testid='facet-region'] [data-value='临溪县/柳湾镇']");
    String count = town.findElement(By.cssSelector(".facet-row__count")).getText();
    town.findElement(By.tagName("input")).click();
    browser.until("the town", () -> decoded().contains("region=临溪县/柳湾镇"));
    browser.until("its count", () -> paragraphs() == Integer.parseInt(count));
  }

  @Test
  void aLongFacetIsSearchedInTraditionalCharactersToo() {
    search("普法", "");
    browser.see("[data-testid='facet-region'] [data-testid='facet-within']").sendKeys("柳灣");
    browser.until("the town of that name", () -> regions().equals(List.of("临溪县/柳湾镇")));
  }

  @Test
  void aValueIsExcludedAndSaysSo() {
    search("普法", "");
    WebElement row = browser.see("[data-testid='facet-section'] [data-value='plans']");
    new Actions(browser.driver()).moveToElement(row).perform();
    row.findElement(By.cssSelector("[data-testid='facet-exclude']")).click();
    browser.until("the address says so", () -> decoded().contains("section=-plans"));
    assertThat(browser.seeTestId("chip").getText()).contains("排除");
    browser.until(
        "no plans",
        () ->
            browser.all("[data-testid='hit-section']").stream()
                .noneMatch(tag -> tag.getText().equals("计划")));
  }

  private List<WebElement> years() {
    browser.seeTestId("year");
    return browser.all("[data-testid='year']");
  }

  private long pressed() {
    return browser.all("[data-testid='year'][aria-pressed='true']").size();
  }

  private List<String> regions() {
    return browser.all("[data-testid='facet-region'] [data-testid='facet-row']").stream()
        .map(row -> row.getDomAttribute("data-value"))
        .toList();
  }

  private String decoded() {
    return URLDecoder.decode(browser.address(), StandardCharsets.UTF_8);
  }
}
