package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import govsearch.Shared;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.ingest.sync.Corrections;
import govsearch.ingest.sync.LibraryWriter;
import govsearch.ingest.sync.Uploads;
import govsearch.library.IntakeRefusedException;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small files that once cost too much, beside real reports. */
class HostileCasesTest {

  private static final Duration LIMIT = Duration.ofMinutes(4);

  @TempDir private Path folder;

  @Test
  void eachCostsItselfAndIsNamed() {
    Path hostile = Shared.folder("cases/hostile");
    Path seeds = Shared.folder("seeds");
    CommandRun run =
        assertTimeoutPreemptively(
            LIMIT, () -> CommandRun.of(folder, "index", hostile.toString(), seeds.toString()));
    assertThat(run.exit()).isEqualTo(Commands.PARTLY);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).doesNotContain("\tat ").doesNotContain("程序出错");
    for (String refused :
        List.of(
            "03-fold-ligature-1line-300KB.txt",
            "04-fold-ligature-5lines-1.5MB.txt",
            "05-nested-zip-named-txt-10x7-15KB.zip",
            "11-zip-path-45KB.zip",
            "README.md")) {
      assertThat(run.out()).contains(refused);
    }
    try (LuceneEngine engine = LuceneEngine.open(folder, Duration.ofSeconds(30))) {
      long both =
          engine.reports(govsearch.query.Filters.NONE, false, 200, null).reports().stream()
              .filter(head -> head.source().path().startsWith("13-nfc-nfd/"))
              .count();
      assertThat(both).isEqualTo(2);
    }
    CommandRun again = CommandRun.of(folder, "sync");
    assertThat(again.err()).isEmpty();
    assertThat(again.out()).contains("新增 0 个，更新 0 个，移除 0 个");
    assertThat(CommandRun.of(folder, "verify").exit()).isZero();
  }

  @Test
  void byUploadEachIsTakenOrRefusedAndTheNextOneIsTaken() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(Shared.folder("cases/hostile"))) {
      all.filter(Files::isRegularFile).sorted().forEach(files::add);
    }
    try (Stream<Path> all = Files.list(Shared.folder("seeds"))) {
      all.sorted().forEach(files::add);
    }
    try (LuceneSink sink = LuceneSink.update(folder)) {
      sink.commit();
    }
    List<String> refused = new ArrayList<>();
    try (LuceneEngine engine = LuceneEngine.open(folder, Duration.ofSeconds(30))) {
      LibraryWriter writer =
          new LibraryWriter(
              () -> LuceneSink.update(folder), new SourceStore(folder), engine::refresh);
      Uploads uploads =
          new Uploads(folder, writer, (folders, said) -> Corrections.NONE, false, engine, engine);
      for (Path file : files) {
        String name = file.getFileName().toString();
        try {
          assertTimeoutPreemptively(
              LIMIT, () -> uploads.add(name, Files.readAllBytes(file), false));
        } catch (IntakeRefusedException e) {
          refused.add(name + "：" + e.getMessage());
        }
      }
      assertThat(refused).hasSizeGreaterThanOrEqualTo(4).hasSizeLessThan(files.size() / 2);
      assertThat(refused).noneMatch(reason -> reason.contains("程序出错"));
      uploads.resume();
      assertThat(engine.size().reports()).isGreaterThanOrEqualTo(5);
    }
  }
}
