package govsearch.engine.lucene.analysis;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ngram.NGramTokenizer;

/**
 * How folded text is cut. All of them expect text that {@link govsearch.text.Folding} has folded,
 * so that index and query see the same.
 */
public final class Analyzers {

  private Analyzers() {}

  public static Analyzer forIndex() {
    return new PerFieldAnalyzerWrapper(
        new KeywordAnalyzer(),
        Map.of(
            Fields.LITERAL, new GramAnalyzer(2),
            Fields.TITLE, new GramAnalyzer(2),
            Fields.HEADINGS, new GramAnalyzer(2),
            Fields.CHARACTER, new GramAnalyzer(1),
            Fields.WORDS, words()));
  }

  public static Analyzer words() {
    return new WordAnalyzer();
  }

  /** Every sequence of n characters; its position is its offset in characters. */
  private static final class GramAnalyzer extends Analyzer {
    private final int size;

    GramAnalyzer(int size) {
      this.size = size;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      return new TokenStreamComponents(new NGramTokenizer(size, size));
    }
  }

  /** SmartCN's words without its stemming of English; punctuation is no word. */
  private static final class WordAnalyzer extends Analyzer {
    private static final CharArraySet PUNCTUATION = SmartChineseAnalyzer.getDefaultStopSet();

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new HMMChineseTokenizer();
      return new TokenStreamComponents(words, new StopFilter(words, PUNCTUATION));
    }
  }
}
