package govsearch.insight.overlap;

import govsearch.engine.Likeness;
import govsearch.engine.SentenceReports;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.text.Fingerprints;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sentences in a row that two reports share and that are no formula.
 *
 * @param at in the paragraph of the first report
 * @param otherAt in the paragraph of the other
 */
public record SharedPassage(Paragraph paragraph, Range at, Paragraph other, Range otherAt) {

  private record Place(Paragraph paragraph, Range at) {}

  /** All of two reports, in the order of the first. */
  static List<SharedPassage> between(Likeness engine, Report one, Report other, int formula) {
    Map<Long, Place> there = new HashMap<>();
    Fingerprints theirs = new Fingerprints(other.head().placeNames());
    for (Paragraph paragraph : OverlapFinder.saying(other)) {
      for (Fingerprints.Sentence sentence : theirs.sentences(paragraph.text())) {
        there.putIfAbsent(sentence.fingerprint(), new Place(paragraph, sentence.at()));
      }
    }
    Fingerprints ours = new Fingerprints(one.head().placeNames());
    List<SharedPassage> passages = new ArrayList<>();
    List<Long> prints = new ArrayList<>();
    for (Paragraph paragraph : OverlapFinder.saying(one)) {
      for (Fingerprints.Sentence sentence : ours.sentences(paragraph.text())) {
        Place place = there.get(sentence.fingerprint());
        if (place != null && !prints.contains(sentence.fingerprint())) {
          prints.add(sentence.fingerprint());
          passages.add(new SharedPassage(paragraph, sentence.at(), place.paragraph(), place.at()));
        }
      }
    }
    return joined(substance(engine.sentences(prints, formula), passages, formula));
  }

  private static List<SharedPassage> substance(
      List<SentenceReports> reports, List<SharedPassage> passages, int formula) {
    List<SharedPassage> kept = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      if (reports.get(i).reports() <= formula) {
        kept.add(passages.get(i));
      }
    }
    return kept;
  }

  /** Sentences that follow each other in both reports are one passage. */
  private static List<SharedPassage> joined(List<SharedPassage> sentences) {
    List<SharedPassage> passages = new ArrayList<>();
    for (SharedPassage next : sentences) {
      SharedPassage last = passages.isEmpty() ? null : passages.getLast();
      if (last != null && next.follows(last)) {
        passages.set(
            passages.size() - 1,
            new SharedPassage(
                last.paragraph,
                new Range(last.at.start(), next.at.end()),
                last.other,
                new Range(last.otherAt.start(), next.otherAt.end())));
      } else {
        passages.add(next);
      }
    }
    return passages;
  }

  private boolean follows(SharedPassage last) {
    return paragraph.ordinal() == last.paragraph.ordinal()
        && other.ordinal() == last.other.ordinal()
        && touches(paragraph.text(), last.at, at)
        && touches(other.text(), last.otherAt, otherAt);
  }

  private static boolean touches(String text, Range before, Range behind) {
    return before.end() <= behind.start() && text.substring(before.end(), behind.start()).isBlank();
  }
}
