package govsearch.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SampleReports;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidyingTest {

  private static final List<Report> REPORTS = SampleReports.read(SampleReports.FOLDER);

  @TempDir private Path index;

  private List<String> segments() throws IOException {
    try (Directory directory = IndexFormat.existing(index)) {
      return SegmentInfos.readLatestCommit(directory).asList().stream()
          .map(segment -> segment.info.name)
          .toList();
    }
  }

  private void rebuild() {
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      for (Report report : REPORTS) {
        sink.put(report);
        sink.commit(); // a segment each
      }
      sink.tidy();
      sink.settle();
    }
  }

  @Test
  void whatIsRebuiltIsOneSegment() throws IOException {
    rebuild();
    assertThat(segments()).hasSize(1);
  }

  @Test
  void whoWritesOneReportAtATimeDoesNotLeaveOneSegmentEach() throws IOException {
    rebuild();
    for (int i = 0; i < 40; i++) {
      try (LuceneSink sink = LuceneSink.update(index)) {
        sink.put(REPORTS.get(i % REPORTS.size()));
        sink.commit();
        sink.settle();
      }
    }
    assertThat(segments().size()).isLessThan(20);
  }

  @Test
  void largeSegmentsAreMergedWhereMuchIsWrittenAndNotForOneChange() {
    Tidying tidying = new Tidying(false);
    TieredMergePolicy merges =
        (TieredMergePolicy) tidying.of(new IndexWriterConfig()).getMergePolicy();
    tidying.write();
    double forOne = merges.getMaxMergedSegmentMB();
    for (int i = 1; i < 1_000; i++) {
      tidying.write();
    }

    assertThat(forOne).isLessThanOrEqualTo(64);
    assertThat(merges.getMaxMergedSegmentMB())
        .isEqualTo(new TieredMergePolicy().getMaxMergedSegmentMB());
  }
}
