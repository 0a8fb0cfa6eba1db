package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.ingest.extract.Office;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Point;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** 摘录: put aside while reading, labelled, held side by side, taken along as a document. */
class ExcerptsPageTest extends BrowserTest {

  private static final String STORE = "govsearch:excerpts";
  private static final int SHOWN = 4;

  @TempDir private Path folder;

  @BeforeEach
  void nothingYet() {
    browser.open(origin() + "/excerpts.html");
    browser.script("localStorage.clear()");
    browser.reload();
    browser.seeTestId("excerpts-none");
  }

  /** A hit twice over, a paragraph of a report, a statement, a figure. */
  private void putAside() {
    search("“法律明白人”", "");
    browser.seeTestId("hit");
    List<WebElement> hits = browser.all("[data-testid='hit'] [data-testid='excerpt']");
    hits.get(0).click();
    hits.get(1).click();
    browser.until(
        "both are put aside",
        () ->
            browser.all("[data-testid='hit'] [data-testid='excerpt'][aria-pressed='true']").size()
                == 2);
    search("“法律明白人”", "&view=figures");
    browser.see("[data-testid='figure-row'] [data-testid='excerpt']").click();
    browser.open(origin() + "/similar.html?text=懂法律的干部少，执法力量不足");
    browser.see("[data-testid='similar-hit'] [data-testid='excerpt']").click();
    browser.until("four", () -> stored() == SHOWN);
  }

  private long stored() {
    return (Long)
        browser.script("return JSON.parse(localStorage.getItem('" + STORE + "') ?? '[]').length");
  }

  private void openPage() {
    browser.open(origin() + "/excerpts.html");
    browser.seeTestId("excerpt-row");
  }

