package govsearch.engine.lucene.query;

/** How little of what was typed has to be there where not all of it need be. */
public enum Width {
  /** What weighs most. */
  USUAL(MostWordsQuery.LEAST, false),
  /** The same of a sentence, or what is about the same kind of matter. */
  SENTENCE(MostWordsQuery.LEAST, true),
  /**
   * Some of it: a sentence has many words, and whoever tells the same in others has few of them.
   */
  SOME(0.08, false),
  /** Some of it, or what is about the same kind of matter. */
  TOPIC(0.08, true);

  private final double leastShare;
  private final boolean byTopic;

  Width(double leastShare, boolean byTopic) {
    this.leastShare = leastShare;
    this.byTopic = byTopic;
  }

  /** The least part of the weight that must be there. */
  public double leastShare() {
    return leastShare;
  }

  /** Whether being about the same is enough. */
  public boolean byTopic() {
    return byTopic;
  }
}
