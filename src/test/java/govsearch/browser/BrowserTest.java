package govsearch.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import govsearch.engine.SourceStore;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.http.Server;
import govsearch.ingest.Ingest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A browser on a running service with the samples and one hostile report. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

  private static final String HOSTILE =
      """
      乌有镇2024年法治政府建设情况报告<script>window.hacked=1</script>
      一、主要做法“><img src=x onerror="window.hacked=1">
      全镇培养敌意文本员<b>3</b>名，<svg onload="window.hacked=1">&lt;i&gt;覆盖率100%。
      """;

  private LuceneEngine engine;
  private Server server;
  protected Browser browser;

  @BeforeAll
  void startServiceAndBrowser(@TempDir Path folder) throws Exception {
    browser = Browser.start();
    Path reports = Files.createDirectories(folder.resolve("reports"));
    Files.writeString(reports.resolve("hostile.txt"), HOSTILE);
    Path index = folder.resolve("index");
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      new Ingest(sink, new SourceStore(index), Ingest.Progress.SILENT)
          .run(List.of(Path.of("src", "samples"), reports));
    }
    engine = LuceneEngine.open(index, Duration.ofMinutes(1));
    var settings = new Server.Settings("127.0.0.1", 0, Path.of("web"), null);
    server = new Server(engine, engine, new SourceStore(index), settings).start();
    browser.view(1440, 900, false);
  }

  @AfterAll
  void stopServiceAndBrowser() {
    if (server != null) {
      server.close();
      engine.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingWasComplainedOfNorLoadedFromElsewhere() {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.loaded()).allMatch(address -> address.startsWith(origin()));
    assertThat(browser.script("return window.hacked")).isNull();
  }

  protected String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  protected void search(String q, String more) {
    browser.open(origin() + "/?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + more);
    browser.seeTestId("summary");
  }

  /** What axe-core finds wrong on the page as it is. */
  @SuppressWarnings("deprecation") // nothing else keeps axe in the page
  protected void isAccessible(String state) {
    // In the page itself: another window would take the focus, and what is open would close.
    List<Rule> violations =
        new AxeBuilder().setLegacyMode().analyze(browser.driver()).getViolations();
    assertThat(violations)
        .as("accessibility of %s", state)
        .extracting(rule -> rule.getId() + ": " + rule.getNodes())
        .isEmpty();
  }
}
