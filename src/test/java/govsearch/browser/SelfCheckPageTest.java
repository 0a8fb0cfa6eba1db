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

/** A clerk checks a draft, and an inspector the quotations of an article. */
class SelfCheckPageTest extends BrowserTest {

  private static final String DRAFT =
      "临溪县柳湾镇2026年法治政府建设情况报告\n"
          + "一、主要做法\n"
          + "（一）严把审核。凡没有经过合法性审核的文件和合同，一律不上会、不盖章、不付款。镇属合同41份全部编号入库，其中标的最大的污水管网工程合同186万元，增补了工期顺延和质量保证两项约定。年初把法治任务同经济、民生任务放在一张清单里下达，季末逐条对账，年底一并结算。\n"
          + "（二）规范执法。执法人员上门检查一律亮证、一律告知、一律留痕，全年检查沿街商户86家次。入企检查由上年的48次降到31次。\n"
          + "鹌鹑坳夜校点读机识字百日行动惠及学员36人，受理纠纷10件，其中邻里12件。学习临洮县和枣河镇的经验。\n"
          + "二、存在问题\n"
          + "一是夜校缺老师，山里的学员来不了。\n";

  @Test
  void aDraftIsPastedAndItsHintsLeadToTheirPlaces() {
    openAndCheck();
    assertThat(browser.seeTestId("whose").getText()).contains("柳湾镇", "2026", "2025");
    assertThat(browser.seeTestId("names").getText()).contains("临洮县", "枣河镇");
    assertThat(browser.seeTestId("contradictions").getText()).contains("12件");
    assertThat(browser.seeTestId("missing").getText()).contains("计划");
    assertThat(browser.seeTestId("unanswered").getText()).contains("夜校");
    assertThat(browser.all("[data-testid='draft'] .left")).hasSize(2);
    assertThat(browser.all("[data-testid='sentence-new']"))
        .anyMatch(one -> one.getText().contains("鹌鹑坳"));
    assertThat(browser.seeTestId("repeated").getText()).contains("41份", "186万元");
    assertThat(
            browser.all("[data-testid='sentence-elsewhere'], [data-testid='sentence-own-earlier']"))
        .hasSizeGreaterThanOrEqualTo(2);
    browser.seeTestId("names").findElement(By.tagName("a")).click();
    assertThat(browser.driver().getCurrentUrl()).contains("#p");
    assertThat(browser.driver().getPageSource()).doesNotContain("抄袭");
    isAccessible("self-check");
  }

  @Test
  void aFileIsCheckedAndAnotherTownMayBeSaid(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("稿子.txt"), DRAFT);
    browser.open(origin() + "/help.html");
    goTo("selfcheck");
    browser.driver().findElement(By.id("file")).sendKeys(file.toString());
    browser.seeTestId("check-town").sendKeys("枣河镇");
    browser.seeTestId("submit").click();
    assertThat(browser.seeTestId("whose").getText()).contains("枣河镇");
    assertThat(browser.seeTestId("names").getText()).contains("柳湾镇");
  }

  @Test
  void quotationsAreCheckedOneByOne() {
    browser.open(origin() + "/help.html");
    goTo("quotes");
    browser
        .seeTestId("query")
        .sendKeys(
            "有的报告要求“执法人员上门检查一律亮证”。也有写“执法人员上门巡查一律亮证、一律告知”的，还有“鹌鹑坳夜校点读机识字百日行动”。",
            Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.seeTestId("quote-summary").getText()).contains("3 处引文", "一字不差 1", "本库未见 1");
    assertThat(browser.see("[data-testid='quote-changed'] ins").getText()).isEqualTo("巡");
    isAccessible("quotes");
    browser.view(390, 844, true);
    isAccessible("quotes 390");
    fitsItsWindow("quotes 390");
    browser.screenshot("quotes-390-dark");
    browser.see("[data-testid='quote-verbatim'] a").click();
    assertThat(browser.see(".para--current").getText()).contains("执法人员上门检查一律亮证");
  }

  @Test
  void itIsSaidThatNotAllQuotationsWereChecked() {
    browser.open(origin() + "/quotes.html");
    browser
        .seeTestId("query")
        .sendKeys("“执法人员上门检查”".repeat(201), Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.seeTestId("quote-summary").getText())
        .contains("201 处引文", "只核对了前 200 处", "一字不差 200");
  }

  @Test
  void overlapsAreCountedWhileOneWaits() {
    browser.open(origin() + "/help.html");
    goTo("overlap");
    browser.seeTestId("submit").click();
    assertThat(browser.seeTestId("overlap-summary").getText()).contains("份报告");
    isAccessible("overlap");
    browser.view(390, 844, true);
    fitsItsWindow("overlap 390");
    isAccessible("overlap 390");
    String hit = browser.driver().getCurrentUrl();
    assertThat(hit).contains("region=");
  }

  @ParameterizedTest
  @CsvSource({"1440, false", "1440, true", "390, false", "390, true"})
  void aPairIsARowAndItsPassagesStandSideBySide(int width, boolean dark) throws Exception {
    browser.view(width, 844, dark);
    String shared =
        "一、主要做法\n鹌鹑坳的夜校把识字课搬进了晒谷场，白天收谷晚上认字两不误。\n"
            + "渡口的老艄公当起了义务讲解员，过河的人都能听上一段案例。\n"
            + "茶山脚下的议事棚换了新瓦，雨天开会再也不用挪地方。\n";
    try (Uploaded uploaded = new Uploaded(origin())) {
      uploaded.put("甲.txt", "云岫镇2024年法治政府建设情况报告\n" + shared + "云岫镇另办了一件事。\n");
      uploaded.put("乙.txt", "云台镇2025年法治政府建设情况报告\n" + shared + "云台镇也另办了一件事。\n");
      browser.open(origin() + "/overlap.html");
      browser.seeTestId("submit").click();
      browser.seeTestId("overlap-summary");
      browser.seeTestId("overlap-again").click(); // that of a test before may be shown
      browser.until("the pair", () -> pair() != null);
      WebElement pair = pair();
      assertThat(pair.getText()).contains("云台镇 2025", "3 句");
      assertThat(pair.getSize().getHeight()).isLessThan(110);
      String name = "overlap-" + width + (dark ? "-dark" : "");
      browser.screenshot(name);
      isAccessible(name);
      fitsItsWindow(name);
      pair.findElement(By.tagName("a")).click();
      assertThat(browser.seeTestId("passage").getText()).contains("鹌鹑坳的夜校");
      isAccessible(name + " passages");
      fitsItsWindow(name + " passages");
    }
  }

  private WebElement pair() {
    return browser.all("[data-testid='pair']").stream()
        .filter(row -> row.getText().contains("云岫镇 2024"))
        .findFirst()
        .orElse(null);
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, false", "1024, 768, true", "390, 844, true"})
  void looksRightAndIsAccessible(int width, int height, boolean dark) {
    browser.view(width, height, dark);
    openAndCheck();
    assertThat(browser.see(".shares i").getSize().getWidth())
        .as("the bar is as wide as said")
        .isGreaterThan(5);
    browser.script("document.querySelector('.whose').scrollIntoView()");
    browser.screenshot("selfcheck-" + width + (dark ? "-dark" : ""));
    isAccessible("self-check " + width);
    fitsItsWindow("self-check " + width);
  }

  private void openAndCheck() {
    browser.open(origin() + "/selfcheck.html");
    browser.seeTestId("query").sendKeys(DRAFT, Keys.chord(Keys.CONTROL, Keys.ENTER));
    browser.seeTestId("checked");
  }
}
