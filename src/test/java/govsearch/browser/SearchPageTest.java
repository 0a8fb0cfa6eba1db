package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.text.Literal;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

class SearchPageTest extends BrowserTest {

  @Test
  void findsAPhraseFromTheStartAndMarksItAsOneSpan() {
    browser.open(origin() + "/");
    browser.seeTestId("start-total");
    browser.seeTestId("query").sendKeys("“法律明白人”", Keys.ENTER);
    browser.seeTestId("hit");
    assertThat(browser.seeTestId("summary").getText()).contains("逐字包含");
    for (WebElement mark : browser.all("[data-testid='hit'] mark")) {
      // Clipped hits hide part of their text; textContent is what is there.
      assertThat(Literal.literal(String.valueOf(mark.getDomProperty("textContent"))))
          .isEqualTo("法律明白人");
    }
    assertThat(decoded()).contains("q=“法律明白人”");
  }

  @Test
  void keepsItsStateInTheAddressThroughFiltersBackAndReload() {
    search("调解", "");
    String all = browser.seeTestId("summary").getText();
    browser.see("[data-testid='facet-town'] [data-testid='facet-all']").click(); // six are shown
    WebElement row = browser.see("[data-testid='facet-town'] [data-value='柳湾镇'] input");
    row.click();
    browser.until("fewer hits", () -> !browser.seeTestId("summary").getText().equals(all));
    String filtered = withoutTime(browser.seeTestId("summary").getText());
    assertThat(decoded()).contains("town=柳湾镇");
    browser
        .all("[data-testid='hit-title']")
        .forEach(title -> assertThat(title.getText()).contains("柳湾镇"));
    browser.reload();
    browser.seeTestId("hit");
    assertThat(withoutTime(browser.seeTestId("summary").getText())).isEqualTo(filtered);
    browser.back();
    browser.until(
        "all hits again",
        () -> withoutTime(browser.seeTestId("summary").getText()).equals(withoutTime(all)));
    assertThat(decoded()).doesNotContain("town=");
  }

  @Test
  void copiesACitationThatLeadsBackToTheParagraph() {
    browser.allowClipboard();
    search("“法律明白人” year:2025 town:柳湾镇", "");
    browser.seeTestId("hit-copy-citation").click();
    browser.seeTestId("toast");
    String pasted = browser.pasted();
    assertThat(pasted)
        .contains("法律明白人")
        .contains("临溪县柳湾镇：《临溪县柳湾镇2025年法治政府建设情况报告（示例）》（2025年）")
        .contains(origin() + "/reports/");
    browser.open(pasted.substring(pasted.indexOf(origin())).strip());
    assertThat(browser.see(".para--current").getText()).contains("法律明白人");
  }

  @Test
  void saysWhatToDoWhenNothingIsFoundOrTheQueryIsRefused() {
    search("“绝无此语”", "&town=柳湾镇");
    assertThat(browser.seeTestId("empty").getText()).isNotBlank();
    assertThat(browser.all("[data-testid='empty-try']")).isNotEmpty();
    search("“绝无此语”", "&town=柳湾镇&section=problems");
    browser.seeTestId("chips-clear");
    assertThat(browser.seeTestId("empty").getText()).as("is not said twice").doesNotContain("清除");
    browser.open(origin() + "/?q=" + "长".repeat(700) + "短".repeat(400));
    assertThat(browser.seeTestId("error").getText()).contains("1000");
    // A refused request is told in the console by the browser itself.
    assertThat(browser.complaints()).allMatch(line -> line.contains("400"));
  }

  @Test
  void completesPinyinAndSearchesForWhatIsChosen() {
    browser.open(origin() + "/");
    browser.seeTestId("start-total");
    WebElement box = browser.seeTestId("query");
    box.sendKeys("flmbr");
    browser.until(
        "the phrase is offered",
        () ->
            browser.all("[data-testid='suggestion']").stream()
                .anyMatch(option -> option.getText().contains("法律明白人")));
    isAccessible("suggestions");
    browser.screenshot("suggestions-1440");
    List<String> offered =
        browser.all("[data-testid='suggestion']").stream().map(WebElement::getText).toList();
    for (int down = 0; down <= offered.indexOf(first(offered, "法律明白人")); down++) {
      box.sendKeys(Keys.ARROW_DOWN);
    }
    box.sendKeys(Keys.ENTER);
    browser.seeTestId("hit");
    assertThat(decoded()).contains("q=“法律明白人”");
    assertThat(browser.all("[data-testid='suggestion']")).isEmpty();
  }

  @Test
  void escapeClosesTheSuggestionsAndKeepsWhatWasTyped() {
    browser.open(origin() + "/");
    browser.seeTestId("start-total");
    WebElement box = browser.seeTestId("query");
    box.sendKeys("普法");
    browser.seeTestId("suggestion");
    box.sendKeys(Keys.ARROW_DOWN, Keys.ESCAPE);
    assertThat(browser.all("[data-testid='suggestion']")).isEmpty();
    assertThat(box.getDomProperty("value")).isEqualTo("普法");
    assertThat(browser.driver().switchTo().activeElement()).isEqualTo(box);
  }

