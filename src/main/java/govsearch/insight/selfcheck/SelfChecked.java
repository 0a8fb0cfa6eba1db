package govsearch.insight.selfcheck;

import govsearch.engine.Place;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Section;
import govsearch.text.Range;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a draft looks like beside the collection.
 *
 * @param draft as it was read
 * @param own whose it is
 * @param sentences all of them, in order
 * @param lengths how many characters of literal text are of each kind
 * @param names of other places
 * @param repeated figures that are those of last year's report
 * @param contradictions figures that cannot all be right
 * @param missing sections that reports have and the draft has not
 * @param unanswered problems without a measure
 * @param silent plans of last year's report of which the draft says nothing
 */
public record SelfChecked(
    Report draft,
    Own own,
    List<Sentence> sentences,
    Map<SentenceKind, Integer> lengths,
    List<LeftName> names,
    List<RepeatedFigure> repeated,
    List<Contradiction> contradictions,
    List<MissingSection> missing,
    List<Spot> unanswered,
    List<Spot> silent) {

  /**
   * Whose draft it is.
   *
   * @param place null where it is not known
   * @param year null where it is not known
   * @param lastYear the own report that it is held against; null where there is none
   * @param candidates towns of the name, where it is not known which of them is meant
   */
  public record Own(
      @Nullable Place place,
      @Nullable Integer year,
      @Nullable ReportHead lastYear,
      List<Place> candidates) {}

  /** A part of a paragraph, of the draft or of another report. */
  public record Spot(Paragraph paragraph, Range at) {
    public String text() {
      return at.of(paragraph.text());
    }
  }

  /**
   * A sentence of the draft.
   *
   * @param towns of how many other towns it is, where it is a formula; else 0
   * @param source where it stands first, or what it is like; null for none, and for a formula
   * @param changed in the paragraph's text, what the source has not
   */
  public record Sentence(
      Spot spot,
      SentenceKind kind,
      long towns,
      @Nullable SourceSentence source,
      List<Range> changed) {}

  /**
   * The sentence of a report of the collection.
   *
   * @param changed in its paragraph's text, what the draft has not
   */
  public record SourceSentence(ReportHead report, Spot spot, List<Range> changed) {}

  /**
   * The name of another place.
   *
   * @param parts the names that it is made of: 临溪县, 柳湾镇
   * @param where regions that have such a place, see {@link
   *     govsearch.report.NamedPlaces.Mention#where}
   */
  public record LeftName(Spot spot, List<String> parts, List<String> where) {

    /** The whole name. */
    public String name() {
      return String.join("", parts);
    }
  }

  /** A figure that last year's report has in the same sentence. */
  public record RepeatedFigure(Spot spot, Spot lastYear) {}

  /**
   * Figures of which one must be wrong.
   *
   * @param message says why, in Chinese
   */
  public record Contradiction(Spot spot, String message) {}

  /**
   * A section that is not there.
   *
   * @param share which part of the collection's reports has it, 0 to 1
   */
  public record MissingSection(Section section, double share) {}
}
