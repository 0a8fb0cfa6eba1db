package govsearch.engine.lucene.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;

/**
 * How folded text is cut. All of them expect text that {@link govsearch.text.Folding} has folded,
 * so that index and query see the same.
 */
public final class Analyzers {

  private Analyzers() {}

  /** What is indexed comes cut; what does not is one term. */
  public static Analyzer forIndex() {
    return new KeywordAnalyzer();
  }

  public static Analyzer words() {
    return new WordAnalyzer();
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