  @Test
  void whatWasPutAsideIsLabelledNotedAndFoundAgain() {
    putAside();
    openPage();
    assertThat(browser.all("[data-testid='excerpt-row']")).hasSize(SHOWN);
    assertThat(browser.see("[data-testid='excerpt-text'] mark").getText()).containsPattern("\\d");
    browser.seeTestId("excerpt-labels").sendKeys("普法、重要" + Keys.TAB);
    browser.seeTestId("excerpt-note").sendKeys("写进<b>提纲</b>" + Keys.TAB);
    browser.until(
        "a choice of labels", () -> !browser.all("[data-testid='excerpts-label']").isEmpty());
    browser.reload();
    assertThat(browser.seeTestId("excerpt-note").getDomProperty("value")).isEqualTo("写进<b>提纲</b>");
    new Select(browser.seeTestId("excerpts-label")).selectByValue("重要");
    browser.until("one", () -> browser.all("[data-testid='excerpt-row']").size() == 1);
    String who = browser.seeTestId("excerpt-open").getText();
    browser.seeTestId("excerpt-open").click();
    assertThat(browser.see(".para--current").getText()).contains("法律明白人");
    browser.script("document.querySelector('.para--current a').focus()"); // its buttons are seen
    assertThat(browser.see(".para--current [data-testid='excerpt']").getText()).isEqualTo("已摘录");
    browser.see(".para--current [data-testid='excerpt']").click();
    browser.until("taken back", () -> stored() == SHOWN - 1);
    openPage();
    assertThat(browser.all("[data-testid='excerpts-label']")).as(who).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 768, 1024, 1440})
  void nothingMovesAwayFromUnderThePointer(int width) {
    browser.view(width, 844, false);
    search("“法律明白人”", "");
    browser.seeTestId("hit");
    WebElement button = browser.all("[data-testid='hit'] [data-testid='excerpt']").get(1);
    browser.script("arguments[0].scrollIntoView({block: 'center'})", button);
    Point before = button.getLocation();
    WebElement next = browser.all("[data-testid='hit'] [data-testid='excerpt']").get(2);
    Point nextBefore = next.getLocation();
    new Actions(browser.driver()).moveToElement(button).perform();
    browser.see("[data-testid='hit']:hover [data-mark]");
    assertThat(button.getLocation()).isEqualTo(before);
    assertThat(next.getLocation()).as("on the way to the next one").isEqualTo(nextBefore);
    isAccessible("marks " + width);
    button.click();
    browser.until("it is put aside", () -> "true".equals(button.getDomAttribute("aria-pressed")));
  }

  /** They lay on the passage, and on the very words that were searched for. */
  @ParameterizedTest
  @ValueSource(ints = {360, 390})
  void onAPhoneTheMarksStandInTheRowOfActions(int width) {
    browser.view(width, 844, false);
    search("“法律明白人”", "");
    browser.seeTestId("mark-seen");
    Object outside =
        browser.script(
            "return [...document.querySelectorAll('.hit [data-mark]')].filter(mark => {"
                + " const own = mark.getBoundingClientRect(), row ="
                + " mark.closest('.hit__actions').getBoundingClientRect(); return own.top < row.top"
                + " || own.bottom > row.bottom || own.left < row.left || own.right > row.right; })"
                + ".length");
    assertThat(outside).isEqualTo(0L);
  }

  /** 看过 ended a row, and 不相关 began the next at the other side. */
  @ParameterizedTest
  @ValueSource(ints = {360, 375, 390, 414})
  void theTwoMarksStandSideBySide(int width) {
    browser.view(width, 844, false);
    searchMany("法律明白人", "");
    browser.seeTestId("mark-seen");
    Object parted =
        browser.script(
            "return [...document.querySelectorAll('.hit')].filter(hit => new"
                + " Set([...hit.querySelectorAll('[data-mark]')].map(mark =>"
                + " Math.round(mark.getBoundingClientRect().top))).size !== 1).length");
    assertThat(parted).isEqualTo(0L);
  }

  @Test
  void whatIsAtHandIsPutAsideAndCitedByKeys() {
    browser.allowClipboard();
    search("“法律明白人”", "");
    browser.seeTestId("hit");
    WebElement body = browser.driver().findElement(By.tagName("body"));
    body.sendKeys("j");
    browser.driver().switchTo().activeElement().sendKeys("e");
    browser.until("put aside", () -> stored() == 1);
    browser.driver().switchTo().activeElement().sendKeys("c");
    browser.until("cited", () -> browser.pasted().contains("法律明白人"));
    browser.driver().switchTo().activeElement().sendKeys("e");
    browser.until("taken back", () -> stored() == 0);
    browser.open(browser.seeTestId("hit-open").getDomProperty("href"));
    browser.see(".para--current");
    browser.driver().findElement(By.tagName("body")).sendKeys("e");
    browser.until("put aside", () -> stored() == 1);
  }

  @Test
  void allThatIsListedIsPutAsideAtOnceAndNothingTwice() {
    search("“法律明白人”", "");
    browser.see("[data-testid='hit'] [data-testid='excerpt']").click();
    int listed = browser.all("[data-testid='hit']").size();
    browser.seeTestId("export").click();
    browser.seeTestId("export-excerpts").click();
    browser.until(
        "said how many", () -> browser.seeTestId("toast").getText().contains(listed - 1 + " 条"));
    assertThat(stored()).isEqualTo(listed);
    assertThat(browser.all("[data-testid='hit'] [data-testid='excerpt'][aria-pressed='false']"))
        .isEmpty();
  }

  @Test
  void whatIsNotRelevantFoldsAndWhatWasSeenStaysSo() {
    search("“法律明白人”", "");
    WebElement hit = browser.seeTestId("hit");
    String key = hit.getDomAttribute("data-key");
    browser.script("arguments[0].querySelector('[data-mark=no]').click()", hit);
    String css = "[data-key='" + key + "'] ";
    browser.until("folded", () -> !browser.all(css + ".hit__text").getFirst().isDisplayed());
    browser.reload();
    browser.see(css + "[data-testid='mark-no'][aria-pressed='true']");
    assertThat(browser.all(css + ".hit__text").getFirst().isDisplayed()).isFalse();
    browser.see(css + "[data-testid='mark-no']").click();
    browser.until("open", () -> browser.all(css + ".hit__text").getFirst().isDisplayed());
    browser.script("document.querySelector(\"" + css + "[data-mark=seen]\").click()");
    browser.see(css + "[data-testid='mark-seen'][aria-pressed='true']");
    isAccessible("marked hits");
  }

  @Test
  void goesFromOneBrowserToAnotherAsJson() throws IOException {
    putAside();
    openPage();
    browser.seeTestId("excerpt-labels").sendKeys("带走" + Keys.TAB);
    Path json = Files.write(folder.resolve("a.json"), saved("json"));
    browser.script("localStorage.clear()");
    browser.reload();
    browser.seeTestId("excerpts-none");
    browser.see("label.file");
    browser.all("[data-testid='excerpts-import']").getFirst().sendKeys(json.toString());
    browser.until("they are back", () -> stored() == SHOWN);
    browser.seeTestId("excerpts-label");
    browser.all("[data-testid='excerpts-import']").getFirst().sendKeys(json.toString());
    browser.until("nothing twice", () -> browser.seeTestId("toast").getText().contains("新增 0 条"));
    Path other = Files.writeString(folder.resolve("b.json"), "{\"excerpts\":[{}]}");
    browser.all("[data-testid='excerpts-import']").getFirst().sendKeys(other.toString());
    browser.until("refused", () -> browser.seeTestId("toast").getText().contains("不是摘录"));
    assertThat(stored()).isEqualTo(SHOWN);
  }

  @Test
  void severalStandSideBySideWithWhatTheyShareMarked() {
    putAside();
    openPage();
    for (WebElement box : browser.all("[data-testid='excerpt-choose']").subList(0, 3)) {
      box.click();
    }
    browser.seeTestId("excerpts-beside").click();
    assertThat(browser.all("[data-testid='beside'] article")).hasSize(3);
    assertThat(browser.see("[data-testid='shared']").getText()).contains("法律明白人");
    browser.screenshot("excerpts-beside-1440");
    isAccessible("side by side");
    fitsItsWindow("side by side");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "村村有法律明白人，各社区也有。|各村培养法律明白人三名|法律明白人|法律明白人",
        "甲乙丙丁|甲乙丙丁||",
        "一二三、四五六七|一二三四 五六七八|一二三、四五六七|一二三四 五六七",
        "😀甲乙丙丁戊己|甲乙丙丁戊庚|甲乙丙丁戊|甲乙丙丁戊"
      },
      delimiter = '|')
  void sharedTextIsFiveCharactersInARow(String a, String b, String inA, String inB) {
    Object shared =
        browser.script(
            "const texts = [arguments[0], arguments[1]]; return"
                + " import('/js/shared-text.js').then(({ sharedRanges }) =>"
                + " sharedRanges(texts).map((ranges, i) => ranges.map(({ start, end }) =>"
                + " texts[i].slice(start, end)).join()));",
            a,
            b);
    assertThat(shared).isEqualTo(List.of(inA == null ? "" : inA, inB == null ? "" : inB));
  }

  private byte[] saved(String format) {
    browser.script(
        "window.made = null; const make = URL.createObjectURL; URL.createObjectURL = blob => {"
            + " window.made = blob; return make.call(URL, blob); };");
    browser.seeTestId("excerpts-export").click();
    browser.seeTestId("excerpts-" + format).click();
    browser.until("a file", () -> Boolean.TRUE.equals(browser.script("return !!window.made")));
    Object base64 =
        browser
            .driver()
            .executeAsyncScript(
                "const done = arguments[0]; const reader = new FileReader(); reader.onload = () =>"
                    + " done(reader.result.split(',')[1]); reader.readAsDataURL(window.made);");
    return Base64.getDecoder().decode((String) base64);
  }

  private static String part(byte[] file, String name) throws IOException {
    Map<String, String> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts.get(name);
  }

  @Test
  void theDocumentAndTheWorkbookOpenInAnOffice() throws IOException, InterruptedException {
    putAside();
    openPage();
    browser.seeTestId("excerpt-labels").sendKeys("普法 <重要>" + Keys.TAB);
    browser.seeTestId("excerpt-note").sendKeys("比较&核实" + Keys.TAB);
    String text = browser.seeTestId("excerpt-text").getText();
    byte[] word = saved("docx");
    assertThat(part(word, "word/document.xml")).contains("w:hyperlink", "FFE38A");
    assertThat(part(word, "word/_rels/document.xml.rels")).contains(origin() + "/reports/");
    byte[] book = saved("xlsx");
    byte[] markdown = saved("md");
    assertThat(new String(markdown, StandardCharsets.UTF_8))
        .startsWith("# 摘录（")
        .contains("## 1. ", "标签：普法、\\<重要\\>", "批注：比较&核实", "## 资料来源\n\n1. ", "/reports/");

    Office office = new Office(folder);
    Path docx = Files.write(folder.resolve("excerpts.docx"), word);
    Path xlsx = Files.write(folder.resolve("excerpts.xlsx"), book);
    String asText =
        Files.readString(office.convert(List.of(docx), "txt:Text (encoded):UTF8").getFirst());
    assertThat(asText)
        .contains(text.substring(0, 12), "普法、<重要>", "批注：比较&核实", "资料来源", "[1] ", "[R/OL]")
        .containsPattern("1\\. .*年度")
        .doesNotContain("&#");
    Path pages = office.convert(List.of(docx), "pdf").getFirst();
    assertThat(Files.size(pages)).isGreaterThan(5_000);
    keep(pages, "excerpts-docx.pdf");
    Office.needsTables();
    String rows =
        Files.readString(
            office.convert(List.of(xlsx), "csv:Text - txt - csv (StarCalc):44,34,76").getFirst());
    assertThat(rows).startsWith("序号,省,市").contains("普法、<重要>", "比较&核实", origin() + "/reports/");
    assertThat(rows.lines().filter(line -> line.matches("\\d,.*")).count()).isEqualTo(SHOWN);
    keep(office.convert(List.of(xlsx), "pdf").getFirst(), "excerpts-xlsx.pdf");
  }

  /** To be looked at, beside the screenshots. */
  private static void keep(Path file, String name) throws IOException {
    Path shots = Files.createDirectories(Path.of("target", "screenshots"));
    Files.write(shots.resolve(name), Files.readAllBytes(file));
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, false", "1440, 900, true", "390, 844, false", "390, 844, true"})
  void looksRightAndIsAccessible(int width, int height, boolean dark) {
    putAside();
    browser.view(width, height, dark);
    openPage();
    browser.seeTestId("excerpt-labels").sendKeys("普法" + Keys.TAB);
    String name = "excerpts-" + width + (dark ? "-dark" : "");
    browser.seeTestId("excerpts-label");
    browser.screenshot(name);
    isAccessible(name);
    fitsItsWindow(name);
    search("“法律明白人”", "");
    browser.see("[data-testid='hit'] [data-testid='excerpt'][aria-pressed='true']");
    browser.screenshot(name + "-hits");
    fitsItsWindow(name + "-hits");
  }

  @Test
  void withoutRoomThatIsSaidAndNothingIsLost() {
    putAside();
    search("普法", "");
    browser.seeTestId("hit");
    browser.script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError');"
            + " }");
    WebElement other =
        browser.all("[data-testid='hit'] [data-testid='excerpt'][aria-pressed='false']").getLast();
    browser.script("arguments[0].click()", other);
    browser.until("said", () -> browser.seeTestId("toast").getText().contains("放不下"));
    assertThat(stored()).isEqualTo(SHOWN);
    assertThat(other.findElement(By.xpath("self::*")).getText()).isEqualTo("摘录");
  }
}
