package govsearch.engine.lucene.analysis;

import govsearch.text.FoldedText;
import govsearch.text.Literal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Cuts texts, and the text of queries, into SmartCN's words. */
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

  private final ClauseCutter clauses;

  /** A cutter that knows no clause yet. */
  public WordCutter() {
    this(new ClauseCutter());
  }

  /** A cutter that cuts by another one's clauses. */
  public WordCutter(ClauseCutter clauses) {
    this.clauses = clauses;
  }

  /** By what a query's text is looked for; nothing if it has no words. */
  public AskedWords asked(String queryText) {
    return AskedWords.of(cut(queryText), queryText);
  }

  /** Cuts a source text, keeping where its words stand. */
  public CutText cut(String text) {
    return cut(text, Literal.of(text));
  }

  /** The same of a text whose literal form is known. */
  public CutText cut(String text, FoldedText literal) {
    return clauses.cut(literal, text);
  }

  /**
   * The single characters that a text is cut into, those that carry no content apart. In a sentence
   * they tell as words do: 嫁 of 嫁出去的姑娘, 劝 of 劝架的老人走了.
   */
  public Set<String> singles(String text) {
    return cut(text).words().stream()
        .filter(word -> word.codePointCount(0, word.length()) == 1 && !isFunctionWord(word))
        .filter(word -> Character.isIdeographic(word.codePointAt(0)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether a word carries no content. */
  public static boolean isFunctionWord(String word) {
    return FUNCTION_WORDS.contains(word);
  }
}
