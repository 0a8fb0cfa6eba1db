package govsearch.engine;

import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.text.Range;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement that says something similar, the best one of its town.
 *
 * @param number of the statement in its paragraph, from 1
 * @param statement its range in the paragraph's text
 * @param score of no meaning outside one result
 * @param formulaShare which part of its text, 0 to 1, is sentences that several reports share
 * @param measure what the report plans that seems to answer it; null where nothing does
 * @param terms words that both have, those that tell most first
 * @param concepts concepts that both have
 * @param evidence what put it where it stands
 * @param weak whether it has little in common with what was asked for; such ones stand last
 */
public record SimilarHit(
    ReportHead report,
    Paragraph paragraph,
    int number,
    Range statement,
    double score,
    double formulaShare,
    @Nullable Measure measure,
    List<Term> terms,
    List<SharedConcept> concepts,
    Set<Evidence> evidence,
    boolean weak) {

  public SimilarHit {
    terms = List.copyOf(terms);
    concepts = List.copyOf(concepts);
    evidence = Set.copyOf(evidence);
  }

  /** The same as one that has little in common. */
  public SimilarHit asWeak() {
    return new SimilarHit(
        report,
        paragraph,
        number,
        statement,
        score,
        formulaShare,
        measure,
        terms,
        concepts,
        evidence,
        true);
  }

  /**
   * A statement of the report's plans.
   *
   * @param number in its paragraph, from 1
   * @param statement its range in the paragraph's text
   */
  public record Measure(Paragraph paragraph, int number, Range statement) {}

  /**
   * A shared word.
   *
   * @param ranges where it stands in the statement, by the paragraph's text, at least one
   */
  public record Term(String text, List<Range> ranges) {}

  /** In what way a statement is similar. */
  public enum Evidence {
    WORDS,
    BIGRAMS,
    CONCEPTS,
    /** It is about the same kind of matter. */
    TOPICS,
    HEADING,
    /** What its report plans to do about it is in the words of what was asked for. */
    MEASURE,
    /** A learnt model takes it to mean the same. */
    MEANING;

    /** The name that the API uses. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
