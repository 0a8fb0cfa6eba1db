package govsearch.insight.selfcheck;

import govsearch.engine.Likeness;
import govsearch.engine.Match;
import govsearch.insight.Effort;
import govsearch.insight.TextChange;
import govsearch.insight.Wording;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.text.Range;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sentence that a changed one was made of: last year's own, else the most alike of another. */
final class Alike {

  /** What is less alike shares the genre's phrases and no more. */
  private static final double LEAST = 0.6;

  /** So many paragraphs are compared character by character. */
  private static final int CANDIDATES = 6;

  private final Likeness engine;
  private final Whose whose;
  private final LastYear lastYear;
  private final @Nullable Report lastReport;
  private final Effort effort = new Effort();

  Alike(Likeness engine, Whose whose, LastYear lastYear, @Nullable Report lastReport) {
    this.engine = engine;
    this.whose = whose;
    this.lastYear = lastYear;
    this.lastReport = lastReport;
  }

  /** What a sentence of the draft was made of; empty where nothing is alike enough. */
  Optional<SelfChecked.Sentence> of(SelfChecked.Spot spot, List<String> names) {
    String text = spot.text();
    Optional<SelfChecked.Spot> own = lastYear.alike(text);
    if (own.isPresent() && lastReport != null) {
      return Optional.of(changed(spot, new Found(lastReport.head(), own.get())));
    }
    Found best = null;
    double likeness = LEAST;
    for (Match match : engine.wordedLike(withoutNames(text, names), CANDIDATES)) {
      if (whose.isOwn(match.report().id()) && !whose.isOwnEarlier(match.report().id())) {
        continue; // the draft itself, handed in already
      }
      Optional<Wording> wording = Wording.nearest(text, match.paragraph().text(), effort);
      if (wording.isPresent() && wording.get().likeness() >= likeness) {
        boolean better = wording.get().likeness() > likeness || best == null;
        if (better) {
          likeness = wording.get().likeness();
          best =
              new Found(
                  match.report(), new SelfChecked.Spot(match.paragraph(), wording.get().at()));
        }
      }
    }
    return best == null ? Optional.empty() : Optional.of(changed(spot, best));
  }

  /** What a sentence is like. */
  private record Found(ReportHead report, SelfChecked.Spot spot) {}

  private SelfChecked.Sentence changed(SelfChecked.Spot spot, Found found) {
    TextChange change = TextChange.between(found.spot().text(), spot.text(), effort);
    return new SelfChecked.Sentence(
        spot,
        SentenceKind.ALIKE,
        0,
        new SelfChecked.SourceSentence(
            found.report(), found.spot(), shifted(change.a(), found.spot())),
        shifted(change.b(), spot));
  }

  private static List<Range> shifted(List<Range> ranges, SelfChecked.Spot spot) {
    return ranges.stream().map(range -> range.shifted(spot.at().start())).toList();
  }

  private static String withoutNames(String text, List<String> names) {
    String rest = text;
    for (String name : names) {
      rest = rest.replace(name, " ");
    }
    return rest;
  }
}
