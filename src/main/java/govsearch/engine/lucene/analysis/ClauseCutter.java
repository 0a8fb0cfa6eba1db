package govsearch.engine.lucene.analysis;

import govsearch.text.FoldedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Cuts literal text into SmartCN's words, clause by clause. Reports share most of their clauses,
 * and SmartCN is slow: where a clause was cut before, figures apart (which SmartCN takes for the
 * same word whatever they say), its words are known. White space that folding dropped ends a clause
 * too.
 *
 * <p>A clause by itself may be cut otherwise than within its sentence; the index and queries are
 * cut by this same class, so that they agree. Safe for use by many threads, which share what is
 * known.
 */
public final class ClauseCutter {

  /** No clause is longer, so that SmartCN's work, which grows faster than a text, is bounded. */
  private static final int LONGEST = 1_000;

  private static final String CLAUSE_ENDS = ",;:!?()\"。、《》〈〉【】〔〕[]{}…·|/";

  private final Analyzer words = Analyzers.words();
  private final ClauseCache known = new ClauseCache();

  /**
   * Cuts a text.
   *
   * @param literal its literal form
   * @param source the text that {@code literal} was folded from
   */
  public CutText cut(FoldedText literal, String source) {
    String text = literal.text();
    Places places = new Places(text.length());
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean isHan = c >= 0x4E00 && c <= 0x9FFF; // nearly always
      boolean ends = !isHan && CLAUSE_ENDS.indexOf(c) >= 0;
      if (ends || at - start >= LONGEST || (at > start && literal.isParted(source, at))) {
        cutClause(text, start, at, places);
        start = ends ? at + 1 : at;
      }
    }
    cutClause(text, start, text.length(), places);
    return new CutText(literal, places.starts(), places.ends());
  }

  private void cutClause(String text, int start, int end, Places out) {
    if (start >= end) {
      return;
    }
    if (end - start == 1) { // one character is a word by itself
      if (Character.isLetterOrDigit(text.charAt(start))) {
        out.add(start, end);
      }
      return;
    }
    ClauseCache.Cut cut = cut(text, start, end);
    for (int i = cut.from(); i < cut.places().length; i += 2) {
      out.add(start + cut.places()[i], start + cut.places()[i + 1]);
    }
  }

  private ClauseCache.Cut cut(String text, int start, int end) {
    boolean keeps = end - start <= ClauseCache.LONGEST;
    ClauseCache.Cut cut = keeps ? known.get(text, start, end) : null;
    if (cut != null) {
      return cut;
    }
    char[] places = segment(withoutFigures(text, start, end));
    if (keeps) {
      known.put(text, start, end, places);
    }
    return new ClauseCache.Cut(places, 0);
  }

  private static String withoutFigures(String text, int start, int end) {
    char[] clause = new char[end - start];
    text.getChars(start, end, clause, 0);
    for (int i = 0; i < clause.length; i++) {
      clause[i] = ClauseCache.withoutFigure(clause[i]);
    }
    return new String(clause);
  }

  /** Where the words begin and end, alternately. */
  private char[] segment(String clause) {
    char[] cut = new char[2 * clause.length()];
    int count = 0;
    try (TokenStream stream = words.tokenStream(Fields.WORDS, clause)) {
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        cut[count++] = (char) place.startOffset();
        cut[count++] = (char) place.endOffset();
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // reading from a string
    }
    return Arrays.copyOf(cut, count);
  }

  /** Grows as words are found. */
  private static final class Places {
    private int[] starts;
    private int[] ends;
    private int count;

    Places(int length) {
      starts = new int[Math.max(8, length / 2)];
      ends = new int[starts.length];
    }

    void add(int start, int end) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
        ends = Arrays.copyOf(ends, 2 * count);
      }
      starts[count] = start;
      ends[count] = end;
      count++;
    }

    int[] starts() {
      return Arrays.copyOf(starts, count);
    }

    int[] ends() {
      return Arrays.copyOf(ends, count);
    }
  }
}
