package govsearch.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.CollectingSink;
import govsearch.library.FileRecord;
import govsearch.library.SourceStore;
import govsearch.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sync that ends at any of its writes, whatever it was about to do: what was committed is whole,
 * and the next one arrives where a fresh index would.
 */
class InterruptedSyncTest {

  private static final long SEED = 20_260_401;
  private static final IngestOptions OFTEN =
      IngestOptions.sync(null, true, false).committingEvery(Duration.ZERO);

  @TempDir private Path folder;
  private Path reports;

  private static final class Cut extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    Cut() {
      super(new IOException("cut"));
    }
  }

  @Test
  void everyWriteMayBeTheLast() throws IOException {
    reports = Files.createDirectories(folder.resolve("reports"));
    Random random = new Random(SEED);
    int cuts = 0;
    for (int round = 0; round < 12; round++) {
      List<Path> before = new ArrayList<>();
      CollectingSink[] sink = new CollectingSink[1];
      int[] left = {Integer.MAX_VALUE};
      sink[0] =
          new CollectingSink(
              () -> {
                if (left[0]-- == 0) {
                  throw new Cut();
                }
              });
      change(random, before, 8);
      sync(sink[0]);
      change(random, before, 5);
      for (int at = 0; ; at++) {
        left[0] = at;
        boolean done = true;
        try {
          sync(sink[0]);
        } catch (Cut e) {
          done = false;
          cuts++;
        }
        left[0] = Integer.MAX_VALUE;
        sink[0].rollBack();
        assertWhole(sink[0]);
        if (at % 3 == 2) {
          change(random, before, 1); // the folder changes meanwhile
        }
        if (done) {
          break;
        }
      }
      sync(sink[0]);
      assertThat(sink[0].reports()).isEqualTo(fresh().reports());
      assertWhole(sink[0]);
    }
    assertThat(cuts).isGreaterThan(100);
  }

  /** Few texts for many files, so that many give the same report. */
  private void change(Random random, List<Path> files, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      Path file =
          reports.resolve("abc".charAt(random.nextInt(3)) + "" + random.nextInt(4) + ".txt");
      switch (random.nextInt(4)) {
        case 0 -> Files.deleteIfExists(file);
        case 1 -> {
          Path to = reports.resolve("d" + random.nextInt(4) + ".txt");
          if (Files.exists(file)) {
            Files.move(file, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            files.add(to);
          }
        }
        default -> {
          int text = random.nextInt(4);
          Files.writeString(file, text == 0 ? "" : "乌有镇2024年法治政府建设情况报告\n一、做法\n宣讲" + text + "场。\n");
          files.add(file);
        }
      }
    }
    if (isEmpty()) {
      Files.writeString(reports.resolve("a0.txt"), "乌有镇2024年法治政府建设情况报告\n一、做法\n宣讲。\n");
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> all = Files.list(reports)) {
      return all.findAny().isEmpty();
    }
  }

  /** Every report has a file that gave it, and every file its report. */
  private static void assertWhole(CollectingSink sink) {
    List<String> given = new ArrayList<>();
    for (FileRecord file : sink.files()) {
      for (FileRecord.Given report : file.reports()) {
        given.add(report.content());
      }
    }
    List<String> there = new ArrayList<>();
    for (Report report : sink.reports()) {
      String content = Contents.of(report);
      assertThat(given).contains(content);
      there.add(content);
    }
    assertThat(there).doesNotHaveDuplicates().containsAll(given);
  }

  private void sync(CollectingSink sink) {
    new Ingest(sink, store("index"), Ingest.Progress.SILENT, OFTEN).run(List.of(reports));
  }

  private CollectingSink fresh() {
    CollectingSink fresh = new CollectingSink();
    new Ingest(fresh, store("fresh"), Ingest.Progress.SILENT).run(List.of(reports));
    return fresh;
  }

  private SourceStore store(String name) {
    return new SourceStore(folder.resolve(name));
  }
}
