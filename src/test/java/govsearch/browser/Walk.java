package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Takes a picture of every page at every width, light and dark, whole as far as a person scrolls,
 * to be looked at one by one, as {@code 360-dark/home.png}. {@code eye.txt} beside them says what
 * may be cut, broken or lying on each other, reaches out of the window, or is found by axe-core.
 * Where a page opens further down, what is seen then has a picture of its own.
 *
 * <p>No test: it runs only by name, {@code ./govsearch test -Dtest=Walk}, and leaves the pictures
 * below {@code target/screenshots/walk}, or {@code -Dwalk.into=}. {@code -Dwalk.only=} takes the
 * pages whose name matches, {@code -Dwalk.views=360-light,1440-dark} some views, {@code
 * -Dwalk.origin=} another collection that is served.
 */
class Walk extends WalkedPages {

  private static final int[][] WINDOWS = {
    {360, 740}, {390, 844}, {768, 1024}, {1024, 768}, {1440, 900}, {2560, 1440}
  };

  /** At which widths axe looks too, light and dark: between them nothing else is drawn. */
  private static final Set<Integer> AXE = Set.of(360, 1440);

  /** How much of a long page is on its picture; its last window has one of its own. */
  private static final int MOST_HEIGHT = 5000;

  private final Path into =
      Path.of(System.getProperty("walk.into", Path.of("target", "screenshots", "walk").toString()));

  @Test
  void takesPictures() throws InterruptedException, IOException {
    String only = System.getProperty("walk.only", "");
    String views = "," + System.getProperty("walk.views", "") + ",";
    // On a machine that does much else axe takes longer than a script may.
    browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
    String eye = eye();
    List<String> seen = new ArrayList<>();
    addAll();
    pages.keySet().removeIf(name -> !only.isEmpty() && !name.matches(only));
    for (int[] window : WINDOWS) {
      for (boolean dark : new boolean[] {false, true}) {
        String view = window[0] + (dark ? "-dark" : "-light");
        if (views.equals(",,") || views.contains("," + view + ",")) {
          Path folder = Files.createDirectories(into.resolve(view));
          for (Map.Entry<String, Page> page : pages.entrySet()) {
            browser.view(window[0], window[1], dark);
            open(page.getKey(), page.getValue());
            look(folder.resolve(page.getKey()), window[1]);
            note(eye, view + "/" + page.getKey(), seen);
          }
        }
      }
    }
    assertThat(seen).isEmpty();
    // Of the town that is not there.
    assertThat(browser.complaints()).allMatch(line -> line.contains("404"));
  }

  private void look(Path file, int window) throws IOException {
    long at = ((Number) browser.script("return scrollY")).longValue();
    if (at > 0) { // what lies over the text there, lies elsewhere on a picture of the whole
      Files.write(file.resolveSibling(file.getFileName() + "-seen.png"), browser.window());
      browser.script("scrollTo(0, 0)");
    }
    long length = browser.length();
    Files.write(
        file.resolveSibling(file.getFileName() + ".png"),
        browser.picture(0, Math.min(length, MOST_HEIGHT)));
    if (length > MOST_HEIGHT) {
      Files.write(
          file.resolveSibling(file.getFileName() + "-end.png"),
          browser.picture(length - window, window));
    }
  }

  /** Writes down what is wrong with the page as it is, and goes on. */
  private void note(String eye, String name, List<String> seen) throws IOException {
    List<String> lines = new ArrayList<>();
    ((List<?>) browser.script(eye)).forEach(line -> lines.add(name + ": " + line));
    long width = (Long) browser.script("return document.documentElement.scrollWidth");
    if (width > browser.width()) {
      lines.add(name + ": wider than its window, " + width + "px");
    }
    if (AXE.contains(browser.width())) {
      violations().forEach(line -> lines.add(name + ": axe " + line));
    }
    Files.write(
        into.resolve("eye.txt"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    seen.addAll(lines);
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
}
