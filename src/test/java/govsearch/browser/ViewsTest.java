package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The tabs of one search: by report, lines, figures. */
class ViewsTest extends BrowserTest {

  private static final String PHRASE = "“法律明白人”";

  @Test
  void oneSearchIsTurnedFromViewToViewAndBackInItsAddress() {
    search(PHRASE, "");
    browser.seeTestId("hit");
    String summary = browser.seeTestId("summary").getText();
    browser.seeTestId("tab-reports").click();
    browser.seeTestId("matching-report");
    assertThat(browser.address()).contains("view=reports");
    browser.seeTestId("tab-lines").click();
    browser.seeTestId("line");
    assertThat(browser.seeTestId("summary").getText())
        .as("the search is not run again")
        .isEqualTo(summary);
    browser.back();
    browser.seeTestId("matching-report");
    browser.reload();
    browser.seeTestId("matching-report");
    browser.seeTestId("tab-paragraphs").click();
    browser.seeTestId("hit");
    assertThat(browser.address()).doesNotContain("view=");
  }

  @Test
  void theReportsAddUpToTheParagraphsAndOpenAtTheOneShown() {
    search(PHRASE, "&view=reports");
    browser.seeTestId("matching-report");
    int paragraphs =
        browser.all("[data-testid='matching-report'] .hit__count").stream()
            .mapToInt(each -> Integer.parseInt(each.getText().replaceAll(" 段.*", "").strip()))
            .sum();
    assertThat(paragraphs()).isEqualTo(paragraphs);
    String shown = browser.see("[data-testid='matching-report'] mark").getText();
    browser.see("[data-testid='matching-report'] h3 a").click();
    assertThat(browser.see(".para--current mark").getText()).isEqualTo(shown);
    browser.seeTestId("back").click();
    browser.seeTestId("matching-report");
  }

  @Test
  void aReportIsShownByWhatItSaysAndNotByAHeading() {
    searchMany("普法", "&view=reports");
    browser.seeTestId("matching-report");
    assertThat(texts("[data-testid='matching-report'] .hit__text"))
        .hasSizeGreaterThan(5)
        .noneMatch(text -> text.matches("(?s)\\S+\\s+(?:[一二三四五]+、|[（(][一二三四五]+[）)])[^。，；]{0,20}"));
  }

  @Test
  void linesAreAlignedOnTheMatchAndOrderedByWhatTheirColumnSays() {
    search(PHRASE, "&view=lines");
    browser.seeTestId("line");
    List<WebElement> marks = browser.all("[data-testid='line'] mark");
    assertThat(marks).hasSizeGreaterThan(5);
    assertThat(marks.stream().map(mark -> mark.getLocation().getX()).collect(Collectors.toSet()))
        .hasSize(1);
    browser.seeTestId("line-order-town").click();
    browser.until("the address says so", () -> browser.address().contains("by=town"));
    browser.until(
        "the column says so", () -> !browser.all("th.kwic__town[aria-sort='ascending']").isEmpty());
    browser.until("lines by town", () -> isSorted(texts(".kwic__town")));
    browser.seeTestId("follow").findElement(By.tagName("summary")).click();
    assertThat(browser.seeTestId("follow-group").getText()).isNotBlank();
    isAccessible("lines");
  }

  @Test
  void whatFollowsEndsInDotsWhereItIsCut() {
    browser.view(390, 844, false);
    search(PHRASE, "&view=lines");
    browser.seeTestId("line");
    assertThat(browser.see(".kwic__right > div").getCssValue("text-overflow"))
        .isEqualTo("ellipsis");
    Object cut =
        browser.script(
            "return [...document.querySelectorAll('.kwic__right > div')].filter(div =>"
                + " div.scrollWidth > div.clientWidth).length");
    assertThat((Long) cut).isPositive();
  }

  @Test
  void aFigureLeadsToItsParagraphAndTheTableIsOrdered() {
    search(PHRASE, "&view=figures");
    browser.seeTestId("figure-row");
    browser.see("gov-chart[data-drawn]");
    browser.seeTestId("figure-order-most").click();
    browser.until("the address says so", () -> browser.address().contains("by=most"));
    browser.until(
        "largest first",
        () -> {
          List<Integer> values =
              texts("[data-testid='figure-link']").stream()
                  .map(text -> -Integer.parseInt(text.replaceAll("[,，]|—.*|（.*", "")))
                  .toList();
          return isSorted(values) && values.size() > 5;
        });
    String value = browser.seeTestId("figure-link").getText();
    browser.seeTestId("figure-link").click();
    assertThat(browser.see(".para--current").getText()).contains(value).contains("法律明白人");
  }

