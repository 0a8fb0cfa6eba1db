package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.print.PrintOptions;

/** Results, reports and pages of tables on paper. */
class PrintedPagesTest extends BrowserTest {

  private static final String PHRASE = "“法律明白人”";

  @Test
  void aPrintSaysWhatWasSearchedForHowWhenAndWhere(@TempDir Path folder) throws IOException {
    search(PHRASE, "&year=2024&year=2025&section=achievements");
    browser.seeTestId("hit");
    browser.script("window.print = () => { window.wasPrinted = true; }");
    browser.seeTestId("print").click();
    assertThat(browser.script("return window.wasPrinted")).isEqualTo(true);
    String printed = printed(folder);
    assertThat(printed)
        .contains("法律明白人", "检索式", "匹配方式", "年度：2024—2025", "章节：成效", "日期", "网址")
        .contains(origin() + "/?q=%E2%80%9C")
        .doesNotContain("复制引文");
    browser.onPaper(true);
    String line = browser.see("mark").getCssValue("text-decoration-line");
    browser.onPaper(false);
    assertThat(line).as("backgrounds are left out of a print").isEqualTo("underline");
  }

  @ParameterizedTest
  @CsvSource({
    "/matrix.html?region=临溪县&year=2024, 考核清单, matrix",
    "/trend.html?q=普法&q=调解, 趋势, trend-table",
    "/towns/临溪县/柳湾镇, 柳湾镇, town-report"
  })
  void aPageOfTablesSaysOnPaperWhatItIsWhenAndWhere(
      String address, String name, String shown, @TempDir Path folder) throws IOException {
    browser.open(origin() + address);
    browser.seeTestId(shown);
    String today =
        LocalDate.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyy年M月d日"));
    assertThat(printed(folder)).contains(name + "-", today, origin() + address);
  }

  @Test
  void aHeadingStaysWithItsTextOnPaper() {
    search(PHRASE, "");
    browser.open(String.valueOf(browser.seeTestId("hit-open").getDomProperty("href")));
    browser.see(".para--current");
    browser.onPaper(true);
    Object apart =
        browser.script(
            "return [...document.querySelectorAll('main :is(h1, h2, h3, .para--heading)')]"
                + ".filter(e => getComputedStyle(e).breakAfter !== 'avoid').length");
    Object headings = browser.script("return document.querySelectorAll('.para--heading').length");
    browser.onPaper(false);
    assertThat((Long) headings).isPositive();
    assertThat(apart).isEqualTo(0L);
  }

  private String printed(Path folder) throws IOException {
    byte[] pdf =
        Base64.getDecoder().decode(browser.driver().print(new PrintOptions()).getContent());
    Files.write(folder.resolve("printed.pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s++", "");
    }
  }

  @Test
  void aChartIsPrintedWhole(@TempDir Path folder) throws IOException {
    search(PHRASE, "&view=spread");
    browser.see("gov-chart[data-drawn]");
    // The years below its bars, to the last one; what is to be pressed is of no use on paper.
    assertThat(printed(folder))
        .contains("20212022202320242025")
        .doesNotContain("…2042")
        .doesNotContain("存为图片");
  }
}
