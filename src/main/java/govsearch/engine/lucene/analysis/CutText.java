package govsearch.engine.lucene.analysis;

import govsearch.text.FoldedText;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with its words. Cutting is most of the work of indexing, so it is done once for the
 * paragraph and for its statements.
 *
 * @param literal the text's literal form, in which the words stand
 * @param starts where each word begins in it, ascending
 * @param ends where each word ends
 */
@SuppressWarnings("ArrayRecordComponent") // never changed; there are millions of words
public record CutText(FoldedText literal, int[] starts, int[] ends) {

  /** How many words there are. */
  public int count() {
    return starts.length;
  }

  /** A word by its number, from 0. */
  public String word(int number) {
    return literal.text().substring(starts[number], ends[number]);
  }

  /** Where a word stands in the source. */
  public Range source(int number) {
    return literal.source(new Range(starts[number], ends[number]));
  }

  /** All words, in order. */
  public List<String> words() {
    List<String> words = new ArrayList<>(count());
    for (int i = 0; i < count(); i++) {
      words.add(word(i));
    }
    return words;
  }

  /** The words that lie in a range of the source, in order. */
  public List<String> within(Range source) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count(); i++) {
      Range at = source(i);
      if (at.start() >= source.start() && at.end() <= source.end()) {
        words.add(word(i));
      }
    }
    return words;
  }
}
