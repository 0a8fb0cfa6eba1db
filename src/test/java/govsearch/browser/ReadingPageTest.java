package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

class ReadingPageTest extends BrowserTest {

  @Test
  void landsOnTheParagraphOfTheHit() {
    openFirstHit("“法律明白人” town:枣河镇");
    WebElement paragraph = browser.see(".para--current");
    assertThat(paragraph.getText()).contains("法律明白人");
    assertThat(isInView(paragraph)).isTrue();
    assertThat(browser.address()).contains("/reports/").contains("#");
    assertThat(browser.seeTestId("meta").getText()).contains("枣河镇").contains("来自标题");
    assertThat(browser.all("[data-testid='outline-link']")).hasSizeGreaterThan(3);
  }

  @Test
  void walksFromHitToHitAndAround() {
    openFirstHit("“法律明白人” town:枣河镇");
    String first = browser.seeTestId("walk-count").getText();
    assertThat(first).matches("第 \\d+ / \\d+ 处");
    browser.seeTestId("walk-next").click();
    browser.until("the next hit", () -> !browser.seeTestId("walk-count").getText().equals(first));
    assertThat(isInView(browser.see("mark.now"))).isTrue();
    browser.seeTestId("walk-previous").click();
    browser.until("back again", () -> browser.seeTestId("walk-count").getText().equals(first));
  }

  @Test
  void walksOnIntoTheNextReportAndBackToTheEndOfTheFirst() {
    search("“法律明白人” county:临溪县", "&view=reports&by=town");
    browser.open(browser.see("[data-open]").getDomProperty("href"));
    String first = reportOf(browser.address());
    browser.seeTestId("walk-next");
    String places = browser.seeTestId("walk-count").getText().replaceAll(".*/ (\\d+) 处", "$1");
    for (int i = 0; i < Integer.parseInt(places); i++) {
      browser.seeTestId("walk-next").click();
    }
    browser.until("the next report", () -> !reportOf(browser.address()).equals(first));
    browser.until("at its first hit", () -> count().startsWith("第 1 /"));
    browser.seeTestId("walk-previous").click();
    browser.until("back in the first", () -> reportOf(browser.address()).equals(first));
    browser.until("at its end", () -> count().equals("第 " + places + " / " + places + " 处"));
  }

  @Test
  void whereThereIsNowhereToWalkToItIsSaid() {
    search("“人手还不够用”", "");
    browser.open(browser.seeTestId("hit-open").getDomProperty("href"));
    browser.until("its only hit", () -> count().equals("第 1 / 1 处"));
    browser.until(
        "nothing before or behind it",
        () -> browser.all(".walk .button[aria-disabled='true']").size() == 2);
    browser.seeTestId("walk-next").click();
    assertThat(count()).isEqualTo("第 1 / 1 处");
  }

  private String count() {
    return browser.all("[data-testid='walk-count']").stream()
        .map(WebElement::getText)
        .collect(Collectors.joining());
  }

  private static String reportOf(String address) {
    return address.replaceAll(".*/reports/([^?#]*).*", "$1");
  }

  @Test
  void theBarSaysWhoseReportItIsAndWhichOfTheListOneCameFrom() {
    search("“法律明白人” county:临溪县", "&sort=town");
    browser.seeTestId("hit");
    List<String> listed =
        browser.all("[data-testid='hit'] [data-testid='hit-open']").stream()
            .map(link -> reportOf(String.valueOf(link.getDomProperty("href"))))
            .distinct()
            .toList();
    browser.open(browser.seeTestId("hit-open").getDomProperty("href"));
    assertThat(place()).startsWith("第 1 / ").endsWith("份按乡镇名称");
    assertThat(browser.seeTestId("whose").getText()).matches("\\S+[镇乡] \\d{4} 年度");
    browser.seeTestId("report-next").click();
    browser.until("the second", () -> reportOf(browser.address()).equals(listed.get(1)));
    assertThat(place()).startsWith("第 2 / ");
    assertThat(browser.seeTestId("report-previous").getDomProperty("href")).contains(listed.get(0));
    assertThat(browser.all("[data-testid='report-previous'][title^='上一份：']")).hasSize(1);
  }

