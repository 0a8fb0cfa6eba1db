package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

class LibraryPageTest extends BrowserTest {

  private static final String REPORT = "云台镇2024年法治政府建设情况报告\n一、主要做法\n开展“乌有节”宣讲3场。\n二、存在问题\n人手不足。\n";

  @Test
  void saysWhatIsHeldAndWhatWasNotTaken() {
    browser.open(origin() + "/library.html");
    assertThat(browser.seeTestId("library-holds").getText()).contains("报告").contains("年度");
    assertThat(browser.seeTestId("skipped-row").getText()).contains("空白.txt").contains("空");
    assertThat(browser.all("[data-testid='run-row']").getLast().getText()).contains("重建");
    assertThat(browser.seeTestId("reports-form").getLocation().getY())
        .as("finding a report comes first")
        .isLessThan(browser.seeTestId("library-holds").getLocation().getY());
    assertThat(browser.seeTestId("edition").getText()).matches("[0-9a-f]{16}");
    assertThat(browser.seeTestId("manifest").getDomAttribute("href")).endsWith("/manifest.csv");
    String year = browser.see("[data-testid='library-year'] a span").getText();
    browser.see("[data-testid='library-year'] a").click();
    browser.seeTestId("hit");
    assertThat(browser.address()).contains("year=" + year);
  }

  @Test
  void showsOfWhichYearsThereAreReportsRegionByRegion() {
    browser.open(origin() + "/library.html");
    browser.seeTestId("holdings-row");
    assertThat(browser.seeTestId("holdings").getText()).contains("合计").contains("临溪县");
    browser.driver().findElement(By.linkText("临溪县")).click();
    browser.until(
        "its towns",
        () ->
            browser.all("[data-testid='holdings-row']").stream()
                .anyMatch(row -> row.getText().startsWith("柳湾镇")));
    browser.reload();
    assertThat(browser.seeTestId("holdings-way").getText()).contains("全部地区").contains("临溪县");
    browser.screenshot("holdings-1440");
    browser.seeTestId("holdings-cell").click();
    browser.seeTestId("hit");
    assertThat(browser.address()).contains("region=").contains("year=");
  }

  @Test
  void theYearsStandAboveTheirColumns() {
    browser.open(origin() + "/library.html");
    browser.seeTestId("holdings-cell");
    Object aside =
        browser.script(
            "const middle = (e) => { const r = document.createRange(); r.selectNodeContents(e);"
                + " const b = r.getBoundingClientRect(); return (b.left + b.right) / 2; };"
                + " const cells = [...document.querySelectorAll('[data-testid=holdings-row]"
                + " td')]; return [...document.querySelectorAll('[data-testid=holdings] thead"
                + " th')].slice(1).filter((th, i) => cells[i].textContent.trim() &&"
                + " Math.abs(middle(th) - middle(cells[i])) > 3).length");
    assertThat(aside).isEqualTo(0L);
  }

  @Test
  void listsTheReportsOfATownByTheAddress() {
    browser.open(origin() + "/library.html");
    browser.seeTestId("report-row");
    browser.seeTestId("query").sendKeys("柳湾镇", Keys.ENTER);
    browser.until(
        "only its reports",
        () ->
            browser.all("[data-testid='report-row']").stream()
                .allMatch(row -> row.getText().contains("柳湾镇")));
    browser.reload();
    browser.seeTestId("report-row");
    assertThat(browser.seeTestId("query").getDomProperty("value")).isEqualTo("柳湾镇");
    browser.see("[data-testid='report-row'] [data-open]").click();
    browser.until("the report", () -> browser.seeTestId("report").getText().contains("柳湾镇"));
  }

  @Test
  void aPartOfATownsNameLeadsToTheTownsThatHaveIt() {
    browser.open(origin() + "/library.html?town=柳湾");
    assertThat(browser.seeTestId("reports-none").getText()).contains("名称里有“柳湾”的乡镇");
    isAccessible("a part of a name");
    browser.seeTestId("reports-name").click();
    browser.seeTestId("report-row");
    assertThat(browser.seeTestId("query").getDomProperty("value")).isEqualTo("柳湾镇");
    browser.open(origin() + "/library.html?town=绝无此镇");
    assertThat(browser.seeTestId("reports-none").getText()).contains("一部分");
  }

  @Test
  void showsWhatWasExtractedBeforeItIsKeptAndTakesItBack(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("云台镇.txt"), REPORT);
    browser.open(origin() + "/library.html");
    browser.seeTestId("upload-form");
    browser.driver().findElement(By.id("file")).sendKeys(file.toString());
    browser.seeTestId("upload-token").sendKeys("not-the-token");
    browser.seeTestId("upload-preview").click();
    assertThat(browser.seeTestId("upload-error").getText()).contains("口令");
    assertThat(browser.complaints()).allMatch(line -> line.contains("401"));

