package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Which two characters stand side by side anywhere in a collection: four bytes for each pair, where
 * the index would be asked thousands of times for one text. Only pairs of characters of one UTF-16
 * unit each are here.
 */
public final class IndexedBigrams {

  /** Ascending, without repetition. */
  private final int[] pairs;

  private IndexedBigrams(int[] pairs) {
    this.pairs = pairs;
  }

  static IndexedBigrams of(IndexReader reader) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, Fields.LITERAL);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    int[] pairs = new int[1024];
    int count = 0;
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      String bigram = term.utf8ToString();
      if (bigram.length() == 2 && bigram.charAt(1) != Fields.END) {
        pairs = count == pairs.length ? Arrays.copyOf(pairs, 2 * count) : pairs;
        pairs[count++] = pair(bigram.charAt(0), bigram.charAt(1));
      }
    }
    int[] all = Arrays.copyOf(pairs, count);
    Arrays.sort(all);
    return new IndexedBigrams(all);
  }

  /** Of some texts in their literal forms. */
  public static IndexedBigrams of(Iterable<String> literals) {
    Set<Integer> pairs = new HashSet<>();
    for (String literal : literals) {
      for (int i = 1; i < literal.length(); i++) {
        pairs.add(pair(literal.charAt(i - 1), literal.charAt(i)));
      }
    }
    return new IndexedBigrams(pairs.stream().mapToInt(Integer::intValue).sorted().toArray());
  }

  /** Keeps the order of the first character, then the second, since all ints move alike. */
  private static int pair(char first, char second) {
    return (first << Character.SIZE | second) ^ Integer.MIN_VALUE;
  }

  public boolean contains(char first, char second) {
    return Arrays.binarySearch(pairs, pair(first, second)) >= 0;
  }

  /** The characters that stand before a character, ascending. */
  public String before(char second) {
    StringBuilder before = new StringBuilder();
    for (int pair : pairs) {
      if ((char) (pair ^ Integer.MIN_VALUE) == second) {
        before.append((char) ((pair ^ Integer.MIN_VALUE) >>> Character.SIZE));
      }
    }
    return before.toString();
  }

  /** The characters that stand behind a character, ascending. */
  public String behind(char first) {
    int at = Arrays.binarySearch(pairs, pair(first, '\0'));
    StringBuilder behind = new StringBuilder();
    for (int i = at < 0 ? -at - 1 : at; i < pairs.length; i++) {
      if ((pairs[i] ^ Integer.MIN_VALUE) >>> Character.SIZE != first) {
        break;
      }
      behind.append((char) pairs[i]);
    }
    return behind.toString();
  }
}