  private String place() {
    return browser.seeTestId("report-place").getText().replace("\n", "");
  }

  @Test
  void conditionsAloneAreNoPlacesThatAreNotFound() {
    String report = openItems();
    browser.open(report + "?q=town:外纲镇");
    browser.until("all of it", () -> count().equals("全文符合条件"));
    browser.open(report + "?q=section:问题");
    browser.until("its paragraphs", () -> count().equals("第 1 / 2 段"));
    browser.seeTestId("walk-next").click();
    browser.until("the next one", () -> count().equals("第 2 / 2 段"));
    assertThat(browser.see(".para--current").getText()).contains("人手还不够用");
  }

  @Test
  void aLinkToAParagraphThatIsGoneSaysSoAndOffersTheNearest() {
    String report = openItems();
    browser.open(report + "#aaaaaaaa~3");
    assertThat(browser.seeTestId("gone").getText()).contains("这一段已改动或移走", "第 3 段：（一）强化督查");
    browser.seeTestId("gone-nearest").click();
    browser.until("there", () -> browser.see(".para--current").getText().contains("强化督查"));
    assertThat(browser.all("[data-testid='gone']")).isEmpty();
    browser.open(report + "?q=通报#bbbbbbbb");
    browser.until("by the query", () -> browser.seeTestId("gone").getText().contains("按月通报"));
    isAccessible("a paragraph that is gone");
  }

  @Test
  void aCopiedLinkRemembersWhereItsParagraphStood() {
    browser.allowClipboard();
    browser.open(openItems());
    browser
        .see("[data-testid='paragraph']:nth-of-type(3) [data-testid='paragraph-number']")
        .click();
    browser.seeTestId("current-copy-link").click();
    browser.seeTestId("toast");
    assertThat(browser.pasted()).matches(".*/reports/[a-z2-7]+#[a-z2-7]{8}~3");
  }

  @Test
  void theParagraphThatIsReadIsPutAsideWhereTheOtherThingsAreDoneWithIt() {
    browser.open(openItems());
    browser
        .see("[data-testid='paragraph']:nth-of-type(3) [data-testid='paragraph-number']")
        .click();
    browser.see("[data-testid='current-paragraph'] [data-testid='excerpt']").click();
    assertThat(browser.seeTestId("toast").getText()).contains("已摘录");
    browser.until(
        "put aside",
        () ->
            browser
                .see("[data-testid='current-paragraph'] [data-testid='excerpt']")
                .getText()
                .equals("已摘录"));
    browser.see("[data-testid='current-paragraph'] [data-testid='excerpt']").click();
  }

  @Test
  void theOutlineSkipsNoItemTheLinesAreExplainedAndNobodyIsShownAHash() {
    browser.open(openItems());
    browser.seeTestId("outline-link");
    assertThat(browser.all("[data-testid='outline-link']").stream().map(WebElement::getText))
        .containsSubsequence("1.建好台账", "（1）建立台账12本", "（2）按月通报", "（3）年底评比3次", "二、存在问题");
    assertThat(browser.seeTestId("key").getText()).contains("章节").contains("成效").contains("问题");
    String meta = browser.seeTestId("meta").getText();
    assertThat(meta).doesNotContain("SHA-256");
    assertThat(meta.indexOf("省份")).isLessThan(meta.indexOf("城市"));
    assertThat(meta.indexOf("城市")).isLessThan(meta.indexOf("区县"));
    assertThat(meta.indexOf("区县")).isLessThan(meta.indexOf("乡镇"));
  }

  @Test
  void aPhoneLeadsToSimilarProblemsToo() {
    browser.view(390, 844, false);
    openFirstHit("“法律明白人” town:枣河镇");
    browser.see(".para--current [data-testid='paragraph-similar']").click();
    assertThat(browser.seeTestId("asked").getText()).contains("枣河镇");
  }

