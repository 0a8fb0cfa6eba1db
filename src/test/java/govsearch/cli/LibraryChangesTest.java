package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.library.IntakeRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes a collection while it is served. */
class LibraryChangesTest {

  @TempDir private Path folder;

  /** A new one was begun in its place, and every upload failed for a reason that nobody saw. */
  @Test
  void anIndexThatWasRemovedIsSaidAndNotBegunAnew() throws IOException {
    Path index = folder.resolve("index");
    CommandRun.of(index, "index", CommandRun.SAMPLES.toString());
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(30));
        LibraryChanges changes =
            new LibraryChanges(
                new EmbeddedStore(index),
                new Store.Opened(engine, engine, engine, engine, engine),
                List.of(),
                null,
                false,
                "a-token-for-this-test")) {
      remove(index);
      byte[] report = "云台镇2024年法治政府建设情况报告\n一、工作\n普法一次。\n".getBytes(StandardCharsets.UTF_8);

      assertThatThrownBy(() -> changes.admin().intake().add("云台镇.txt", report, false))
          .isInstanceOf(IntakeRefusedException.class)
          .hasMessageContaining("索引目录不见了");
      assertThat(LuceneEngine.isIndex(index)).isFalse();
      assertThat(engine.size().reports()).as("what was read is served").isEqualTo(14);
    }
  }

  private static void remove(Path index) throws IOException {
    try (Stream<Path> all = Files.walk(index)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