    browser.seeTestId("upload-token").sendKeys(Keys.chord(Keys.CONTROL, "a"), BrowserService.TOKEN);
    browser.seeTestId("upload-preview").click();
    String extracted = browser.seeTestId("extracted").getText();
    assertThat(extracted).contains("云台镇").contains("2024").contains("来自标题").contains("二、存在问题");
    isAccessible("upload");
    browser.screenshot("upload-1440");
    browser.seeTestId("query").sendKeys("打到一半");
    browser.seeTestId("upload-keep").click();
    browser.seeTestId("upload-kept");
    assertThat(count("“乌有节”")).isEqualTo("1");
    browser.seeTestId("upload-undo").click();
    browser.seeTestId("upload-removed");
    assertThat(count("“乌有节”")).isEqualTo("0");
    browser.until( // the page has shown the library anew, twice
        "the runs", () -> browser.all("[data-testid='run-row']").size() > 2);
    assertThat(browser.seeTestId("query").getDomProperty("value")).isEqualTo("打到一半");
  }

  @Test
  void whatIsThereAlreadyIsSaidAndNotTakenBack(@TempDir Path folder) throws IOException {
    String report = REPORT.replace("乌有节", "子虚会");
    keep(Files.writeString(folder.resolve("云台镇甲.txt"), report));
    assertThat(browser.all("[data-testid='upload-undo']")).hasSize(1);
    keep(Files.writeString(folder.resolve("云台镇乙.txt"), report));
    assertThat(browser.seeTestId("upload-known").getText()).contains("云台镇甲.txt", "云台镇乙.txt");
    assertThat(browser.all("[data-testid='upload-undo']")).isEmpty();
    assertThat(count("“子虚会”")).isEqualTo("1");
    browser
        .driver()
        .executeAsyncScript(
            "const done = arguments[1], id = document.querySelector('[data-testid=upload-kept]"
                + " a').pathname.split('/').pop(); fetch('/api/v1/reports/' + id, {method:"
                + " 'DELETE', headers: {authorization: 'Bearer ' + arguments[0]}}).then(done);",
            BrowserService.TOKEN);
    assertThat(count("“子虚会”")).isEqualTo("0");
  }

  @Test
  void whatIsDroppedIsChosen() {
    browser.open(origin() + "/library.html");
    browser.seeTestId("drop");
    browser.script(
        "const data = new DataTransfer(); for (const name of ['甲镇.txt', '乙镇.txt'])"
            + " data.items.add(new File(['x'], name)); const drop = type =>"
            + " document.getElementById('drop').dispatchEvent(new DragEvent(type, {dataTransfer:"
            + " data, bubbles: true, cancelable: true})); drop('dragover'); window.over ="
            + " document.querySelector('.drop--over') !== null; drop('drop');");
    assertThat(browser.script("return window.over")).isEqualTo(true);
    assertThat(browser.seeTestId("drop").getText()).contains("已选 2 个文件");
    assertThat(browser.all("[data-testid='upload-item']").stream().map(WebElement::getText))
        .allMatch(text -> text.contains("还没有识别"))
        .hasSize(2);
  }

  @Test
  void severalFilesAreReadCorrectedAndKeptTogether(@TempDir Path folder) throws IOException {
    String text = REPORT.replace("乌有节", "莫须会");
    Path one = Files.writeString(folder.resolve("云台镇丙.txt"), text.replace("2024", "2042"));
    Path two = Files.writeString(folder.resolve("云台镇丁.txt"), text.replace("3场", "5场"));
    browser.open(origin() + "/library.html");
    browser.seeTestId("drop");
    browser.driver().findElement(By.id("file")).sendKeys(one + "\n" + two);
    browser.seeTestId("upload-token").sendKeys(Keys.chord(Keys.CONTROL, "a"), BrowserService.TOKEN);
    browser.seeTestId("upload-preview").click();
    browser.until("both", () -> browser.all("[data-testid='extracted']").size() == 2);
    assertThat(browser.seeTestId("extracted").getText()).contains("2042");
    browser.seeTestId("upload-correct").click();
    browser.seeTestId("correct-year").sendKeys(Keys.chord(Keys.CONTROL, "a"), "2023");
    browser.seeTestId("upload-apply").click();
    browser.until(
        "the year that was said",
        () -> browser.seeTestId("extracted").getText().contains("2023 来自更正"));
    isAccessible("several uploads");
    browser.screenshot("uploads-1440");
    browser.seeTestId("upload-keep-all").click();
    browser.until("both kept", () -> browser.all("[data-testid='upload-kept']").size() == 2);
    assertThat(count("“莫须会” year:2023")).isEqualTo("1");
    for (int taken = 1; taken <= 2; taken++) {
      int back = taken;
      browser.seeTestId("upload-undo").click();
      browser.until(
          "taken back", () -> browser.all("[data-testid='upload-removed']").size() == back);
    }
    assertThat(count("“莫须会”")).isEqualTo("0");
  }

  private void keep(Path file) {
    browser.open(origin() + "/library.html");
    browser.seeTestId("upload-form");
    browser.driver().findElement(By.id("file")).sendKeys(file.toString());
    browser.seeTestId("upload-token").sendKeys(Keys.chord(Keys.CONTROL, "a"), BrowserService.TOKEN);
    browser.seeTestId("upload-preview").click();
    browser.seeTestId("upload-keep").click();
    browser.seeTestId("upload-kept");
  }

  private String count(String q) {
    return String.valueOf(
        browser
            .driver()
            .executeAsyncScript(
                "const done = arguments[1]; fetch('/api/v1/search?q=' +"
                    + " encodeURIComponent(arguments[0])).then(r => r.json()).then(a =>"
                    + " done(a.total.value));",
                q));
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, true", "390, 844, false"})
  void looksRightAndIsAccessible(int width, int height, boolean dark) {
    browser.view(width, height, dark);
    browser.open(origin() + "/library.html");
    browser.seeTestId("report-row");
    browser.screenshot("library-" + width + (dark ? "-dark" : ""));
    isAccessible("library " + width);
    fitsItsWindow("library " + width);
  }
}
