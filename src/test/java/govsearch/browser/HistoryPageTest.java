package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** 检索记录: the last searches, in the browser only. */
class HistoryPageTest extends BrowserTest {

  @BeforeEach
  void nothingYet() {
    browser.open(origin() + "/history.html");
    browser.script("localStorage.clear()");
    browser.reload();
    browser.seeTestId("history-none");
  }

  @Test
  void theLastSearchesAreListedOnceAndCanBeForgotten() {
    search("普法", "");
    search("调解", "&year=2024");
    search("普法", "");
    goTo("history");
    browser.seeTestId("visit");
    assertThat(browser.all("[data-testid='visit'] a").stream().map(WebElement::getText))
        .containsExactly("普法", "调解");
    assertThat(browser.all("[data-testid='visit']").getLast().getText()).contains("年度：2024", " 段");
    isAccessible("history");
    fitsItsWindow("history");
    browser.screenshot("history-1440");
    browser.seeTestId("visit-forget").click();
    browser.until("one left", () -> browser.all("[data-testid='visit']").size() == 1);
    browser.see("[data-testid='visit'] a").click();
    browser.seeTestId("hit");
    assertThat(browser.address()).contains("year=2024");
    goTo("history");
    browser.seeTestId("history-clear").click();
    browser.seeTestId("history-none");
    assertThat(browser.script("return localStorage.getItem('govsearch:history')")).isNull();
  }

  @Test
  void theFirstPageLeadsOnWithTheLastSearches() {
    browser.open(origin() + "/");
    browser.seeTestId("start-total");
    assertThat(browser.all("[data-testid='recent']")).isEmpty();
    search("普法", "&year=2024");
    search("“法律明白人”", "");
    browser.open(origin() + "/");
    assertThat(browser.seeTestId("recent").getText())
        .containsSubsequence("最近检索", "“法律明白人”", "普法", "年度：2024；", "全部记录");
    isAccessible("recent searches");
    browser.all("[data-testid='recent-search']").getLast().click();
    browser.seeTestId("hit");
    assertThat(browser.address()).contains("year=2024");
  }

  @Test
  void whoDoesNotSayItIsToldFromWhoDoes() {
    search("普法", "&view=spread");
    browser.seeTestId("matrix-row");
    search("普法", "&view=spread&by=silent");
    browser.seeTestId("only-silent");
    goTo("history");
    browser.seeTestId("visit");
    assertThat(browser.all("[data-testid='visit']").stream().map(WebElement::getText))
        .anyMatch(text -> text.contains("分布（谁没提）"))
        .anyMatch(text -> text.matches("(?s).*分布\\s+[\\d,]+ 段.*"));
  }

  @Test
  void noMoreThanFiftyAreKept() {
    browser.script(
        "localStorage.setItem('govsearch:history', JSON.stringify(Array.from({length: 50}, (_, i)"
            + " => ({url: '/?q=' + i, count: i, time: 1}))))");
    search("普法", "");
    browser.open(origin() + "/history.html");
    browser.seeTestId("visit");
    assertThat(browser.all("[data-testid='visit']")).hasSize(50);
    assertThat(browser.see("[data-testid='visit'] a").getText()).isEqualTo("普法");
  }
}
