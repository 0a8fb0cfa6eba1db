package govsearch.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real headless browser, as a person would use it. Tests skip, and say so, where none is. */
final class Browser implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Selenium's own half a second would be most of what these tests take. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--hide-scrollbars");

  private final ChromeDriver driver;
  private final WebDriverWait wait;
  private int width;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
    this.wait = new WebDriverWait(driver, PATIENCE, BETWEEN_LOOKS);
    wait.ignoring(StaleElementReferenceException.class); // drawn anew while it is looked at
  }

  static Browser start() {
    Path chromium = installed("chromium", "chromium-browser", "google-chrome");
    Path chromedriver = installed("chromedriver");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(FLAGS);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  private static Path installed(String... names) {
    for (String folder : System.getenv("PATH").split(":")) {
      for (String name : names) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) {
          return program;
        }
      }
    }
    Assumptions.abort("skipped: none of " + List.of(names) + " is installed");
    throw new IllegalStateException("abort throws");
  }

  /** How wide the view is. A phone's own idea of it grows with a page that is too wide. */
  int width() {
    return width;
  }

  /** A view of a size, in a colour scheme, with or without a finger. */
  void view(int width, int height, boolean dark) {
    this.width = width;
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** Shows the page as it is printed, or on the screen again. */
  void onPaper(boolean paper) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", paper ? "print" : ""));
  }

  void open(String address) {
    driver.get(address);
  }

  void back() {
    driver.navigate().back();
  }

  void reload() {
    driver.navigate().refresh();
  }

  String address() {
    return String.valueOf(driver.getCurrentUrl());
  }

  /** The first element, as soon as it is shown. */
  WebElement see(String css) {
    return wait.withMessage("to see " + css)
        .until(
            d ->
                d.findElements(By.cssSelector(css)).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElse(null));
  }

  WebElement seeTestId(String id) {
    return see("[data-testid='" + id + "']");
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Waits until something holds. */
  void until(String what, java.util.function.BooleanSupplier condition) {
    wait.withMessage(what).until(d -> condition.getAsBoolean());
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What a person's paste would give. */
  String pasted() {
    driver.executeCdpCommand(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    return (String)
        driver.executeAsyncScript(
            "const done = arguments[0]; navigator.clipboard.readText().then(done, e => done('' +"
                + " e));");
  }

  /** Lets pages write the clipboard, as a click in a window would. */
  void allowClipboard() {
    driver.executeCdpCommand(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
  }

  /** Keeps what the page gives to be saved from now on. */
  void watchSaving() {
    script(
        "window.made = null; const make = URL.createObjectURL; URL.createObjectURL = blob => {"
            + " window.made = blob; return make.call(URL, blob); };");
  }

  /** The file that the page gave to be saved, as soon as it does. */
  byte[] saved() {
    until("a file", () -> Boolean.TRUE.equals(script("return !!window.made")));
    Object base64 =
        driver.executeAsyncScript(
            "const done = arguments[0]; const reader = new FileReader(); reader.onload = () =>"
                + " done(reader.result.split(',')[1]); reader.readAsDataURL(window.made);");
    return Base64.getDecoder().decode((String) base64);
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Complaints of the console since the last call, refusals by the policy among them. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Addresses of everything that the page loaded. */
  Stream<String> loaded() {
    Object names = script("return performance.getEntriesByType('resource').map(e => e.name)");
    return ((List<?>) names).stream().map(String::valueOf);
  }

  void screenshot(String name) {
    keep(name, driver.getScreenshotAs(OutputType.BYTES));
  }

  /** What is seen in the window. */
  byte[] window() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  /** How long the page is, what one would have to scroll to included. */
  long length() {
    return (Long) script("return document.documentElement.scrollHeight");
  }

  /** A part of the page as wide as the view, whether one would have to scroll to it or not. */
  byte[] picture(long from, long height) {
    Map<String, Object> clip =
        Map.of("x", 0, "y", from, "width", width, "height", height, "scale", 1);
    Map<String, Object> answer =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
    return Base64.getDecoder().decode(String.valueOf(answer.get("data")));
  }

  private static void keep(String name, byte[] picture) {
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), picture);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
