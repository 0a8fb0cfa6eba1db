package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** What is done with results beside reading them: exporting, reaching them by keys. */
class ResultsPageTest extends BrowserTest {

  private static final String PHRASE = "“法律明白人”";

  @ParameterizedTest
  @ValueSource(ints = {360, 390, 1440})
  void theExportMenuIsInTheWindowAndHasNoBullets(int width) {
    browser.view(width, 844, false);
    search(PHRASE, "");
    browser.seeTestId("export").click();
    browser.seeTestId("export-search-csv");
    Object box =
        browser.script(
            "const b = document.querySelector('.export__list').getBoundingClientRect();"
                + " return b.left >= 0 && b.right <= arguments[0] && b.top >= 0"
                + " && b.bottom <= innerHeight",
            width);
    assertThat(box).isEqualTo(true);
    assertThat(browser.see(".export__list ul").getCssValue("list-style-type")).isEqualTo("none");
    browser.screenshot("export-" + width);
    isAccessible("export " + width);
  }

  @Test
  void theExportMenuClosesOnAClickOutsideOnEscAndAfterADownload() {
    search(PHRASE, "");
    WebElement menu = browser.seeTestId("export");
    menu.click();
    browser.seeTestId("summary").click();
    assertThat(isOpen(menu)).isFalse();
    menu.findElement(By.tagName("summary")).sendKeys(Keys.ENTER);
    assertThat(isOpen(menu)).isTrue();
    browser.seeTestId("export-search-xlsx").sendKeys(Keys.ESCAPE);
    assertThat(isOpen(menu)).isFalse();
    assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("导出");
    menu.click();
    browser.seeTestId("export-search-csv").click();
    assertThat(isOpen(menu)).isFalse();
  }

  private static boolean isOpen(WebElement menu) {
    return menu.getDomAttribute("open") != null;
  }

  @Test
  void theWorkbookIsReadInExcelAsItIs(@TempDir Path folder) throws Exception {
    search(PHRASE, "&year=2025");
    int paragraphs = paragraphs();
    browser.seeTestId("export").click();
    String address = String.valueOf(browser.seeTestId("export-search-xlsx").getDomProperty("href"));
    byte[] file;
    try (HttpClient client = HttpClient.newHttpClient()) {
      file =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(address)).build(),
                  HttpResponse.BodyHandlers.ofByteArray())
              .body();
    }
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      assertThat(workbook.getFirstSheet().getName()).isEqualTo("检索结果");
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows).hasSize(paragraphs + 1);
      List<String> columns = rows.getFirst().stream().map(Cell::getText).toList();
      assertThat(columns).contains("省份", "城市", "段落序号");
      assertThat(rows.get(1).getCellText(columns.indexOf("检索条件")))
          .contains("匹配方式：全部词语", "年度：2025")
          .doesNotContain("mode=");
    }
    Path kept = Files.write(folder.resolve("kept.xlsx"), file);
    try (ZipFile zip = new ZipFile(kept.toFile())) {
      String sheet =
          new String(
              zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(sheet).contains("<hyperlink ").doesNotContain("width=\"255");
    }
  }

  @Test
  void whatIsListedIsTakenAlongToWord() throws IOException {
    search(PHRASE, "&year=2025");
    String town = browser.seeTestId("hit-title").getText().split("\\s")[0];
    int listed = number(browser.seeTestId("shown").getText());
    browser.watchSaving();
    browser.seeTestId("export").click();
    browser.seeTestId("export-word").click();
    assertThat(isOpen(browser.seeTestId("export"))).isFalse();
    Map<String, String> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(browser.saved()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    String document = String.valueOf(parts.get("word/document.xml"));
    assertThat(document).contains("FFE38A").contains("列出的 " + listed + " 条");
    assertThat(document.replaceAll("<[^<>]*+>", ""))
        .contains("检索式：" + PHRASE, "年度：2025", town, "资料来源", "[R/OL]");
    assertThat(String.valueOf(parts.get("word/_rels/document.xml.rels")).split("/reports/"))
        .hasSize(listed + 1);
  }

  @Test
  void theFirstHitIsNoMoreThanTenKeysFromTheBox() {
    search("普法", "");
    browser.seeTestId("hit");
    browser.seeTestId("query").sendKeys("");
    int keys = 0;
    WebElement focused = browser.driver().switchTo().activeElement();
    while (keys < 10 && !"skip-to-hits".equals(focused.getDomAttribute("data-testid"))) {
      new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
      focused = browser.driver().switchTo().activeElement();
      keys++;
    }
    browser.screenshot("skip-1440");
    isAccessible("skip link");
    focused.sendKeys(Keys.ENTER);
    assertThat(keys + 1).isLessThanOrEqualTo(10);
    assertThat(browser.driver().switchTo().activeElement().getDomAttribute("data-testid"))
        .isEqualTo("hit");
  }

  @Test
  void aSearchIsMadeUpForWhenTheServiceComesBack() {
    int port =
        service()
            .whileServed(
                0,
                free -> {
                  browser.open("http://127.0.0.1:" + free + "/?q=普法");
                  browser.seeTestId("hit");
                });
    browser.seeTestId("query").sendKeys(Keys.chord(Keys.CONTROL, "a"), "调解", Keys.ENTER);
    assertThat(browser.seeTestId("error").getText()).contains("自动重试");
    service()
        .whileServed(
            port,
            same -> {
              browser.until(
                  "the search is made up for", () -> !browser.all("[data-testid='hit']").isEmpty());
              assertThat(browser.all("[data-testid='error']")).isEmpty();
            });
    assertThat(browser.complaints()).allMatch(line -> line.contains("ERR_CONNECTION_REFUSED"));
  }

  @Test
  void theFirstPageSaysWhatThisIsAndHasNoCommands() {
    browser.open(origin() + "/");
    browser.seeTestId("start-total");
    assertThat(browser.seeTestId("start-lead").getText()).contains("法治政府建设情况报告");
    assertThat(browser.seeTestId("start").getText()).doesNotContain("govsearch ");
    WebElement last = browser.all("[data-testid='example']").getLast();
    assertThat(last.getRect().getY() + last.getRect().getHeight()).isLessThan(900);
  }
}
