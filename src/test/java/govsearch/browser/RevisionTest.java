package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 修订 and 关注: a report that was edited is held against what it said, and a search is followed. */
class RevisionTest extends BrowserTest {

  private static final String REPORT = "云岫镇2024年法治政府建设情况报告\n一、主要做法\n开展“莫须有节”宣讲3场。\n收集意见四条。\n";

  @ParameterizedTest
  @CsvSource({"1440, false", "1440, true", "390, false", "390, true"})
  void anEditedReportLeadsToWhatItSaidBeforeAndASearchToItsFeed(int width, boolean dark)
      throws Exception {
    browser.view(width, 844, dark);
    String window = width + (dark ? "-dark" : "");
    try (Uploaded uploaded = new Uploaded(origin())) {
      String id = uploaded.put("云岫镇.txt", REPORT);
      browser.open(origin() + "/reports/" + id);
      browser.seeTestId("paragraph");
      assertThat(browser.all("[data-testid='revision']")).isEmpty();
      Thread.sleep(1_100); // times are kept by the second
      uploaded.put("云岫镇.txt", REPORT.replace("3场", "4场"));
      browser.open(origin() + "/reports/" + id);
      assertThat(browser.seeTestId("revision").getText()).contains("修订");
      holds("revised-" + window);
      browser.seeTestId("revision").click();
      browser.until(
          "both texts",
          () -> {
            String compared = browser.see("#compared").getText();
            return compared.contains("3场") && compared.contains("4场");
          });
      assertThat(browser.see("main").getText()).contains("以前的文字");
      holds("revision-" + window);

      search("“莫须有节”", "&sort=first-seen");
      browser.seeTestId("hit");
      browser.seeTestId("export").click();
      assertThat(browser.seeTestId("watch").getDomProperty("href"))
          .contains("/api/v1/watch.atom?q=")
          .doesNotContain("sort=");
      holds("watch-" + window);
    }
  }

  private void holds(String name) {
    browser.screenshot(name);
    isAccessible(name);
    fitsItsWindow(name);
  }
}
