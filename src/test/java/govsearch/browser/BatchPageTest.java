package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

class BatchPageTest extends BrowserTest {

  @Test
  void countsWhatIsTypedAndLeadsToTheParagraphs() {
    browser.open(origin() + "/batch.html");
    browser.seeTestId("query").sendKeys("绝无此语", Keys.ENTER, Keys.ENTER, "“法律明白人”");
    assertThat(browser.seeTestId("batch-count").getText()).startsWith("2 个短语");
    browser.seeTestId("submit").click();
    assertThat(browser.seeTestId("batch-summary").getText()).contains("1 个有命中，1 个没有");
    assertThat(rows()).hasSize(2);
    isAccessible("batch");
    browser.seeTestId("batch-order-paragraphs").click();
    browser.until("the most first", () -> rows().getFirst().contains("法律明白人"));
    browser.seeTestId("only-none").click();
    browser.until("only those without", () -> rows().size() == 1);
    assertThat(rows().getFirst()).contains("绝无此语");

    browser.reload();
    browser.seeTestId("batch-row");
    String row = rows().getLast();
    browser.all("[data-testid='batch-row'] a").getLast().click();
    assertThat(row.split("\\s+")).contains(String.valueOf(paragraphs()));
  }

  @Test
  void readsAFileInAnyChineseEncoding(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("短语.txt");
    Files.write(file, "法律明白人\n普法\n".getBytes(Charset.forName("GB18030")));
    browser.open(origin() + "/batch.html");
    browser.driver().findElement(org.openqa.selenium.By.id("batch-file")).sendKeys(file.toString());
    browser.until(
        "the file is read",
        () -> "法律明白人\n普法\n".equals(browser.seeTestId("query").getDomProperty("value")));
    browser.seeTestId("query").sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
    browser.seeTestId("batch-row");
    assertThat(rows()).hasSize(2);
  }

  @Test
  void oneBadLineDoesNotStopTheOthers() {
    browser.open(origin() + "/batch.html?q=" + "长".repeat(1001) + "%0A普法");
    browser.seeTestId("batch-row");
    assertThat(browser.seeTestId("batch-summary").getText()).contains("1 个不能检索");
    assertThat(rows().getFirst()).contains("1000");
    browser.seeTestId("batch-export").click();
    isAccessible("batch with a bad line");
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, false", "390, 844, true"})
  void looksRightAndIsAccessible(int width, int height, boolean dark) {
    browser.view(width, height, dark);
    browser.open(origin() + "/batch.html?q=法律明白人%0A一村一法律顾问%0A网格员%0A绝无此语");
    browser.seeTestId("batch-row");
    browser.screenshot("batch-" + width + (dark ? "-dark" : ""));
    isAccessible("batch " + width);
    fitsItsWindow("batch " + width);
  }

  private List<String> rows() {
    return browser.all("[data-testid='batch-row']").stream().map(WebElement::getText).toList();
  }
}
