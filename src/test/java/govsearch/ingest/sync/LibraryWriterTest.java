package govsearch.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.LuceneSink;
import govsearch.library.LibrarySink;
import govsearch.library.SourceStore;
import govsearch.report.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a service holds the index that it changes. */
class LibraryWriterTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path index;
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger committed = new AtomicInteger();

  @BeforeEach
  void anEmptyIndex() {
    try (LibrarySink sink = LuceneSink.update(index)) {
      sink.commit();
    }
  }

  private LibrarySink open() {
    opened.incrementAndGet();
    return LuceneSink.update(index);
  }

  @Test
  void othersGetTheirTurnBetweenRuns() {
    try (LibraryWriter writer =
        new LibraryWriter(this::open, new SourceStore(index), committed::incrementAndGet)) {
      assertThat(writer.change(PATIENCE, sink -> 1)).hasValue(1);
      LuceneSink.update(index).close();
      assertThat(writer.change(PATIENCE, sink -> 2)).hasValue(2);
    }
    assertThat(opened).hasValue(2);
    assertThat(committed).hasValue(2);
  }

  @Test
  void whoKeepsItOpenHoldsItUntilTheEnd() {
    try (LibraryWriter writer =
        LibraryWriter.keepingOpen(this::open, new SourceStore(index), committed::incrementAndGet)) {
      writer.change(PATIENCE, sink -> 1);
      assertThatThrownBy(() -> LuceneSink.update(index))
          .isInstanceOf(UnusableIndexException.class)
          .hasMessageContaining("正被另一个进程写入");
      writer.change(PATIENCE, sink -> 2);
    }
    LuceneSink.update(index).close();
    assertThat(opened).hasValue(1);
    assertThat(committed).hasValue(2);
  }

  @Test
  void aRunThatFailsGivesItBackAndTheNextOneOpensItAnew() {
    try (LibraryWriter writer =
        LibraryWriter.keepingOpen(this::open, new SourceStore(index), committed::incrementAndGet)) {
      assertThatThrownBy(
              () ->
                  writer.change(
                      PATIENCE,
                      sink -> {
                        throw new IllegalStateException("by the test");
                      }))
          .hasMessage("by the test");
      LuceneSink.update(index).close();
      assertThat(writer.change(PATIENCE, sink -> 2)).hasValue(2);
    }
    assertThat(opened).hasValue(2);
    assertThat(committed).as("what was committed before it failed is there").hasValue(2);
  }

  @Test
  void whatAFailedRunKeptStandsInNobodysWay() throws IOException {
    byte[] ours = "甲镇的报告".getBytes(StandardCharsets.UTF_8);
    byte[] others = "乙镇的报告".getBytes(StandardCharsets.UTF_8);
    SourceStore sources = new SourceStore(index);
    try (LibraryWriter writer =
        new LibraryWriter(this::open, sources, committed::incrementAndGet)) {
      assertThatThrownBy(
              () ->
                  writer.change(
                      PATIENCE,
                      sink -> {
                        keep(sources, ours);
                        throw new IllegalStateException("by the test");
                      }))
          .hasMessage("by the test");
    }
    assertThat(sources.contains(Ids.sha256(ours))).isFalse();
    SourceStore another = new SourceStore(index);
    keep(another, others);
    another.sync();
    keep(sources, ours);
    sources.sync();
    assertThat(new SourceStore(index).contains(Ids.sha256(others))).isTrue();
    assertThat(new SourceStore(index).contains(Ids.sha256(ours))).isTrue();
  }

  private static void keep(SourceStore sources, byte[] bytes) {
    try {
      sources.keep(Ids.sha256(bytes), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
