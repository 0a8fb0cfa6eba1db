package govsearch.engine.lucene;

import govsearch.text.FoldedText;
import govsearch.text.Folding;
import govsearch.text.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Cuts text into SmartCN's words, for queries and for their highlights. */
final class WordCutter {

  /**
   * Words that carry no content: asking for them would lose paragraphs that say the same. Only left
   * out where a query has other words too.
   */
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "的", "地", "得", "了", "和", "与", "及", "或", "在", "是", "对", "为", "等", "之", "以", "于", "并", "也",
          "都", "就", "而", "把", "被", "将", "从", "向", "中", "上", "下", "有", "不");

  private final Analyzer analyzer = Analyzers.words();

  /**
   * A word with its place.
   *
   * @param at range in the source text
   */
  record Word(String term, Range at) {}

  /** All words of a text, in order. */
  List<Word> words(String source) {
    FoldedText folded = Folding.SPACED.fold(source);
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(Fields.WORDS, folded.text())) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        Range range = new Range(offset.startOffset(), offset.endOffset());
        words.add(new Word(term.toString(), folded.source(range)));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // reading from a string
    }
    return words;
  }

  /** The distinct words by which a query's text is looked for; empty if it has none. */
  Set<String> contentWords(String queryText) {
    Set<String> all =
        words(queryText).stream()
            .map(Word::term)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> content = new LinkedHashSet<>(all);
    content.removeAll(FUNCTION_WORDS);
    return content.isEmpty() ? all : content;
  }
}
