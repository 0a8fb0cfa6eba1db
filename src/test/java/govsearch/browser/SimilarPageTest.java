package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

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
  @CsvSource({"1440, 900, false", "390, 844, true"})
  void looksRightAndIsAccessible(int width, int height, boolean dark) {
    browser.view(width, height, dark);
    browser.open(origin() + "/similar.html?text=" + PROBLEM);
    browser.seeTestId("similar-hit");
    browser.screenshot("similar-" + width + (dark ? "-dark" : ""));
    isAccessible("similar " + width);
    fitsItsWindow("similar " + width);
  }
}
