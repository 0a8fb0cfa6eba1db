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
 * @param sentences by which sentences that tell of matters both are like, in characters
 * @param sentencesMeant the same by a learnt model
 * @param neighbours what is like the best of the rest by such sentences
 * @param meaning nearness of a problem and its plan by a learnt model
 * @param meaningFollowed the same when the first answers are added to what is asked
 * @param ofPlans how much plans count beside problems in that nearness
 * @param good which part of a ranking's first score a good one has
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
    double sentences,
    double sentencesMeant,
    double neighbours,
    double meaning,
    double meaningFollowed,
    double ofPlans,
    double good,
    double ofFormula) {

  /** Those that searches use. */
  public static final SimilarWeights CHOSEN =
      new SimilarWeights(1, 1, 1, 48, 2, 0.5, 2, 1, 1, 1, 1, 5, 24, 24, 24, 16, 8, 0.5, 0.4, 0.5);

  /**
   * What a place in a ranking is worth: the score as part of the first one's (Fox and Shaw 1994).
   *
   * @param weight of the ranking
   */
  public static double worth(double weight, double score, double first) {
    return first <= 0 ? 0 : weight * Math.max(0, score) / first;
  }
}
