package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A person's way through the pages: the tests of a class share a service, and all the browser. */
@ExtendWith(BrowserTest.Shared.class)
abstract class BrowserTest {

  /** Starts the service before the first test, and has it closed after the last. */
  static final class Shared implements BeforeAllCallback {
    private static @Nullable BrowserService service;

    @Override
    public void beforeAll(ExtensionContext context) {
      service =
          context
              .getRoot()
              .getStore(ExtensionContext.Namespace.GLOBAL)
              .computeIfAbsent(
                  BrowserService.class, key -> BrowserService.start(), BrowserService.class);
    }
  }

  /** Rules that axe leaves off unless asked. */
  private static final AxeRunOptions RULES = new AxeRunOptions();

  static {
    AxeRuleOptions on = new AxeRuleOptions();
    on.setEnabled(true);
    RULES.setRules(Map.of("label-content-name-mismatch", on, "target-size", on));
  }

  protected Browser browser;

  @BeforeEach
  void aWideWindow() {
    browser = service().browser();
    browser.view(1440, 900, false);
  }

  static BrowserService service() {
    return Objects.requireNonNull(Shared.service);
  }

  @AfterEach
  void nothingWasComplainedOfNorLoadedFromElsewhere() {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.loaded())
        .allMatch(address -> address.startsWith("http://127.0.0.1:" + portOf(browser.address())));
    assertThat(browser.script("return window.hacked")).isNull();
  }

  private static int portOf(String address) {
    return URI.create(address.replaceAll("[?#].*+", "")).getPort();
  }

  protected String origin() {
    return service().origin();
  }

  protected void search(String q, String more) {
    browser.open(origin() + "/?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + more);
    browser.until("the headline", () -> !browser.seeTestId("summary").getText().isBlank());
  }

  /** By the navigation, of which a part opens first where the page is in one. */
  protected void goTo(String page) {
    WebElement link = browser.all("[data-testid='" + page + "-link']").getFirst();
    if (!link.isDisplayed()) {
      link.findElement(By.xpath("ancestor::details/summary")).click();
    }
    link.click();
  }

  /** Searches the many reports. */
  protected void searchMany(String q, String more) {
    browser.open(many() + "/?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + more);
    browser.seeTestId("summary-paragraphs");
  }

  /** Where the many reports are. */
  protected String many() {
    return BrowserService.originOfMany();
  }

  /** How many paragraphs the headline of the results says there are. */
  protected int paragraphs() {
    return number(browser.seeTestId("summary-paragraphs").getText());
  }

  /** The first number of a text. */
  protected static int number(String text) {
    return Integer.parseInt(text.replaceAll("(?s)^\\D*+([\\d,]++).*+", "$1").replace(",", ""));
  }

  /** Of more of a kind axe learns nothing, but takes minutes. */
  private static final String MANY =
      "document.querySelectorAll('.para, .hit, tbody tr').forEach((one, i) => i < 200 ||"
          + " one.setAttribute('data-beyond', ''))";

  /** What axe-core finds wrong on the page as it is. */
  @SuppressWarnings("deprecation") // nothing else keeps axe in the page
  protected List<String> violations() {
    browser.script(MANY);
    // In the page itself: another window would take the focus, and what is open would close.
    List<Rule> violations =
        new AxeBuilder()
            .setLegacyMode()
            .withOptions(RULES)
            .exclude("[data-beyond]")
            .analyze(browser.driver())
            .getViolations();
    return violations.stream().map(rule -> rule.getId() + ": " + rule.getNodes()).toList();
  }

  protected void isAccessible(String state) {
    assertThat(violations()).as("accessibility of %s", state).isEmpty();
  }

  /** Nothing is wider than the window. */
  protected void fitsItsWindow(String state) {
    Object width = browser.script("return document.documentElement.scrollWidth");
    assertThat((Long) width).as("%s fits its window", state).isLessThanOrEqualTo(browser.width());
  }
}
