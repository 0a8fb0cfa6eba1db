package govsearch.engine.lucene.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.CollectionSize;
import govsearch.engine.SampleReports;
import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.report.Report;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFormatTest {

  private static final List<Report> REPORTS = SampleReports.read(SampleReports.FOLDER);

  @TempDir private Path index;

  @Test
  void refusesAMissingIndexAndSaysHowToMakeOne() {
    assertThatThrownBy(this::open)
        .isInstanceOf(UnusableIndexException.class)
        .hasMessageContaining("没有索引")
        .hasMessageContaining("./govsearch index");
  }

  @Test
  void refusesAnIndexOfAnotherFormatInOneLineAndRebuildsIt() throws IOException {
    try (var directory = IndexFormat.directory(index);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of("govsearch.format", "0").entrySet());
      writer.commit();
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(UnusableIndexException.class)
        .hasMessageContaining("格式是 0")
        .hasMessageContaining("./govsearch index --index " + index)
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> LuceneSink.update(index)).isInstanceOf(UnusableIndexException.class);
    rebuild(REPORTS.subList(0, 2));
    assertThat(reports()).isEqualTo(2);
  }

  @Test
  void refusesABrokenIndexAndRebuildsIt() throws IOException {
    rebuild(REPORTS.subList(0, 2));
    try (Stream<Path> files = Files.list(index.resolve("lucene"))) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith("segments")) {
          Files.write(file, new byte[] {1, 2, 3});
        }
      }
    }
    assertThatThrownBy(this::open).isInstanceOf(UnusableIndexException.class);
    rebuild(REPORTS.subList(0, 3));
    assertThat(reports()).isEqualTo(3);
  }

  @Test
  void keepsTheOldIndexUntilARebuildIsCommitted() {
    rebuild(REPORTS.subList(0, 3));
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      sink.put(REPORTS.get(5));
    } // given up before its commit, as an interrupted run is
    assertThat(reports()).isEqualTo(3);
    try (LuceneEngine engine = open()) {
      rebuild(REPORTS.subList(0, 5));
      assertThat(engine.size().reports()).as("not refreshed yet, or already").isIn(3L, 5L);
      engine.refresh();
      assertThat(engine.size().reports()).isEqualTo(5);
    }
  }

  @Test
  void goesOnWithWhatItHasWhereAnotherProgramMakesTheIndexAnew() throws IOException {
    rebuild(REPORTS.subList(0, 3));
    try (LuceneEngine engine = open()) {
      try (var directory = IndexFormat.directory(index);
          IndexWriter writer =
              new IndexWriter(
                  directory,
                  new IndexWriterConfig().setOpenMode(IndexWriterConfig.OpenMode.CREATE))) {
        writer.setLiveCommitData(Map.of("govsearch.format", "999").entrySet());
        writer.commit();
      }
      assertThatThrownBy(engine::refresh)
          .isInstanceOf(UnusableIndexException.class)
          .hasMessageContaining("另一个版本");
      assertThat(engine.size().reports()).isEqualTo(3);
    }
  }

  /** Whatever else keeps it from being read just now, what is there is not deleted for it. */
  @Test
  void deletesNothingOfAnIndexThatCannotBeReadJustNow() throws IOException {
    rebuild(REPORTS.subList(0, 3));
    try (var whole = IndexFormat.directory(index)) {
      var tired =
          new FilterDirectory(whole) {
            @Override
            public IndexInput openInput(String name, IOContext context) throws IOException {
              throw new FileSystemException(name, null, "Too many open files");
            }
          };
      assertThatThrownBy(() -> IndexFormat.dropUnreadable(tired)).isInstanceOf(IOException.class);
    }
    assertThat(reports()).isEqualTo(3);
  }

  @Test
  void letsOneWriterInAtATime() {
    try (LuceneSink first = LuceneSink.rebuild(index)) {
      first.put(REPORTS.getFirst());
      assertThatThrownBy(() -> LuceneSink.rebuild(index))
          .isInstanceOf(UnusableIndexException.class)
          .hasMessageContaining("另一个进程");
      first.commit();
    }
    assertThat(reports()).isEqualTo(1);
  }

  @Test
  void opensAnEmptyCollection() {
    rebuild(List.of());
    try (LuceneEngine engine = open()) {
      assertThat(engine.size()).isEqualTo(new CollectionSize(0, 0));
      var result =
          engine.search(
              govsearch.query.SearchRequest.of(
                  new govsearch.query.Query.Everything(), govsearch.query.Mode.WORDS, 10));
      assertThat(result.hits()).isEmpty();
      assertThat(result.total().value()).isZero();
      assertThat(result.nextCursor()).isNull();
    }
  }

  /** Read through a buffer, a byte here and a byte there, they took a tenth of an index's time. */
  @Test
  void aRebuildReadsLengthsFromMemoryAndNothingElse() throws IOException {
    rebuild(REPORTS);
    try (var directory = IndexFormat.unmapped(index)) {
      List<String> files = List.of(directory.listAll());
      assertThat(files).anyMatch(name -> name.endsWith(".nvd"));
      assertThat(files).noneMatch(name -> name.endsWith(".cfs")); // in which lengths would be too
      for (String name : files) {
        if (!name.endsWith(".lock")) {
          try (IndexInput input = directory.openInput(name, IOContext.DEFAULT)) {
            boolean mapped = input.isLoaded().isPresent();
            assertThat(mapped).as(name).isEqualTo(name.endsWith(".nvd"));
          }
        }
      }
    }
  }

  private void rebuild(List<Report> reports) {
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      reports.forEach(sink::put);
      sink.commit();
    }
  }

  private long reports() {
    try (LuceneEngine engine = open()) {
      return engine.size().reports();
    }
  }

  private LuceneEngine open() {
    return LuceneEngine.open(index, Duration.ofMinutes(1));
  }
}
