package govsearch.browser;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.http.Server;
import govsearch.ingest.sync.Curation;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.LibraryWriter;
import govsearch.ingest.sync.Uploads;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A browser and a running service with the samples, one hostile report and one file that cannot be
 * taken; started once for all tests.
 */
final class BrowserService implements AutoCloseable {

  static final String TOKEN = "a-token-for-the-tests";

  private static final String HOSTILE =
      """
      乌有镇2024年法治政府建设情况报告<script>window.hacked=1</script>
      一、主要做法“><img src=x onerror="window.hacked=1">
      全镇培养敌意文本员<b>3</b>名，另有敌意文本员5名<b>在岗</b>，<svg onload="window.hacked=1">&lt;i&gt;覆盖率100%。
      """;

  /** Of which some items have a title and others are a sentence. */
  private static final String ITEMS =
      """
      外纲镇2042年法治政府建设情况报告
      一、主要做法
      （一）强化督查
      1.建好台账。全镇分三步走，各村各负其责：
      （1）建立台账12本，逐项销号。
      （2）按月通报。每月通报一次进展，落后的当面说明原因，并限期补上。
      （3）年底评比3次。
      二、存在问题
      督查的人手还不够用。
      """;

  private final Path folder;
  private final Browser browser;
  private final LuceneEngine engine;
  private final Server server;

  private BrowserService(Path folder, Browser browser, LuceneEngine engine, Server server) {
    this.folder = folder;
    this.browser = browser;
    this.engine = engine;
    this.server = server;
  }

  static BrowserService start() {
    Browser browser = Browser.start();
    try {
      Path folder = Files.createTempDirectory("govsearch-browser");
      Path reports = Files.createDirectories(folder.resolve("reports"));
      Files.writeString(reports.resolve("hostile.txt"), HOSTILE);
      Files.writeString(reports.resolve("items.txt"), ITEMS);
      Files.writeString(reports.resolve("空白.txt"), "");
      Path index = folder.resolve("index");
      SourceStore sources = new SourceStore(index);
      try (LuceneSink sink = LuceneSink.rebuild(index)) {
        new Ingest(sink, sources, Ingest.Progress.SILENT)
            .run(List.of(Path.of("src", "samples"), reports));
      }
      LuceneEngine engine = LuceneEngine.open(index, Duration.ofMinutes(1));
      LibraryWriter writer =
          new LibraryWriter(() -> LuceneSink.update(index), sources, engine::refresh);
      Uploads uploads =
          new Uploads(
              index,
              writer,
              (folders, said) -> Curation.of(folders, null, said),
              false,
              engine,
              engine);
      Server.Settings settings =
          new Server.Settings(
              "127.0.0.1", 0, Path.of("web"), null, new Server.Admin(TOKEN, uploads));
      Server server = new Server(engine, engine, sources, settings).start();
      return new BrowserService(folder, browser, engine, server);
    } catch (IOException e) {
      browser.close();
      throw new IllegalStateException(e);
    }
  }

  Browser browser() {
    return browser;
  }

  String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  @Override
  public void close() throws IOException {
    browser.close();
    server.close();
    engine.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
