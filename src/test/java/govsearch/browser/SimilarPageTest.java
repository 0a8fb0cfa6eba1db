package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

class SimilarPageTest extends BrowserTest {

  private static final String PROBLEM = "懂法律的干部少，执法力量不足";

  @Test
  void findsWhoHasTheProblemAndWhatTheyPlan() {
    browser.open(origin() + "/similar.html");
    browser.seeTestId("query").sendKeys(PROBLEM);
    browser.seeTestId("submit").click();
    WebElement hit = browser.seeTestId("similar-hit");
    assertThat(hit.findElements(By.tagName("mark"))).isNotEmpty();
    assertThat(browser.seeTestId("why").getText()).isNotBlank();
    assertThat(browser.all("[data-testid='measure'] a")).isNotEmpty();
    String plan = browser.see("[data-testid='measure'] a").getText();
    browser.reload();
    browser.seeTestId("similar-hit");
    browser.see("[data-testid='measure'] a").click();
    WebElement paragraph = browser.see(".para--current");
    assertThat(paragraph.getText()).contains(plan);
    assertThat(paragraph.getDomAttribute("data-section")).isEqualTo("plans");
  }

  @Test
  void anEmptyPageHasExamplesAndAnAnswerIsFilteredCopiedAndTakenToWord() throws IOException {
    browser.allowClipboard();
    browser.open(origin() + "/similar.html");
    browser.seeTestId("similar-example").click();
    browser.seeTestId("similar-hit");
    assertThat(browser.see("main > p").getText()).contains("右边").doesNotContain("下面");
    browser.seeTestId("similar-copy").click();
    browser.seeTestId("toast");
    assertThat(browser.pasted()).contains("问题：", "——", "/reports/");

    browser.script(
        "window.made = null; const make = URL.createObjectURL; URL.createObjectURL = blob => {"
            + " window.made = blob; return make.call(URL, blob); };");
    browser.seeTestId("similar-word").click();
    Object bytes =
        browser
            .driver()
            .executeAsyncScript(
                "const done = arguments[0]; window.made.arrayBuffer().then(b => done(Array.from(new"
                    + " Uint8Array(b))));");
    byte[] file = new byte[((List<?>) bytes).size()];
    for (int i = 0; i < file.length; i++) {
      file[i] = ((Long) ((List<?>) bytes).get(i)).byteValue();
    }
    Map<String, String> parts = parts(file);
    assertThat(parts)
        .containsOnlyKeys(
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml",
            "word/_rels/document.xml.rels");
    assertThat(parts.get("word/document.xml").replaceAll("<[^<>]*+>", ""))
        .contains("相似问题和整改措施", "问题：", "整改措施：", "出处：《");
    assertThat(parts.get("word/_rels/document.xml.rels")).contains(origin() + "/reports/");

    Select year = new Select(browser.seeTestId("similar-year"));
    browser.until("the years", () -> year.getOptions().size() > 2);
    year.selectByValue("2024");
    browser.until("only that year", () -> allOf("2024 年度"));
    browser.seeTestId("similar-effect").click();
    browser.until("the address says so", () -> browser.address().contains("effect=true"));
    browser.until(
        "each with its effect",
        () ->
            browser.all("[data-testid='similar-hit']").stream()
                .allMatch(hit -> hit.getText().contains("年度报告里的成效")));
  }

  /** The parts of an Office file, each of whose checksums is looked at. */
  private static Map<String, String> parts(byte[] file) throws IOException {
    Map<String, String> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private boolean allOf(String year) {
    List<WebElement> names = browser.all("[data-testid='similar-hit'] h2");
    return !names.isEmpty() && names.stream().allMatch(name -> name.getText().contains(year));
  }

  @Test
  void asksForTheProblemOfAHitAndLeavesItsTownOut() {
    search("section:问题 经费 town:柳湾镇 OR section:问题 法律", "");
    WebElement first = browser.seeTestId("hit-title");
    String town = first.findElement(By.tagName("b")).getText();
    browser.seeTestId("hit-similar").click();
    assertThat(browser.seeTestId("asked").getText()).contains(town);
    browser.seeTestId("similar-summary");
    assertThat(browser.all("[data-testid='similar-hit'] h2"))
        .noneMatch(name -> name.getText().startsWith(town));
  }

  @Test
  void asksForTheStatementOfAParagraphInWhichTheMatchStands() {
    search("“新业态普法” town:望江埠街道", "");
    browser.seeTestId("hit-similar").click();
    WebElement chosen = browser.see("[data-testid='statement'][aria-current='true']");
    assertThat(chosen.getText()).contains("新业态普法");
    assertThat(browser.see("[data-testid='asked'] mark").getText())
        .contains("新业态普法", "歇脚站")
        .doesNotContain("处罚权", "规范性文件");
    assertThat(browser.address()).contains("statement=2").doesNotContain("at=");
    browser.all("[data-testid='statement']").getFirst().click();
    browser.until(
        "the whole paragraph",
        () ->
            browser.all("[data-testid='statement'][aria-current='true']").stream()
                .anyMatch(each -> each.getText().equals("整段")));
  }

  @Test
  void saysWhatIsTheMatterWithAParagraphThatIsGone() {
    browser.open(origin() + "/similar.html?of=nosuchreport.aaaaaaaa");
    browser.seeTestId("error");
    assertThat(browser.complaints()).allMatch(line -> line.contains("404"));
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, false", "1024, 768, true", "2560, 1440, false", "390, 844, true"})
  void looksRightAndIsAccessible(int width, int height, boolean dark) {
    browser.view(width, height, dark);
    browser.open(origin() + "/similar.html?text=" + PROBLEM);
    browser.seeTestId("similar-hit");
    browser.screenshot("similar-" + width + (dark ? "-dark" : ""));
    assertThat(browser.see("main > p").getText()).contains(width < 700 ? "下面" : "右边");
    isAccessible("similar " + width);
    fitsItsWindow("similar " + width);
  }
}
