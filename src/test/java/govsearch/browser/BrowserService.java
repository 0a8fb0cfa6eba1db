package govsearch.browser;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.http.Server;
import govsearch.http.ServerSettings;
import govsearch.ingest.places.Gazetteer;
import govsearch.ingest.sync.Curation;
import govsearch.ingest.sync.DraftReading;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.LibraryWriter;
import govsearch.ingest.sync.Uploads;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A running service with the samples, one hostile report and one file that cannot be taken, made
 * anew for each class, for tests change it. The browser, and the service with {@link ManyReports},
 * which none changes, are made once in a process.
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

  /** A collection that is served. */
  private record Served(LuceneEngine engine, Server server) implements AutoCloseable {

    static Served of(Path index, int port, boolean changeable) throws IOException {
      LuceneEngine engine = LuceneEngine.open(index, Duration.ofMinutes(1));
      SourceStore sources = new SourceStore(index);
      ServerSettings.@Nullable Admin admin = null;
      if (changeable) {
        LibraryWriter writer =
            new LibraryWriter(() -> LuceneSink.update(index), sources, engine::refresh);
        admin =
            new ServerSettings.Admin(
                TOKEN,
                new Uploads(
                    index,
                    writer,
                    (folders, said) -> Curation.of(folders, null, said),
                    false,
                    engine,
                    engine));
      }
      ServerSettings settings = new ServerSettings("127.0.0.1", port, Path.of("web"), null, admin);
      return new Served(engine, new Server(engine, engine, sources, settings, drafts()).start());
    }

    private static Server.Drafts drafts() {
      return new Server.Drafts(new DraftReading(null), Gazetteer.builtIn().names());
    }

    String origin() {
      return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
      server.close();
      engine.close();
    }
  }

  private static @Nullable Browser sharedBrowser;
  private static @Nullable Served sharedMany;

  private final Path folder;
  private final Browser browser;
  private final Served samples;

  private BrowserService(Path folder, Browser browser, Served samples) {
    this.folder = folder;
    this.browser = browser;
    this.samples = samples;
  }

  static BrowserService start() {
    Browser browser = sharedBrowser();
    try {
      Path folder = Files.createTempDirectory("govsearch-browser");
      Path reports = Files.createDirectories(folder.resolve("reports"));
      Files.writeString(reports.resolve("hostile.txt"), HOSTILE);
      Files.writeString(reports.resolve("items.txt"), ITEMS);
      Files.writeString(reports.resolve("空白.txt"), "");
      Path index = folder.resolve("index");
      index(index, List.of(Path.of("src", "samples"), reports));
      return new BrowserService(folder, browser, Served.of(index, 0, true));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static synchronized Browser sharedBrowser() {
    if (sharedBrowser == null) {
      sharedBrowser = Browser.start();
      Runtime.getRuntime().addShutdownHook(new Thread(sharedBrowser::close));
    }
    return sharedBrowser;
  }

  private static void index(Path index, List<Path> reports) {
    SourceStore sources = new SourceStore(index);
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      new Ingest(sink, sources, Ingest.Progress.SILENT).run(reports);
    }
  }

  Browser browser() {
    return browser;
  }

  String origin() {
    return samples.origin();
  }

  /** Where {@link ManyReports} are served; made when first asked for. */
  static synchronized String originOfMany() {
    try {
      if (sharedMany == null) {
        Path folder = Files.createTempDirectory("govsearch-many");
        Path reports = Files.createDirectories(folder.resolve("many"));
        ManyReports.write(reports);
        Path index = folder.resolve("many-index");
        index(index, List.of(reports));
        Served many = Served.of(index, 0, false);
        sharedMany = many;
        Runtime.getRuntime()
            .addShutdownHook(
                new Thread(
                    () -> {
                      many.close();
                      delete(folder);
                    }));
      }
      return sharedMany.origin();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The samples at another address, while something is done.
   *
   * @param port 0 for any that is free
   */
  int whileServed(int port, IntConsumer what) {
    try (Served another = Served.of(folder.resolve("index"), port, false)) {
      what.accept(another.server().port());
      return another.server().port();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    samples.close();
    delete(folder);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
