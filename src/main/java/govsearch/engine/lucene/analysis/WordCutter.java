package govsearch.engine.lucene.analysis;

import govsearch.text.FoldedText;
import govsearch.text.Folding;
import govsearch.text.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Cuts a query's text into SmartCN's words. */
public final class WordCutter {

  /**
   * Words that carry no content, those of questions among them: asking for them would lose
   * paragraphs that say the same. Only left out where a query has other words too.
   */
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "的", "地", "得", "了", "和", "与", "及", "或", "在", "是", "对", "为", "等", "之", "以", "于", "并", "也",
          "都", "就", "而", "把", "被", "将", "从", "向", "中", "上", "下", "有", "不", "吗", "呢", "哪些", "哪里",
          "什么", "怎么", "怎样", "如何", "为什么", "关于", "请问");

  private final Analyzer analyzer = Analyzers.words();

  /** The distinct words by which a query's text is looked for; empty if it has none. */
  public Set<String> contentWords(String queryText) {
    Set<String> all = words(queryText);
    Set<String> content = new LinkedHashSet<>(all);
    content.removeAll(FUNCTION_WORDS);
    return content.isEmpty() ? all : content;
  }

  /** Cuts a source text, keeping where its words stand. */
  public CutText cut(String text) {
    FoldedText folded = Folding.SPACED.fold(text);
    List<CutText.Word> words = new ArrayList<>();
    int end;
    try (TokenStream stream = analyzer.tokenStream(Fields.WORDS, folded.text())) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(
            new CutText.Word(
                term.toString(),
                step.getPositionIncrement(),
                new Range(place.startOffset(), place.endOffset())));
      }
      stream.end();
      end = place.endOffset();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // reading from a string
    }
    return new CutText(folded, words, end);
  }

  /** Whether a word carries no content. */
  public static boolean isFunctionWord(String word) {
    return FUNCTION_WORDS.contains(word);
  }

  private Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    try (TokenStream stream =
        analyzer.tokenStream(Fields.WORDS, Folding.SPACED.fold(text).text())) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // reading from a string
    }
    return words;
  }
}
