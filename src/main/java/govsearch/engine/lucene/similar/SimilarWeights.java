package govsearch.engine.lucene.similar;

/**
 * How much each kind of evidence counts when similar problems are put in order. The chosen ones
 * come of {@code evaluate tune similar}, which climbs over the odd themes of the judged problems.
 *
 * @param words that both have
 * @param bigrams characters in pairs that both have
 * @param concepts of the thesaurus
 * @param topics what both are about
 * @param joined characters in pairs of a problem and its plan together, by those of the asking ones
 * @param headings of what was found, by the bigrams asked for
 * @param measure what is planned, in the words of the problem asked for
 * @param ownMeasure what is planned, in the words of the asking report's plan
 * @param ownMeasureSaid problems in the words of the asking report's plan
 * @param followedProblems plans in the words of the problems that were found first
 * @param followedMeasures problems in the words of the plans that were found first
 * @param followed how many that were found first are asked on with, rounded
 * @param meaning nearness of a problem by a learnt model
 * @param meaningFollowed nearness of a problem when the first answers are added to what is asked
 * @param meaningOfMeasure the same nearness of what is planned for a problem
 * @param meaningOfPlans nearness of what is planned for both
 * @param smoothing how slowly ranks lose their worth
 * @param good which part of a ranking's first score a good one has
 * @param ofPoor what ranks are worth below that
 * @param ofFormula what a statement keeps that is nothing but formula
 */
public record SimilarWeights(
    double words,
    double bigrams,
    double concepts,
    double topics,
    double joined,
    double headings,
    double measure,
    double ownMeasure,
    double ownMeasureSaid,
    double followedProblems,
    double followedMeasures,
    double followed,
    double meaning,
    double meaningFollowed,
    double meaningOfMeasure,
    double meaningOfPlans,
    double smoothing,
    double good,
    double ofPoor,
    double ofFormula) {

  /** Those that searches use. */
  public static final SimilarWeights CHOSEN =
      new SimilarWeights(1, 1, 1, 24, 2, 0.5, 2, 1, 1, 1, 1, 5, 3, 3, 2.5, 2.5, 5, 0.4, 0.1, 0.5);
}
