package govsearch.http;

import govsearch.engine.Place;
import govsearch.engine.ReportKey;
import govsearch.insight.selfcheck.SelfChecked;
import govsearch.insight.selfcheck.SentenceKind;
import govsearch.report.ReportHead;
import govsearch.text.Range;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A self-check as JSON; the command line shows the same. Places in the draft are the number of a
 * paragraph and a range in its text.
 *
 * @param reports those that sentences come from, each once
 * @param lengths by kind, in characters
 */
public record SelfCheckView(
    OwnView own,
    List<DraftParagraph> paragraphs,
    List<SentenceView> sentences,
    Map<String, Integer> lengths,
    List<SourceReport> reports,
    List<NameView> names,
    List<RepeatedView> repeated,
    List<ContradictionView> contradictions,
    List<MissingView> missing,
    List<SpotView> unanswered,
    List<PlanView> silent,
    long tookMillis) {

  /** Whose draft it is; candidates are paths. */
  public record OwnView(
      List<String> region,
      @Nullable String town,
      @Nullable Integer year,
      @Nullable SourceReport lastYear,
      List<String> candidates) {

    static OwnView of(SelfChecked.Own own) {
      Place place = own.place();
      return new OwnView(
          place == null ? List.of() : place.region(),
          place == null ? null : place.town(),
          own.year(),
          own.lastYear() == null ? null : SourceReport.of(own.lastYear()),
          own.candidates().stream().map(Place::path).toList());
    }
  }

  /** A paragraph of the draft as it was read. */
  public record DraftParagraph(int ordinal, String kind, String section, String text) {}

  /** A report of the collection. */
  public record SourceReport(
      String id, List<String> region, @Nullable String town, @Nullable Integer year) {

    static SourceReport of(ReportHead head) {
      return new SourceReport(head.id(), head.region(), head.town(), head.year());
    }

    static SourceReport of(ReportKey key) {
      return new SourceReport(key.id(), key.place().region(), key.place().town(), key.year());
    }
  }

  /** A sentence of the draft; {@code changed} is what the source has not. */
  public record SentenceView(
      int paragraph,
      int start,
      int end,
      String kind,
      long towns,
      List<Range> changed,
      @Nullable SourceView source) {}

  /** The sentence that it comes from; {@code changed} is in this text. */
  public record SourceView(
      String reportId, String paragraphId, int ordinal, String text, List<Range> changed) {

    static @Nullable SourceView of(SelfChecked.@Nullable SourceSentence source) {
      if (source == null) {
        return null;
      }
      int start = source.spot().at().start();
      return new SourceView(
          source.report().id(),
          source.spot().paragraph().id(),
          source.spot().paragraph().ordinal(),
          source.spot().text(),
          source.changed().stream().map(range -> range.shifted(-start)).toList());
    }
  }

  /** A part of the draft. */
  public record SpotView(int paragraph, int start, int end, String text) {

    static SpotView of(SelfChecked.Spot spot) {
      return new SpotView(
          spot.paragraph().ordinal(), spot.at().start(), spot.at().end(), spot.text());
    }
  }

  /** The name of another place. */
  public record NameView(int paragraph, int start, int end, String name, List<String> where) {}

  /** A figure that is last year's. */
  public record RepeatedView(int paragraph, int start, int end, String text, String paragraphId) {}

  /** Figures that cannot all be right. */
  public record ContradictionView(int paragraph, int start, int end, String text, String message) {}

  /** A section that most reports have. */
  public record MissingView(String section, double share) {}

  /** A plan of last year's report. */
  public record PlanView(String paragraphId, int ordinal, String text) {}

  /** The view of a self-check. */
  public static SelfCheckView of(SelfChecked checked, long tookMillis) {
    Map<String, Integer> lengths = new LinkedHashMap<>();
    for (SentenceKind kind : SentenceKind.values()) {
      lengths.put(kind.code(), checked.lengths().getOrDefault(kind, 0));
    }
    Map<String, SourceReport> reports = new LinkedHashMap<>();
    for (SelfChecked.Sentence sentence : checked.sentences()) {
      if (sentence.source() != null) {
        ReportHead head = sentence.source().report();
        reports.putIfAbsent(head.id(), SourceReport.of(head));
      }
    }
    return new SelfCheckView(
        OwnView.of(checked.own()),
        checked.draft().paragraphs().stream()
            .map(
                p -> new DraftParagraph(p.ordinal(), p.kind().code(), p.section().code(), p.text()))
            .toList(),
        checked.sentences().stream().map(SelfCheckView::sentence).toList(),
        lengths,
        List.copyOf(reports.values()),
        checked.names().stream().map(SelfCheckView::name).toList(),
        checked.repeated().stream().map(SelfCheckView::repeated).toList(),
        checked.contradictions().stream().map(SelfCheckView::contradiction).toList(),
        checked.missing().stream()
            .map(one -> new MissingView(one.section().code(), one.share()))
            .toList(),
        checked.unanswered().stream().map(SpotView::of).toList(),
        checked.silent().stream()
            .map(
                plan ->
                    new PlanView(plan.paragraph().id(), plan.paragraph().ordinal(), plan.text()))
            .toList(),
        tookMillis);
  }

  private static SentenceView sentence(SelfChecked.Sentence sentence) {
    SpotView spot = SpotView.of(sentence.spot());
    return new SentenceView(
        spot.paragraph(),
        spot.start(),
        spot.end(),
        sentence.kind().code(),
        sentence.towns(),
        sentence.changed(),
        SourceView.of(sentence.source()));
  }

  private static NameView name(SelfChecked.LeftName name) {
    SpotView spot = SpotView.of(name.spot());
    return new NameView(spot.paragraph(), spot.start(), spot.end(), name.name(), name.where());
  }

  private static RepeatedView repeated(SelfChecked.RepeatedFigure figure) {
    SpotView spot = SpotView.of(figure.spot());
    String before = figure.lastYear().paragraph().id();
    return new RepeatedView(spot.paragraph(), spot.start(), spot.end(), spot.text(), before);
  }

  private static ContradictionView contradiction(SelfChecked.Contradiction one) {
    SpotView spot = SpotView.of(one.spot());
    return new ContradictionView(
        spot.paragraph(), spot.start(), spot.end(), spot.text(), one.message());
  }
}
