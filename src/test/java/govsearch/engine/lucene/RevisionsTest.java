package govsearch.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.RevisionContract;
import govsearch.engine.SearchEngine;
import govsearch.engine.Seen;
import govsearch.engine.lucene.document.ReportCodec;
import govsearch.engine.lucene.search.RevisionReader;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.library.LibrarySink;
import govsearch.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the embedded engine keeps of texts and times beyond what every engine does. */
class RevisionsTest extends RevisionContract {
  @Override
  protected LibrarySink openSink(boolean anew, Clock clock) {
    return (anew ? LuceneSink.rebuild(index) : LuceneSink.update(index)).at(clock);
  }

  @Override
  protected SearchEngine openEngine() {
    return LuceneEngine.open(index, Duration.ofMinutes(1));
  }

  @Override
  protected void check() {
    assertThat(LuceneEngine.damages(index)).isEmpty();
  }

  @Test
  void whatARebuildLeavesOutIsNotKept() {
    Report report = REPORTS.getFirst();
    put(report);
    put(edited(report, "改了一回。"));
    write(true, sink -> sink.put(REPORTS.get(1)));
    put(report); // its earlier text would be seen with it again
    assertThat(revisions(report)).isEmpty();
    assertThat(seen(report)).isEqualTo(new Seen(START + 400, START + 400));
  }

  @Test
  void aRebuildTakesNoMoreTextsOverThanThereIsRoomFor() {
    Report report = REPORTS.getFirst();
    put(report);
    for (int i = 0; i <= RevisionReader.MOST; i++) {
      put(edited(report, "第" + i + "回。"));
    }
    write(true, sink -> sink.put(edited(report, "又一回。")));
    assertThat(revisions(report)).hasSize(RevisionReader.MOST);
    assertThat(revisions(report).getFirst().report().paragraphs().getLast().text())
        .endsWith("第" + RevisionReader.MOST + "回。");
  }

  /** As if another program had written it. */
  private void writtenBy(String format, String analysis) throws IOException {
    try (Directory directory = IndexFormat.existing(index);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig().setCodec(new ReportCodec()))) {
      Map<String, String> data = new HashMap<>();
      writer.getLiveCommitData().forEach(e -> data.put(e.getKey(), e.getValue()));
      data.put("govsearch.format", format);
      data.put("govsearch.analysis", analysis);
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"11", "12"})
  void aRebuildByALaterProgramKeepsTheTimesThoughItReadsTheFilesOtherwise(String format)
      throws IOException {
    Report report = REPORTS.getFirst();
    Report other = REPORTS.get(1);
    put(report, other);
    put(edited(report, "改了一回。"));
    writtenBy(format, "0");
    write(
        true,
        sink -> {
          sink.put(readOtherwise(edited(report, "改了一回。")));
          sink.put(readOtherwise(other));
          sink.put(REPORTS.get(2));
        });
    assertThat(seen(report)).isEqualTo(new Seen(START + 100, START + 200));
    assertThat(revisions(report)).hasSize(1);
    assertThat(seen(other)).isEqualTo(new Seen(START + 100, START + 100));
    assertThat(revisions(other)).isEmpty();
    assertThat(seen(REPORTS.get(2))).isEqualTo(new Seen(START + 300, START + 300));
  }

  @Test
  void whatACollectionBeginsWithIsTakenForItsBeginningOnce() throws IOException {
    write(true, sink -> sink.put(REPORTS.getFirst()));
    assertThat(begun()).as("cut short").isEqualTo(Long.MAX_VALUE);
    write(
        false,
        sink -> {
          sink.record(run(false));
          sink.commit();
          sink.put(REPORTS.get(1));
          sink.record(run(true));
        });
    assertThat(begun()).isEqualTo(START + 200);
    write(
        false,
        sink -> {
          sink.put(REPORTS.get(2));
          sink.record(run(true));
        });
    assertThat(begun()).isEqualTo(START + 200);
    write(
        true,
        sink -> {
          REPORTS.forEach(sink::put);
          sink.record(run(true));
        });
    assertThat(begun()).as("a rebuild").isEqualTo(START + 200);
    Path restored = index.resolveSibling("restored");
    try (LuceneSink sink = RestoredIndex.open(restored, index)) {
      sink.record(run(true));
      sink.commit();
    }
    try (LuceneEngine engine = LuceneEngine.open(restored, Duration.ofMinutes(1))) {
      assertThat(engine.begun()).isEqualTo(START + 200);
      assertThat(engine.seen(REPORTS.get(2).id())).contains(new Seen(START + 300, START + 300));
    }
    writtenBy("1", "0"); // of which nothing can be taken over
    write(
        true,
        sink -> {
          REPORTS.forEach(sink::put);
          sink.record(run(true));
        });
    assertThat(begun()).isEqualTo(now);
    assertThat(seen(REPORTS.getFirst())).isEqualTo(new Seen(now, now));
  }
}