  private String openItems() {
    search("town:外纲镇", "");
    return String.valueOf(browser.seeTestId("hit-open").getDomProperty("href"))
        .replaceAll("[?#].*", "");
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1440})
  void theNameOfASectionPutsNoRoomBetweenAHeadingAndItsText(int width) {
    browser.view(width, 844, false);
    openFirstHit("“法律明白人” town:柳湾镇 year:2024");
    browser.see(".para--heading .para__section");
    Object apart =
        browser.script(
            "return [...document.querySelectorAll('.para:has(.para__section)')].filter(row => {"
                + " const text = row.querySelector('.text'); text.style.alignSelf = 'start';"
                + " return row.offsetHeight - text.offsetHeight > 3; }).length");
    assertThat(apart).isEqualTo(0L);
    isAccessible("sections " + width);
  }

  @Test
  void whatCanBeDoneWithTheLastParagraphStaysOnTheSheet() {
    browser.view(1024, 844, false);
    search("town:外纲镇 督查的人手", "");
    browser.open(browser.seeTestId("hit-open").getDomProperty("href"));
    browser.see(".para--current [data-testid='paragraph-similar']");
    Object below =
        browser.script(
            "return document.querySelector('.para--current"
                + " [data-testid=paragraph-similar]').getBoundingClientRect().bottom -"
                + " document.querySelector('.sheet').getBoundingClientRect().bottom");
    assertThat(((Number) below).doubleValue()).isNegative();
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 390, 768, 1024, 1440})
  void whatStandsBesideTheInformationDoesNotLieOnIt(int width) {
    browser.view(width, 844, false);
    openFirstHit("“法律明白人” town:柳湾镇 year:2024");
    browser.see(".meta__years a");
    Object over =
        browser.script(
            "const range = document.createRange();"
                + " range.selectNodeContents(document.querySelector('#about summary'));"
                + " const own = range.getBoundingClientRect();"
                + " return [...document.querySelectorAll('.meta__years a')]"
                + ".map(a => a.getBoundingClientRect())"
                + ".filter(b => b.left < own.right && own.left < b.right"
                + " && b.top < own.bottom && own.top < b.bottom).length");
    assertThat(over).isEqualTo(0L);
  }

  @Test
  void leadsToTheSameTownsReportsOfOtherYears() {
    openFirstHit("“法律明白人” town:柳湾镇 year:2025");
    WebElement before = browser.seeTestId("year-before");
    String year = before.getText().replaceAll("\\D", "");
    before.click();
    browser.until("that year's title", () -> browser.seeTestId("report").getText().contains(year));
    assertThat(browser.seeTestId("meta-year").getText()).contains(year);
    browser.seeTestId("year-after").click();
    browser.until("the later one", () -> browser.seeTestId("meta-year").getText().contains("2025"));
  }

  @Test
  void marksWhatIsFormula() {
    openFirstHit("“法律明白人” town:柳湾镇 year:2025");
    browser.see(".para--formula, .para--half-formula");
  }

  @Test
  void searchesInsideTheReportAndGoesBackToTheResults() {
    openFirstHit("“法律明白人” town:枣河镇");
    WebElement query = browser.seeTestId("query");
    query.sendKeys(Keys.chord(Keys.CONTROL, "a"), "合同", Keys.ENTER);
    browser.until("the new marks", () -> browser.see("mark[data-hit]").getText().equals("合同"));
    browser.seeTestId("back").click();
    browser.seeTestId("hit");
    assertThat(browser.address()).contains("q=");
  }

  @Test
  void offersTheSourceAndACitationOfTheParagraph() {
    browser.allowClipboard();
    openFirstHit("“法律明白人” town:枣河镇");
    assertThat(browser.seeTestId("source-download").getDomAttribute("href"))
        .endsWith("/source")
        .startsWith("/api/v1/reports/");
    browser.seeTestId("current-copy-citation").click();
    browser.seeTestId("toast");
    assertThat(browser.pasted()).contains("《枣河镇党委、政府2025年度法治建设工作情况报告（示例）》").contains("段");
  }

  @Test
  void whatIsSelectedOfAParagraphIsCitedAlone() {
    browser.allowClipboard();
    openFirstHit("“法律明白人” town:枣河镇");
    String whole = browser.see(".para--current .text").getText();
    String some = whole.substring(2, 12);
    browser.script(
        "const walker = document.createTreeWalker(document.querySelector('.para--current .text'),"
            + " NodeFilter.SHOW_TEXT); const range = document.createRange(); let at = 0; for (let"
            + " node = walker.nextNode(); node; at += node.length, node = walker.nextNode()) { for"
            + " (const [to, set] of [[arguments[0], 'setStart'], [arguments[1], 'setEnd']]) if (to"
            + " >= at && to <= at + node.length) range[set](node, to - at); }"
            + " getSelection().removeAllRanges(); getSelection().addRange(range);",
        2,
        12);
    browser.seeTestId("current-copy-citation").click();
    browser.until("what is selected", () -> browser.pasted().startsWith(some + "\n"));
    assertThat(browser.pasted()).contains("《枣河镇党委、政府2025年度法治建设工作情况报告（示例）》");
    assertThat(browser.seeTestId("toast").getText()).contains("选中的文字");
    browser.script("getSelection().removeAllRanges()");
    browser.seeTestId("current-copy-citation").click();
    browser.until("all of it", () -> browser.pasted().startsWith(whole));
  }

  @Test
  void aReportAndAParagraphAreCitedAsListsOfReferencesWantThem() {
    browser.allowClipboard();
    openFirstHit("“法律明白人” town:枣河镇");
    if (browser.all("#about[open]").isEmpty()) {
      browser.see("#about > summary").click();
    }
    browser.seeTestId("cite-report-gbt7714").click();
    browser.until("the whole report", () -> browser.pasted().contains("[R/OL]. ["));
    browser.seeTestId("cite-paragraph-brief").click();
    browser.until("the paragraph", () -> browser.pasted().contains("查阅"));
    assertThat(browser.pasted()).contains("段，").contains("本库没有对外的网址").doesNotContain("127.0.0.1");
    browser.script(
        "window.made = null; const make = URL.createObjectURL; URL.createObjectURL = blob => {"
            + " blob.text().then(text => { window.made = text; }); return make.call(URL, blob);"
            + " };");
    browser.seeTestId("cite-paragraph-ris").click();
    browser.until(
        "a file",
        () -> String.valueOf(browser.script("return window.made")).startsWith("TY  - RPRT"));
  }

  @Test
  void showsHostileTextAsText() {
    openFirstHit("敌意文本员");
    assertThat(browser.seeTestId("report").getText())
        .contains("<script>window.hacked=1</script>")
        .contains("<img src=x onerror=");
  }

  @Test
  void saysWhatToDoWhenAReportIsNotThere() {
    browser.open(origin() + "/reports/nosuchreport");
    assertThat(browser.seeTestId("error").getText()).isNotBlank();
    assertThat(browser.complaints()).allMatch(line -> line.contains("404"));
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
    openFirstHit("“法律明白人” town:枣河镇");
    browser.see(".para--current");
    browser.seeTestId("report-place");
    fitsItsWindow("report " + width);
    browser.screenshot("report-" + width + (dark ? "-dark" : ""));
    isAccessible("report " + width + (dark ? " dark" : ""));
  }

  private void openFirstHit(String q) {
    search(q, "");
    String address = browser.seeTestId("hit-open").getDomProperty("href");
    browser.open(address);
    browser.seeTestId("paragraph");
  }

  private boolean isInView(WebElement element) {
    return (Boolean)
        browser.script(
            "const r = arguments[0].getBoundingClientRect();"
                + "return r.top >= 0 && r.top < window.innerHeight;",
            element);
  }
}
