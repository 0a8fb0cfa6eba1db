package govsearch.engine.lucene.analysis;

import govsearch.text.FoldedText;
import govsearch.text.Range;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * A text with its words: cutting is most of the work of indexing, so it is done once for the
 * paragraph and for its statements.
 *
 * @param folded as it was cut
 * @param end where the analyzer says that the text ends
 */
public record CutText(FoldedText folded, List<Word> words, int end) {

  /**
   * A word in its place.
   *
   * @param step how many positions behind the word before it
   * @param at range in the folded text
   */
  public record Word(String text, int step, Range at) {}

  public CutText {
    words = List.copyOf(words);
  }

  /** The words that lie in a range of the source, in order. */
  public List<String> within(Range source) {
    return words.stream()
        .filter(word -> lies(folded.source(word.at()), source))
        .map(Word::text)
        .toList();
  }

  private static boolean lies(Range inner, Range outer) {
    return inner.start() >= outer.start() && inner.end() <= outer.end();
  }

  /** All words as they came from the analyzer. */
  public TokenStream stream() {
    return new Words();
  }

  private final class Words extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
    private int next;

    @Override
    public boolean incrementToken() {
      if (next == words.size()) {
        return false;
      }
      clearAttributes();
      Word word = words.get(next++);
      term.append(word.text());
      step.setPositionIncrement(word.step());
      place.setOffset(word.at().start(), word.at().end());
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }

    @Override
    public void end() {
      clearAttributes();
      place.setOffset(end, end);
    }
  }
}