  @Test
  void offersWhatWasMeantWithTheNumberOfItsHits() {
    search("“法律明拍人”", "");
    WebElement meant = browser.seeTestId("instead");
    String offered = meant.findElement(By.xpath("..")).getText();
    assertThat(offered).contains("法律明白人");
    meant.click();
    browser.seeTestId("hit");
    String count = offered.replaceAll("\\D", "");
    assertThat(paragraphs()).isEqualTo(Integer.parseInt(count));
  }

  @Test
  void saysInWhichOtherWordsAHitSaysIt() {
    search("法律人才匮乏", "&mode=loose");
    assertThat(browser.seeTestId("concepts").getText()).isEqualTo("同义说法：懂法律……干部……不到（法律专业力量不足）");
    isAccessible("other-words");
    browser.screenshot("other-words-1440");
  }

  @Test
  void offersToLoosenTheOneFilterThatLeavesNothing() {
    search("“法律明白人”", "&year=1999&year=-2024");
    WebElement loosened = browser.seeTestId("instead");
    assertThat(loosened.getText()).contains("年度").contains("1999").doesNotContain("2024");
    String count = loosened.findElement(By.xpath("../span")).getText().replaceAll("\\D", "");
    loosened.click();
    browser.seeTestId("hit");
    assertThat(decoded()).doesNotContain("year=1999").contains("year=-2024");
    assertThat(paragraphs()).isEqualTo(Integer.parseInt(count));
  }

  @Test
  void exportsTheWholeSearchThatIsShown() throws Exception {
    search("“法律明白人”", "&year=2025");
    browser.seeTestId("export").click();
    isAccessible("export");
    String address = browser.seeTestId("export-search-csv").getDomProperty("href");
    HttpResponse<String> file =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(String.valueOf(address))).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(browser.seeTestId("export-note").getText()).contains("全部 " + paragraphs() + " 段");
    assertThat(file.body().strip().split("\r\n")).hasSize(paragraphs() + 1);
  }

  @Test
  void tellsHowManyMoreThereWouldBeWithoutAPart() {
    search("普法 锦旗", "&year=2025");
    int with = paragraphs();
    WebElement chip = browser.seeTestId("chip");
    new Actions(browser.driver()).moveToElement(chip).perform();
    String said = browser.seeTestId("cut-count").getText();
    chip.click();
    browser.until("the filter is gone", () -> !decoded().contains("year="));
    browser.until("more", () -> said.equals("去掉它会多出 " + (paragraphs() - with) + " 段"));
  }

  @Test
  void tellsWhatAReportPlansAboutAProblem() {
    search("town:柳湾镇 section:问题 旧合同", "");
    browser.seeTestId("remedies-open").click();
    WebElement remedy = browser.seeTestId("remedy");
    String planned = remedy.getText();
    assertThat(browser.all("[data-testid='remedy'] mark")).isNotEmpty();
    isAccessible("remedies");
    browser.screenshot("remedies-1440");
    remedy.findElement(By.tagName("a")).click();
    WebElement paragraph = browser.see(".para--current");
    assertThat(paragraph.getDomAttribute("data-section")).isEqualTo("plans");
    assertThat(paragraph.getText()).contains(planned);
  }

  @Test
  void showsHostileTextAsText() {
    search("敌意文本员", "");
    String text = browser.seeTestId("hit-text").getText();
    assertThat(text).contains("<b>3</b>").contains("<svg onload=").contains("&lt;i&gt;");
    search("<img src=x onerror=alert(1)>", "");
    assertThat(browser.seeTestId("query").getDomProperty("value"))
        .isEqualTo("<img src=x onerror=alert(1)>");
  }

  @Test
  void isUsableByKeyboardAlone() {
    search("执法", "");
    browser.driver().findElement(By.tagName("body")).sendKeys("j");
    browser.driver().switchTo().activeElement().sendKeys("j");
    browser.driver().switchTo().activeElement().sendKeys("/");
    WebElement focused = browser.driver().switchTo().activeElement();
    assertThat(focused.getDomAttribute("data-testid")).isEqualTo("query");
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, false", "1440, 900, true", "390, 844, false", "390, 844, true"})
  void looksRightAndIsAccessible(int width, int height, boolean dark) {
    browser.view(width, height, dark);
    String view = width + (dark ? "-dark" : "");
    browser.open(origin() + "/");
    browser.seeTestId("start-total");
    browser.screenshot("start-" + view);
    isAccessible("start " + view);
    search("“法律明白人”", "");
    browser.seeTestId("hit");
    browser.screenshot("search-" + view);
    isAccessible("search " + view);
    search("“绝无此语”", "&year=2024");
    browser.seeTestId("empty");
    browser.screenshot("empty-" + view);
    isAccessible("empty " + view);
    browser.open(origin() + "/help.html");
    browser.see("h1");
    browser.screenshot("help-" + view);
    isAccessible("help " + view);
  }

  private static String first(List<String> texts, String beginning) {
    return texts.stream().filter(text -> text.startsWith(beginning)).findFirst().orElseThrow();
  }

  private String decoded() {
    return URLDecoder.decode(browser.address(), StandardCharsets.UTF_8);
  }

  private static String withoutTime(String summary) {
    return summary.replaceAll("[\\d,]+\\s*毫秒", "");
  }
}
