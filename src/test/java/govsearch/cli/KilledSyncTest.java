package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.lucene.LuceneSink;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestOptions;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
  private static final Duration TIME_LIMIT = Duration.ofMinutes(3);

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
        LeftIndex.assertWholeReports(index);
        if (killed % KILLS_BETWEEN_COMPARISONS == 0) {
          sync();
          LeftIndex.assertEqualsFresh(index, reports, null);
        }
      }
      change();
    }
    sync();
    LeftIndex.assertEqualsFresh(index, reports, null);
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
}
