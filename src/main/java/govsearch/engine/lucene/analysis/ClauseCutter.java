package govsearch.engine.lucene.analysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

  private static final int MOST_KNOWN = 200_000;

  /** A longer one is hardly ever met again. */
  private static final int LONGEST_KNOWN = 60;

  /** No clause is longer, so that SmartCN's work, which grows faster than a text, is bounded. */
  private static final int LONGEST = 1_000;

  private static final String CLAUSE_ENDS = ",;:!?()\"。、《》〈〉【】〔〕[]{}…·|/";

  private final Analyzer words = Analyzers.words();
  private final Cache<String, char[]> known =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).executor(Runnable::run).build();

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
      boolean ends = CLAUSE_ENDS.indexOf(text.charAt(at)) >= 0;
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
    String clause = withoutFigures(text, start, end);
    char[] cut =
        clause.length() <= LONGEST_KNOWN ? known.get(clause, this::segment) : segment(clause);
    for (int i = 0; i < cut.length; i += 2) {
      out.add(start + cut[i], start + cut[i + 1]);
    }
  }

  private static String withoutFigures(String text, int start, int end) {
    char[] clause = new char[end - start];
    text.getChars(start, end, clause, 0);
    for (int i = 0; i < clause.length; i++) {
      if (clause[i] >= '1' && clause[i] <= '9') {
        clause[i] = '0';
      }
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
