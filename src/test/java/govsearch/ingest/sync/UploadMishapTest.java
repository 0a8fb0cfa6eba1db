package govsearch.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import govsearch.engine.FailingSink;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.library.IntakeRefusedException;
import govsearch.library.LibrarySink;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upload is kept once it is in the index; one that cannot go in harms no later one. */
class UploadMishapTest {

  private static final String BAD = "恶镇";

  @TempDir private Path index;

  @Test
  void whatTheIndexFailsAtIsRefusedAndNotKept() throws IOException {
    try (LibrarySink sink = LuceneSink.update(index)) {
      sink.commit();
    }
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(20))) {
      Uploads uploads = uploads(engine);
      uploads.add("a.txt", text("甲镇"), false);
      assertThatExceptionOfType(IntakeRefusedException.class)
          .isThrownBy(() -> uploads.add("b.txt", text(BAD), false))
          .satisfies(e -> assertThat(e.why()).isEqualTo(IntakeRefusedException.Cause.UNREADABLE));
      assertThatExceptionOfType(IntakeRefusedException.class)
          .isThrownBy(() -> uploads.add("a.txt", text(BAD), true));

      uploads.add("c.txt", text("丙镇"), false);

      assertThat(files()).containsExactly("a.txt", "c.txt");
      assertThat(Files.readAllBytes(index.resolve("uploads/a.txt"))).isEqualTo(text("甲镇"));
      assertThat(engine.size().reports()).isEqualTo(2);
      assertThat(engine.overview().skipped()).isZero();
    }
  }

  @Test
  void whatWasNeverAcknowledgedIsDroppedAtTheNextStart() throws IOException {
    Path arriving = Files.createDirectories(index.resolve("uploads/.arriving"));
    Files.write(arriving.resolve("1.tmp"), text("甲镇"));
    Files.write(index.resolve("uploads/.upload1.tmp"), text("乙镇"));
    Files.write(index.resolve("uploads/c.txt"), text("丙镇"));
    try (LibrarySink sink = LuceneSink.update(index)) {
      sink.commit();
    }
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(20))) {
      uploads(engine).resume();

      assertThat(files()).containsExactly("c.txt");
      assertThat(engine.size().reports()).isEqualTo(1);
    }
  }

  /** The file was deleted before it was known that the index was another's. */
  @Test
  void whatGetsNoTurnChangesNothing() throws IOException {
    try (LibrarySink sink = LuceneSink.update(index)) {
      sink.commit();
    }
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(20))) {
      Uploads uploads = uploads(engine);
      String id = uploads.add("a.txt", text("甲镇"), false).reports().getFirst().id();
      try (LibrarySink others = LuceneSink.update(index)) {
        assertThat(others.ledger().folders()).hasSize(1);
        assertThatExceptionOfType(IntakeRefusedException.class)
            .isThrownBy(() -> uploads.remove(id))
            .withMessageContaining("正被另一个进程写入")
            .withMessageContaining("没有删除")
            .satisfies(e -> assertThat(e.why()).isEqualTo(IntakeRefusedException.Cause.BUSY));
        assertThatExceptionOfType(IntakeRefusedException.class)
            .isThrownBy(() -> uploads.add("b.txt", text("乙镇"), false))
            .withMessageContaining("文件未收录");
      }
      assertThat(files()).containsExactly("a.txt");
      assertThat(engine.report(id)).isPresent();

      uploads.remove(id);
      assertThat(files()).isEmpty();
      assertThat(engine.report(id)).isEmpty();
    }
  }

  /** What it costs does not grow with what was uploaded before. */
  @Test
  void anUploadLooksAtItsOwnFileOnly() throws IOException {
    Files.createDirectories(index.resolve("uploads"));
    Files.write(index.resolve("uploads/by-hand.txt"), text("乙镇"));
    try (LibrarySink sink = LuceneSink.update(index)) {
      sink.commit();
    }
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(20))) {
      Uploads uploads = uploads(engine);
      uploads.add("a.txt", text("甲镇"), false);
      assertThat(engine.size().reports()).isEqualTo(1);

      uploads.resume();
      assertThat(engine.size().reports()).isEqualTo(2);
    }
  }

  private Uploads uploads(LuceneEngine engine) {
    LibraryWriter writer =
        new LibraryWriter(
            () -> new FailingSink(BAD, LuceneSink.update(index), "stack"),
            new SourceStore(index),
            engine::refresh);
    return new Uploads(index, writer, (folders, said) -> Corrections.NONE, false, engine, engine);
  }

  private List<String> files() throws IOException {
    Path folder = index.resolve("uploads");
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static byte[] text(String town) {
    return (town + "2024年法治政府建设情况报告\n一、做法\n" + town + "宣讲若干场，调解纠纷若干件。\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
