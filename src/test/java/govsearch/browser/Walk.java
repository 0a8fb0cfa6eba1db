package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Takes a picture of every page at every width, light and dark, to be looked at one by one. No
 * test: it runs only by name, {@code ./govsearch test -Dtest=Walk}, and leaves the pictures in
 * {@code target/screenshots}.
 */
class Walk extends BrowserTest {

  private static final int[][] WINDOWS = {
    {360, 740}, {390, 844}, {768, 1024}, {1024, 768}, {1440, 900}, {2560, 1440}
  };

  /** Addresses by the pictures' names, and what is to be seen before one is taken. */
  private Map<String, String> pages() {
    searchMany("“法律明白人”", "");
    String report = browser.seeTestId("hit-open").getDomProperty("href");
    String path = report.substring(many().length());
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("home", "/");
    pages.put("results", "/?q=法律明白人");
    pages.put("reports", "/?q=法律明白人&view=reports");
    pages.put("lines", "/?q=法律明白人&view=lines");
    pages.put("spread", "/?q=法律明白人&view=spread");
    pages.put("figures", "/?q=调解&view=figures");
    pages.put("nothing", "/?q=量子计算机");
    pages.put("report", path);
    pages.put("similar", "/similar.html?text=人手不足，普法的办法不多");
    pages.put("similar-empty", "/similar.html");
    pages.put("compare", "/compare.html");
    pages.put("trend", "/trend.html?q=普法&q=调解&q=法律明白人");
    pages.put("batch", "/batch.html");
    pages.put("matrix", "/matrix.html");
    pages.put("selfcheck", "/selfcheck.html");
    pages.put("quotes", "/quotes.html");
    pages.put("overlap", "/overlap.html");
    pages.put("excerpts", "/excerpts.html");
    pages.put("library", "/library.html");
    pages.put("town", "/towns/示例省/望岭县/长卷镇");
    pages.put("help", "/help.html");
    pages.put("history", "/history.html");
    return pages;
  }

  @Test
  void takesPictures() throws InterruptedException {
    List<String> wider = new ArrayList<>();
    String only = System.getProperty("walk.only", "");
    for (Map.Entry<String, String> page : pages().entrySet()) {
      if (!only.isEmpty() && !page.getKey().matches(only)) {
        continue;
      }
      for (int[] window : WINDOWS) {
        for (boolean dark : new boolean[] {false, true}) {
          browser.view(window[0], window[1], dark);
          browser.open(many() + page.getValue());
          browser.see("main");
          browser.until(
              "all is drawn",
              () ->
                  Boolean.TRUE.equals(
                      browser.script(
                          "const p = document.getElementById('progress');"
                              + " return (!p || p.hidden) &&"
                              + " !document.querySelector('[aria-busy=true]');")));
          Thread.sleep(250); // what is drawn late
          browser.screenshot("walk-" + page.getKey() + "-" + window[0] + (dark ? "-dark" : ""));
          if (isWider()) {
            wider.add(page.getKey() + " " + window[0]);
          }
        }
      }
    }
    assertThat(wider).isEmpty();
  }

  private boolean isWider() {
    Object by = browser.script("return document.documentElement.scrollWidth - window.innerWidth");
    return (Long) by > 0;
  }
}
