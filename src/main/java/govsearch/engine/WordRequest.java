package govsearch.engine;

import govsearch.query.MatchRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of what words are counted.
 *
 * @param in the paragraphs; their order does not matter
 * @param beside whether only words of those sentences count in which a match stands, and are no
 *     part of the match; else those of all sentences
 * @param most about how many paragraphs are read at the most; of more, those of some of the reports
 *     as {@link SearchEngine#passages} chooses them
 * @param fewest in how many reports a word has to stand
 * @param mostWords as many different words and runs of words are counted; what comes then is not
 *     taken up any more, which the answer tells
 * @param only what is counted alone; null for all words, and runs of two or three
 */
public record WordRequest(
    MatchRequest in, boolean beside, long most, int fewest, int mostWords, @Nullable Only only) {

  /** Some two hundred bytes each. */
  public static final int MOST_WORDS = 300_000;

  /** How many words a run has at the most: 法律 明白 人. */
  public static final int LONGEST_RUN = 3;

  /**
   * A few words and runs of words.
   *
   * @param texts their literal forms
   * @param longestRun how many words the longest may have
   */
  public record Only(Set<String> texts, int longestRun) {
    public Only {
      texts = Set.copyOf(texts);
    }
  }

  /** Of all words, as many as there is room for. */
  public WordRequest(MatchRequest in, boolean beside, long most, int fewest) {
    this(in, beside, most, fewest, MOST_WORDS, null);
  }

  /** Whether a word or run of words is counted. */
  public boolean counts(String text) {
    return only == null || only.texts.contains(text);
  }

  /** How many words a run has at the most. */
  public int longestRun() {
    return only == null ? LONGEST_RUN : only.longestRun;
  }
}
