package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.report.Metadata;
import govsearch.report.Paragraph;
import govsearch.report.Provenance;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Sourced;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The edition follows from what is there alone, and every report is shown once, by its id. */
public abstract class EditionContract extends EngineContract {

  @TempDir private Path other;

  private final List<Report> reports = SampleReports.read(SampleReports.FOLDER);

  private static String edition(SearchEngine engine) {
    return engine.edition().orElseThrow();
  }

  private String editionOf(Path where, List<Report> some, int atOnce) {
    for (int from = 0; from < some.size(); from += atOnce) {
      try (IndexSink sink = openSink(where)) {
        some.subList(from, Math.min(some.size(), from + atOnce)).forEach(sink::put);
        sink.commit();
      }
    }
    try (SearchEngine engine = openEngine(where)) {
      return edition(engine);
    }
  }

  @Test
  void theSameReportsAreTheSameEditionInWhateverOrderAndHoweverOftenTheyCame() {
    index(reports);
    String edition = edition(engine);
    assertThat(edition).matches("[0-9a-f]{16}");
    List<Report> shuffled = new ArrayList<>(reports);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.addAll(shuffled.subList(0, 5)); // replaced by themselves
    assertThat(editionOf(other, shuffled, 4)).isEqualTo(edition);
  }

  @Test
  void whateverIsChangedIsAnotherEditionAndWhatIsUndoneTheOldOne() {
    index(reports);
    String edition = edition(engine);
    Report first = reports.getFirst();
    List<String> editions = new ArrayList<>(List.of(edition));
    for (Report changed : List.of(withoutItsEnd(first), withTown(first, "别处镇"))) {
      change(sink -> sink.put(changed));
      editions.add(edition(engine));
    }
    change(sink -> sink.remove(first.id()));
    editions.add(edition(engine));
    assertThat(editions).doesNotHaveDuplicates();
    change(sink -> sink.put(first));
    assertThat(edition(engine)).isEqualTo(edition);
  }

  private interface Change {
    void on(IndexSink sink);
  }

  private void change(Change change) {
    try (IndexSink sink = openSink(index)) {
      change.on(sink);
      sink.commit();
    }
    engine.refresh();
  }

  private static Report withoutItsEnd(Report report) {
    List<Paragraph> fewer = report.paragraphs().subList(0, report.paragraphs().size() - 1);
    ReportHead head = report.head();
    return new Report(
        new ReportHead(head.id(), head.metadata(), fewer.size(), head.sources()), fewer);
  }

  private static Report withTown(Report report, String town) {
    ReportHead head = report.head();
    Metadata old = head.metadata();
    Metadata moved =
        new Metadata(
            old.title(),
            old.province(),
            old.city(),
            old.county(),
            new Sourced<>(town, Provenance.BODY),
            old.year(),
            old.published());
    return new Report(
        new ReportHead(head.id(), moved, head.paragraphCount(), head.sources()),
        report.paragraphs());
  }

  @Test
  void everyReportIsShownOnceByItsId() {
    index(reports.subList(0, 9));
    change(sink -> reports.forEach(sink::put));
    change(sink -> sink.remove(reports.getLast().id()));
    List<ReportHead> shown = new ArrayList<>();
    long count = engine.everyReport(shown::add);
    assertThat(count).isEqualTo(reports.size() - 1L);
    assertThat(shown).extracting(ReportHead::id).isSorted();
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            reports.subList(0, reports.size() - 1).stream().map(Report::head).toList());
  }
}
