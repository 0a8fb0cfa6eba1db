package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

class ComparePageTest extends BrowserTest {

  @Test
  void comparesAReportWithThatOfTheYearBefore() {
    openComparison();
    assertThat(browser.seeTestId("side-a").getText()).contains("柳湾镇 2024 年度");
    assertThat(browser.seeTestId("side-b").getText()).contains("柳湾镇 2025 年度");
    String verdict = browser.seeTestId("verdict").getText();
    assertThat(verdict).containsPattern("\\d+%");
    assertThat(browser.all("[data-testid='piece-changed'] ins")).isNotEmpty();
    browser.seeTestId("only-new").click();
    browser.until("only what is new", () -> browser.all("[data-testid='piece-changed']").isEmpty());
    int added = browser.all("[data-testid='piece-only-b']").size();
    assertThat(verdict).contains("新增 " + added + " 句");
    browser.reload();
    browser.seeTestId("piece-only-b");
    assertThat(browser.all("[data-testid='piece-only-b']")).hasSize(added);
    browser.seeTestId("swap").click();
    browser.until(
        "the other way round", () -> browser.seeTestId("side-a").getText().contains("2025"));
    browser.until(
        "what is new is what was dropped",
        () -> !browser.seeTestId("verdict").getText().equals(verdict));
  }

  @Test
  void twoTownsAreChosenFromAnyPage() {
    browser.open(origin() + "/help.html");
    goTo("compare");
    browser.seeTestId("pick-a").sendKeys("柳湾");
    browser.seeTestId("pick-town").click();
    browser.see("[data-testid='side-a'] [data-testid='pick-year']").click();
    browser.until("the left", () -> browser.seeTestId("side-a").getText().contains("柳湾镇 "));
    browser.seeTestId("pick-neighbour").click();
    browser.see("[data-testid='side-b'] [data-testid='pick-year']").click();
    browser.seeTestId("verdict");
    isAccessible("two towns");
    browser.seeTestId("change-b").click();
    browser.seeTestId("pick-b").sendKeys("枣河镇");
    browser.see("[data-testid='side-b'] [data-testid='pick-year']").click();
    browser.until("another", () -> browser.seeTestId("side-b").getText().contains("枣河镇 "));
    browser.seeTestId("verdict");
  }

  @Test
  void whatOnlyOneSaysStandsBesideWhatOnlyTheOtherSays() {
    openComparison();
    WebElement left = browser.see(".alone:has(del, [data-testid='piece-only-a']) li");
    WebElement run = left.findElement(By.xpath("ancestor::div[1]"));
    int top = left.getLocation().getY();
    for (WebElement right : run.findElements(By.cssSelector("ul:nth-child(2) li:first-child"))) {
      assertThat(right.getLocation().getY()).isEqualTo(top);
    }
  }

  @Test
  void openingsThatSayTheSameInOtherWordsArePaired() throws Exception {
    String more = "\n一、主要做法\n夜谈会开到了船上。\n";
    try (Uploaded uploaded = new Uploaded(origin())) {
      String one = uploaded.put("甲.txt", "云岫镇2023年法治政府建设情况报告\n现报告如下。" + more);
      String two = uploaded.put("乙.txt", "云岫镇2024年法治政府建设情况报告\n现将有关情况报告如下。" + more);
      browser.open(origin() + "/compare.html?a=" + one + "&b=" + two);
      browser.seeTestId("piece-changed");
      assertThat(browser.all("[data-testid='piece-changed']"))
          .anySatisfy(pair -> assertThat(pair.getText()).contains("现报告如下", "现将有关情况报告如下"));
      assertThat(browser.all("[data-testid='piece-only-a'], [data-testid='piece-only-b']"))
          .isEmpty();
    }
  }

  @Test
  void aSentenceLeadsToItsParagraph() {
    openComparison();
    String sentence = browser.seeTestId("piece-only-b").findElement(By.tagName("a")).getText();
    browser.seeTestId("piece-only-b").findElement(By.tagName("a")).click();
    assertThat(browser.see(".para--current").getText()).contains(sentence);
  }

  @Test
  void saysHowToChooseWhereThereIsNothingToCompare() {
    browser.open(origin() + "/compare.html");
    assertThat(browser.seeTestId("compare-none").getText()).contains("各选一个乡镇");
    // On a phone neither stands left or right.
    assertThat(browser.see("main").getText()).contains("第一份", "第二份").doesNotContain("左边", "右边");
    browser.open(origin() + "/compare.html?a=nosuchreport&b=nosuchreport");
    browser.seeTestId("error");
    assertThat(browser.complaints()).allMatch(line -> line.contains("404"));
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, false", "1024, 768, true", "2560, 1440, false", "390, 844, true"})
  void looksRightAndIsAccessible(int width, int height, boolean dark) {
    browser.view(width, height, dark);
    openComparison();
    browser.screenshot("compare-" + width + (dark ? "-dark" : ""));
    isAccessible("compare " + width);
    fitsItsWindow("compare " + width);
  }

  private void openComparison() {
    search("“法律明白人” town:柳湾镇 year:2025", "");
    browser.open(browser.seeTestId("hit-open").getDomProperty("href"));
    browser.open(browser.seeTestId("compare").getDomProperty("href"));
    browser.seeTestId("verdict");
  }
}
