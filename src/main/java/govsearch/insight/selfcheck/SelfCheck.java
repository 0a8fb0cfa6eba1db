package govsearch.insight.selfcheck;

import govsearch.engine.Deadline;
import govsearch.engine.Place;
import govsearch.engine.SearchEngine;
import govsearch.report.NamedPlaces;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.text.Fingerprints;
import govsearch.text.Sentences;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a draft against the collection. Keeps nothing of it. */
public final class SelfCheck {

  /** The most sentences of a draft: some ten times a usual one. */
  public static final int MOST_SENTENCES = 2_000;

  private final SearchEngine engine;
  private final NamedPlaces places;

  public SelfCheck(SearchEngine engine, NamedPlaces places) {
    this.engine = engine;
    this.places = places;
  }

  /** Says that a draft is too long; how long it may be is {@link #MOST_SENTENCES}. */
  public static final class TooLongException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int sentences;

    TooLongException(int sentences) {
      super("a draft of " + sentences + " sentences");
      this.sentences = sentences;
    }

    public int sentences() {
      return sentences;
    }
  }

  /**
   * Checks a draft.
   *
   * @param town whose it is; null where the draft is to tell
   * @param year on which it is; null where the draft is to tell
   * @throws TooLongException if it has more than {@link #MOST_SENTENCES}
   */
  public SelfChecked of(Report draft, @Nullable Place town, @Nullable Integer year)
      throws TooLongException {
    int length = draft.paragraphs().stream().mapToInt(p -> Sentences.of(p.text()).size()).sum();
    if (length > MOST_SENTENCES) {
      throw new TooLongException(length);
    }
    Whose whose = new Whose(engine, draft, town, year);
    Report before = lastReport(whose);
    Fingerprints fingerprints = new Fingerprints(whose.names());
    LastYear lastYear = new LastYear(before, fingerprints);
    List<SelfChecked.LeftName> names = names(draft, whose);
    List<SelfChecked.Sentence> sentences =
        new DraftSentences(engine, whose, lastYear, before).of(draft, names);
    List<SelfChecked.LeftName> all = new ArrayList<>(names);
    all.addAll(SourceNames.left(sentences, names, whose));
    return new SelfChecked(
        draft,
        whose.own(),
        sentences,
        lengths(sentences),
        all,
        repeated(sentences, lastYear, fingerprints),
        sentences.stream().flatMap(one -> Contradictions.of(one.spot()).stream()).toList(),
        Gaps.sections(engine, draft),
        Gaps.unanswered(draft),
        Gaps.silent(draft, before));
  }

  private @Nullable Report lastReport(Whose whose) {
    ReportHead head = whose.own().lastYear();
    return head == null ? null : engine.report(head.id()).orElse(null);
  }

  private List<SelfChecked.LeftName> names(Report draft, Whose whose) {
    LeftNames left = new LeftNames(engine, places, whose);
    List<SelfChecked.LeftName> names = new ArrayList<>();
    for (Paragraph paragraph : draft.paragraphs()) {
      Deadline.current().check();
      names.addAll(left.of(paragraph));
    }
    return names;
  }

  private static Map<SentenceKind, Integer> lengths(List<SelfChecked.Sentence> sentences) {
    Map<SentenceKind, Integer> lengths = new EnumMap<>(SentenceKind.class);
    for (SelfChecked.Sentence sentence : sentences) {
      lengths.merge(sentence.kind(), DraftSentences.length(sentence), Integer::sum);
    }
    return lengths;
  }

  /** Of the sentences that last year's report has too, be they formula or changed. */
  private static List<SelfChecked.RepeatedFigure> repeated(
      List<SelfChecked.Sentence> sentences, LastYear lastYear, Fingerprints fingerprints) {
    List<SelfChecked.RepeatedFigure> found = new ArrayList<>();
    for (SelfChecked.Sentence sentence : sentences) {
      SelfChecked.Spot spot = sentence.spot();
      List<Fingerprints.Sentence> prints = fingerprints.sentences(spot.text());
      Optional<SelfChecked.Spot> before =
          prints.size() == 1 ? lastYear.same(prints.getFirst().fingerprint()) : Optional.empty();
      before
          .or(() -> prints.isEmpty() ? Optional.empty() : lastYear.alike(spot.text()))
          .ifPresent(same -> found.addAll(RepeatedFigures.of(spot, same)));
    }
    return found;
  }
}
