package govsearch.insight.selfcheck;

import govsearch.engine.Reports;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.text.Fingerprints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sentences of reports that have one of a draft; each report is read once. */
final class Sources {

  private final Reports engine;
  private final Map<String, Map<Long, SelfChecked.SourceSentence>> read = new HashMap<>();

  Sources(Reports engine) {
    this.engine = engine;
  }

  /** The sentence of a fingerprint in a report; empty if the report was replaced meanwhile. */
  Optional<SelfChecked.SourceSentence> of(String reportId, long fingerprint) {
    return Optional.ofNullable(read.computeIfAbsent(reportId, this::sentences).get(fingerprint));
  }

  private Map<Long, SelfChecked.SourceSentence> sentences(String reportId) {
    Map<Long, SelfChecked.SourceSentence> found = new HashMap<>();
    Report report = engine.report(reportId).orElse(null);
    if (report != null) {
      Fingerprints fingerprints = new Fingerprints(report.head().placeNames());
      for (Paragraph paragraph : report.paragraphs()) {
        for (Fingerprints.Sentence sentence : fingerprints.sentences(paragraph.text())) {
          found.putIfAbsent(
              sentence.fingerprint(),
              new SelfChecked.SourceSentence(
                  report.head(), new SelfChecked.Spot(paragraph, sentence.at()), List.of()));
        }
      }
    }
    return found;
  }
}
