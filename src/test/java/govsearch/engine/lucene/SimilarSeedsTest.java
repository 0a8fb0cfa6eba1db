package govsearch.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.Shared;
import govsearch.engine.SampleReports;
import govsearch.engine.SimilarHit;
import govsearch.query.Filters;
import govsearch.query.SimilarRequest;
import govsearch.query.SimilarRequest.Asked;
import govsearch.report.Report;
import govsearch.report.Section;
import govsearch.report.Statement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Similar problems of the real reports that the project began with. */
class SimilarSeedsTest {

  @TempDir private Path index;

  @Test
  void tooFewLegalProfessionalsIsSaidInThreeTownsInOtherWords() {
    List<Report> reports = SampleReports.read(Shared.folder("seeds"));
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      reports.forEach(sink::put);
      sink.commit();
    }
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofMinutes(1))) {
      int asked = 0;
      for (Report report : reports) {
        if (!"拦隆口镇".equals(report.head().town())) {
          continue;
        }
        for (Statement problem : Statement.of(report, Section.PROBLEMS)) {
          if (problem.text().contains("法律") && problem.text().contains("人才")) {
            asked++;
            Asked of = new Asked.Paragraph(report.id(), problem.paragraph().id(), problem.number());
            List<SimilarHit> hits =
                engine.similar(new SimilarRequest(of, Filters.NONE, 10, true)).orElseThrow().hits();
            assertThat(hits.stream().limit(2).map(hit -> hit.report().town()))
                .as(problem.text())
                .containsExactlyInAnyOrder("西仓镇", "虎什哈镇");
          }
        }
      }
      assertThat(asked).isPositive();
    }
  }
}
