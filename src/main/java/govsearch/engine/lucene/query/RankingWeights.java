package govsearch.engine.lucene.query;

/**
 * How much each kind of evidence counts when paragraphs are put in order. The chosen ones are round
 * numbers near those that {@code evaluate tune ranking} climbs to over the odd questions.
 *
 * @param bigram a pair of characters, beside a word
 * @param heading a pair of characters in the paragraph's headings
 * @param setting where a term names the paragraph's place, year or section, of the term's weight
 * @param leastOfSetting a year or a section is common, but when it is asked for, it matters
 * @param lacking what a section of problems adds where something lacking is asked for
 * @param concept where a paragraph says it in other words, of the weight of the words that say it
 * @param ofFormula what is left of the score of a paragraph that is formula throughout: most
 *     questions can be answered in a shared sentence, and openings and avowals weigh little already
 */
public record RankingWeights(
    double bigram,
    double heading,
    double setting,
    double leastOfSetting,
    double lacking,
    double concept,
    double ofFormula) {

  /** Those that searches use. */
  public static final RankingWeights CHOSEN = new RankingWeights(0.6, 0.5, 0.75, 3, 0.1, 0.8, 0.7);
}
