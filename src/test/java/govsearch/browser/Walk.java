package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Takes a picture of every page at every width, light and dark, whole as far as a person scrolls,
 * to be looked at one by one; {@code eye.txt} beside them says what may be cut, broken or lying on
 * each other. No test: it runs only by name, {@code ./govsearch test -Dtest=Walk}, and leaves the
 * pictures in {@code target/screenshots}. {@code -Dwalk.only=} takes those whose name matches,
 * {@code -Dwalk.origin=} another collection that is served.
 */
class Walk extends WalkedPages {

  private static final int[][] WINDOWS = {
    {360, 740}, {390, 844}, {768, 1024}, {1024, 768}, {1440, 900}, {2560, 1440}
  };

  /** How much of a long page is on its picture. */
  private static final int MOST_HEIGHT = 3000;

  @Test
  void takesPictures() throws InterruptedException, IOException {
    List<String> wider = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    String only = System.getProperty("walk.only", "");
    String eye = eye();
    addAll();
    for (Map.Entry<String, Page> page : pages.entrySet()) {
      if (!only.isEmpty() && !page.getKey().matches(only)) {
        continue;
      }
      for (int[] window : WINDOWS) {
        for (boolean dark : new boolean[] {false, true}) {
          browser.view(window[0], window[1], dark);
          open(page.getKey(), page.getValue());
          String name = page.getKey() + "-" + window[0] + (dark ? "-dark" : "");
          browser.wholeScreenshot("walk-" + name, window[0], MOST_HEIGHT);
          if (!dark) {
            ((List<?>) browser.script(eye)).forEach(line -> seen.add(name + ": " + line));
          }
          if (isWider()) {
            wider.add(name);
          }
        }
      }
    }
    Files.write(Path.of("target", "screenshots", "eye.txt"), seen);
    assertThat(wider).isEmpty();
  }

  private void open(String name, Page page) throws InterruptedException {
    if (!name.equals("excerpts")) {
      browser.script("localStorage.removeItem('govsearch:excerpts')");
    }
    browser.open("about:blank"); // an address that differs by its fragment alone is not loaded
    browser.open(many() + page.address());
    browser.see("main");
    page.then().run();
    browser.until(
        "all is drawn",
        () ->
            Boolean.TRUE.equals(
                browser.script(
                    "const p = document.getElementById('progress');"
                        + " return (!p || p.hidden) &&"
                        + " !document.querySelector('[aria-busy=true]');")));
    Thread.sleep(250); // what is drawn late
  }

  private static String eye() throws IOException {
    try (InputStream script = Walk.class.getResourceAsStream("eye.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private boolean isWider() {
    return (Long) browser.script("return document.documentElement.scrollWidth") > browser.width();
  }
}