  @Test
  void tellsWhoSaysItAndWhoDoesNotTownByTown() {
    search(PHRASE, "&view=spread");
    browser.seeTestId("matrix-row");
    int[] towns =
        Arrays.stream(browser.seeTestId("view-note").getText().split("\\D+"))
            .filter(number -> !number.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    assertThat(browser.all("[data-testid='matrix-row']")).hasSize(Math.min(50, towns[0]));
    browser.seeTestId("only-silent").click();
    browser.until(
        "only those who do not",
        () -> browser.all("[data-testid='matrix-row']").size() == towns[2]);
    assertThat(browser.all("[data-testid='cell-said']")).isEmpty();
    assertThat(browser.address()).contains("by=silent");
    browser.back();
    browser.seeTestId("cell-said").click();
    assertThat(browser.see(".para--current").getText()).contains("法律明白人");
  }

  @Test
  void goesDownFromRegionToRegionAndToItsParagraphs() {
    search(PHRASE, "&view=spread");
    browser.seeTestId("spread-open").click();
    assertThat(browser.seeTestId("spread-way").getText()).contains("全部地区");
    WebElement row = browser.seeTestId("spread-row");
    String town = row.findElement(By.tagName("th")).getText();
    row.findElement(By.linkText("段落")).click();
    browser.seeTestId("hit");
    assertThat(browser.seeTestId("hit-title").getText()).contains(town);
  }

  @Test
  void aBarOfTheTrendLeadsToItsYearAndATownsNameToItsPage() {
    search(PHRASE, "&view=spread");
    browser.see("gov-chart[data-drawn]");
    browser.script("document.querySelector('gov-chart').chart.click({dataIndex: 1})");
    browser.seeTestId("hit");
    assertThat(browser.address()).contains("year=2022").doesNotContain("view=");
    browser.seeTestId("hit-town").click();
    assertThat(browser.seeTestId("town-name").getText()).isNotBlank();
    browser.back();
    browser.seeTestId("tab-spread").click();
    browser.see("[data-testid='matrix'] [data-testid='town-link']").click();
    assertThat(browser.seeTestId("town-name").getText()).isNotBlank();
  }

  @Test
  void aLoosenedSearchIsShownAndExportedAsItWasAnswered() {
    search("网格员 锦旗 月球", "&view=lines");
    assertThat(browser.seeTestId("query-notes").getText()).contains("以下含其中主要的词");
    browser.seeTestId("line");
    browser.seeTestId("export").click();
    assertThat(browser.seeTestId("export-concordance-csv").getDomProperty("href"))
        .contains("mode=most");
  }

  @Test
  void wordsThatGoWithAPhraseLeadToTheirLinesAndThoseOfAYearStandApart() {
    search("“执法”", "&view=words");
    String word = browser.seeTestId("word-lines").getText();
    assertThat(browser.seeTestId("view-note").getText()).contains("套话").contains("份报告");
    browser.seeTestId("word-lines").click();
    browser.seeTestId("line");
    assertThat(browser.address()).contains("view=lines");
    assertThat(browser.see("main").getText()).contains(word);
    search("", "&view=words&section=problems&by=section");
    browser.seeTestId("word-row");
    assertThat(browser.seeTestId("view-note").getText()).contains("章节不同的");
    search("", "&view=words&section=problems&by=year");
    assertThat(browser.seeTestId("view-note").getText()).contains("请先筛选");
  }

  @Test
  void aRowOfWordsIsALineOnAPhone() {
    browser.view(360, 844, false);
    search("“执法”", "&view=words");
    assertThat(browser.seeTestId("word-row").getSize().getHeight()).isLessThan(60);
    fitsItsWindow("words 360");
  }

  @Test
  void wordsThatNoRoomWasLeftForAreToldOf() {
    search("“执法”", "");
    browser.script(
        "const real = window.fetch; window.fetch = async (...asked) => {"
            + " const answer = await real(...asked);"
            + " if (!String(asked[0]?.url ?? asked[0]).includes('collocates')) return answer;"
            + " const words = await answer.json(); words.looked.complete = false;"
            + " return new Response(JSON.stringify(words), {status: 200,"
            + " headers: {'Content-Type': 'application/json'}}); };");
    browser.seeTestId("tab-words").click();
    assertThat(browser.seeTestId("words-missing").getText()).contains("没有计入");
    isAccessible("words are missing");
    search("“执法”", "&view=words");
    browser.seeTestId("word-row");
    assertThat(browser.all("[data-testid='words-missing']")).isEmpty();
  }

  @Test
  void figuresOfOtherNamesAreShownWhenAskedForAndSoSaidInTheAddress() {
    search("网格员", "&view=figures");
    browser.seeTestId("figure-alike").click();
    browser.until("the names are told", () -> browser.see("main").getText().contains("网格长"));
    assertThat(browser.address()).contains("alike=true");
    browser.reload();
    browser.until("the names stay", () -> browser.see("main").getText().contains("网格长"));
    browser.back();
    browser.until("and go", () -> !browser.see("main").getText().contains("也找了"));
  }

  @ParameterizedTest
  @CsvSource({"reports, .hit__text", "lines, .kwic__right", "figures, .figures__text"})
  void hostileTextStaysText(String view, String css) {
    search("敌意文本员", "&view=" + view);
    browser.see("[data-item]");
    assertThat(browser.see("[data-item] " + css).getText()).contains("<b>");
  }

  @Test
  void saysWhyThereIsNothingToShow() {
    search("year:2025", "&view=figures");
    assertThat(browser.seeTestId("view-note").getText()).contains("请加上词或短语");
    search("“绝无此语”", "&view=lines");
    browser.seeTestId("empty");
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, false", "1440, 900, true", "390, 844, false", "390, 844, true"})
  void looksRightAndIsAccessible(int width, int height, boolean dark) {
    browser.view(width, height, dark);
    for (String view : List.of("reports", "lines", "spread", "figures", "words")) {
      search(view.equals("words") ? "“执法”" : PHRASE, "&view=" + view);
      browser.see("[data-item], [data-testid='matrix-row']");
      if (view.equals("figures") || view.equals("spread")) {
        browser.see("gov-chart[data-drawn]");
      }
      String name = view + "-" + width + (dark ? "-dark" : "");
      browser.screenshot(name);
      isAccessible(name);
      fitsItsWindow(name);
    }
  }

  private List<String> texts(String css) {
    return browser.all("[data-item] " + css + ", [data-item]" + css).stream()
        .map(WebElement::getText)
        .toList();
  }

  private static <T extends Comparable<T>> boolean isSorted(List<T> list) {
    return list.equals(list.stream().sorted().toList());
  }
}
