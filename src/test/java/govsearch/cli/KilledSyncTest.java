package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.Hit;
import govsearch.engine.SearchResult;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.files.TemporaryFolder;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestOptions;
import govsearch.library.SourceStore;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Ids;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed at random moments of a sync, while files come, change, move and go. What
 * it leaves is a collection of whole reports; the run after it, and at last the whole, is equal to
 * an index made anew, hit for hit.
 */
class KilledSyncTest {

  private static final long SEED = 20_260_401;

  private static final int KILLS = 50;
  private static final int KILLS_BETWEEN_COMPARISONS = 10;

  private static final int FILES = 24;
  private static final int BY_SIGKILL = 128 + 9;
  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private Path reports;
  private Path index;
  private final Random random = new Random(SEED);

  /** The process that is killed: syncs over and over, committing often, until it is. */
  static final class Syncing {
    private Syncing() {}

    public static void main(String[] args) {
      Path index = Path.of(args[0]);
      IngestOptions often =
          IngestOptions.sync(null, true, false).committingEvery(Duration.ofMillis(5));
      try (LuceneSink sink = LuceneSink.update(index)) {
        new Ingest(sink, new SourceStore(index), Ingest.Progress.SILENT, often)
            .run(List.of(Path.of(args[1])));
      }
    }
  }

  @BeforeEach
  void makeFolders() throws IOException {
    reports = Files.createDirectories(folder.resolve("reports"));
    index = folder.resolve("index");
    for (int i = 0; i < FILES; i++) {
      write(i);
    }
  }

  @Test
  void whateverTheMomentTheNextRunsArriveWhereAFreshIndexWould() throws Exception {
    assertThat(run(TIME_LIMIT.toMillis())).as("killed").isFalse(); // reads the disk
    change();
    long start = System.nanoTime();
    assertThat(run(TIME_LIMIT.toMillis())).as("killed").isFalse();
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    int killed = 0;
    while (killed < KILLS) {
      if (run(random.nextLong(whole / 4, whole))) { // in the first part Java starts
        killed++;
        assertWholeReports();
        if (killed % KILLS_BETWEEN_COMPARISONS == 0) {
          sync();
          assertEqualsFresh();
        }
      }
      change();
    }
    sync();
    assertEqualsFresh();
  }

  /**
   * Runs a sync in a process of its own.
   *
   * @return whether it was killed before it was done
   */
  private boolean run(long millis) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Syncing.class.getName(),
                index.toString(),
                reports.toString())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    boolean done = process.waitFor(millis, TimeUnit.MILLISECONDS);
    if (!done) {
      process.destroyForcibly().waitFor(); // unless it ends by itself at this very moment
    }
    int exit = process.exitValue();
    assertThat(exit).as(this::readError).isIn(done ? List.of(0) : List.of(0, BY_SIGKILL));
    return exit == BY_SIGKILL;
  }

  private String readError() {
    try {
      return Files.readString(folder.resolve("err.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void sync() {
    try (LuceneSink sink = LuceneSink.update(index)) {
      new Ingest(
              sink,
              new SourceStore(index),
              Ingest.Progress.SILENT,
              IngestOptions.sync(null, true, false))
          .run(List.of(reports));
    }
  }

  private void change() throws IOException {
    for (int i = random.nextInt(4, 20); i > 0; i--) {
      int file = random.nextInt(FILES);
      Path path = path(file);
      switch (random.nextInt(5)) {
        case 0 -> Files.deleteIfExists(path);
        case 1 -> {
          if (Files.exists(path)) {
            Files.move(path, path(FILES + random.nextInt(FILES)), REPLACE);
          }
        }
        case 2 -> Files.writeString(path, "");
        default -> write(file);
      }
    }
  }

  private static final java.nio.file.CopyOption REPLACE =
      java.nio.file.StandardCopyOption.REPLACE_EXISTING;

  private Path path(int file) {
    return reports.resolve("临溪县" + file % 3 + "/" + "镇" + file + ".txt");
  }

  /** Few towns and texts, so that some files give the same report. */
  private void write(int file) throws IOException {
    Path path = path(file);
    Files.createDirectories(path.getParent());
    int town = random.nextInt(8);
    StringBuilder text = new StringBuilder("青石" + town + "镇2024年法治政府建设情况报告\n");
    for (int section = 1; section <= 3; section++) {
      text.append("一二三".charAt(section - 1)).append("、主要做法\n");
      for (int i = 0; i < 12; i++) {
        text.append("开展法治宣讲")
            .append((town * 7 + i * section) % 10)
            .append("场，调解纠纷")
            .append(i)
            .append("起，培育“法律明白人”，群众满意度有所提高。\n");
      }
    }
    Files.writeString(path, text);
  }

  /** As a search would see it in the middle of things: nothing of a report without the rest. */
  private void assertWholeReports() {
    if (!LuceneEngine.isIndex(index)) {
      return; // killed before the first commit
    }
    try (LuceneEngine engine = LuceneEngine.open(index, TIME_LIMIT)) {
      long paragraphs = 0;
      for (ReportHead head : engine.reports(Filters.NONE, 200, null).reports()) {
        Report report = engine.report(head.id()).orElseThrow();
        assertThat(report.paragraphs()).hasSize(head.paragraphCount());
        paragraphs += head.paragraphCount();
      }
      assertThat(engine.size().paragraphs()).isEqualTo(paragraphs);
    }
  }

  private void assertEqualsFresh() throws IOException {
    try (TemporaryFolder other = TemporaryFolder.create("cli");
        LuceneEngine engine = LuceneEngine.open(index, TIME_LIMIT)) {
      try (LuceneSink sink = LuceneSink.rebuild(other.path())) {
        new Ingest(sink, new SourceStore(other.path()), Ingest.Progress.SILENT)
            .run(List.of(reports));
      }
      try (LuceneEngine fresh = LuceneEngine.open(other.path(), TIME_LIMIT)) {
        assertThat(engine.size()).isEqualTo(fresh.size());
        List<ReportHead> heads = fresh.reports(Filters.NONE, 200, null).reports();
        assertThat(engine.reports(Filters.NONE, 200, null).reports()).isEqualTo(heads);
        for (ReportHead head : heads) {
          assertThat(engine.report(head.id())).isEqualTo(fresh.report(head.id()));
        }
        for (String asked : List.of("法律明白人", "调解纠纷3起", "满意", "主要做法")) {
          for (SortOrder order : List.of(SortOrder.RELEVANCE, SortOrder.NEWEST)) {
            assertThat(hits(engine, asked, order)).isEqualTo(hits(fresh, asked, order));
          }
        }
        assertThat(engine.overview().size()).isEqualTo(fresh.overview().size());
        assertThat(engine.overview().files()).isEqualTo(fresh.overview().files());
        assertThat(engine.overview().skipped()).isEqualTo(fresh.overview().skipped());
      }
    }
  }

  /** What is found, in its order, with its scores, formula shares and counts. */
  private static List<String> hits(LuceneEngine engine, String asked, SortOrder order) {
    List<String> hits = new ArrayList<>();
    String cursor = null;
    do {
      SearchResult page =
          engine.search(
              new SearchRequest(
                  new Query.Words(asked), Mode.WORDS, Filters.NONE, order, 100, cursor));
      cursor = page.nextCursor();
      for (Hit hit : page.hits()) {
        String key = Ids.key(hit.report().id(), hit.paragraph().id());
        hits.add(key + " " + hit.score() + " " + hit.formulaShare() + " " + hit.nearIdentical());
      }
      hits.add(page.total() + " " + page.foldedTotal() + " " + page.facets());
    } while (cursor != null);
    return hits;
  }
}
