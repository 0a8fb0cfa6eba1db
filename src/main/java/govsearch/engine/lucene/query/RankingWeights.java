package govsearch.engine.lucene.query;

/**
 * How much each kind of evidence counts when paragraphs are put in order. The chosen ones are round
 * numbers near those that {@code evaluate tune ranking} climbs to over the odd questions.
 *
 * @param bigram a pair of characters, beside a word
 * @param joint a pair of characters that makes up for a word that is not known, beside a word
 * @param heading a pair of characters in the paragraph's headings
 * @param setting where a term names the paragraph's place, year or section, of the term's weight
 * @param leastOfSetting a year or a section is common, but when it is asked for, it matters
 * @param lacking what a section of problems adds where something lacking is named
 * @param concept where a paragraph says it in other words, of the weight of the words that say it
 * @param topic where a paragraph is about the same
 * @param single a character that SmartCN leaves alone, beside a word, in a sentence
 * @param meaning where a learnt model holds a paragraph very near, of the weight of all that was
 *     typed
 * @param ofFormula what is left of the score of a paragraph that is formula throughout: most
 *     questions can be answered in a shared sentence, and openings and avowals weigh little already
 */
public record RankingWeights(
    double bigram,
    double joint,
    double heading,
    double setting,
    double leastOfSetting,
    double lacking,
    double concept,
    double topic,
    double single,
    double meaning,
    double ofFormula) {

  /** Those that searches use. */
  public static final RankingWeights CHOSEN =
      new RankingWeights(2, 1, 1.5, 0.75, 3, 0.05, 0.8, 4, 1.5, 0.5, 0.7);
}
