package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Which two characters stand side by side anywhere in a collection, and in how many paragraphs:
 * some fifteen bytes for each pair, where the index would be asked thousands of times for one text.
 * Only pairs of characters of one UTF-16 unit each are here.
 */
public final class IndexedBigrams {

  /** So many bits for each pair: of sixteen pairs that are nowhere one is looked for. */
  private static final int BITS = 16;

  private static final int MIXED = 0x9E3779B1;

  /** By their first characters, ascending, without repetition. */
  private final int[] pairs;

  /** In how many paragraphs each is. */
  private final int[] counts;

  /** The same pairs turned round, ascending. */
  private final int[] turned;

  /** A bit for some of the bits of each pair: most pairs of characters are nowhere. */
  private final FixedBitSet some;

  private final int shift;

  private IndexedBigrams(int[] pairs, int[] counts) {
    this.pairs = pairs;
    this.counts = counts;
    this.turned = new int[pairs.length];
    this.shift = Integer.numberOfLeadingZeros(Math.max(1, pairs.length)) + 1 - log(BITS);
    this.some = new FixedBitSet(1 << (Integer.SIZE - shift));
    for (int i = 0; i < pairs.length; i++) {
      turned[i] =
          Integer.rotateLeft(pairs[i] ^ Integer.MIN_VALUE, Character.SIZE) ^ Integer.MIN_VALUE;
      some.set(place(pairs[i]));
    }
    Arrays.sort(turned);
  }

  private static int log(int power) {
    return Integer.numberOfTrailingZeros(power);
  }

  static IndexedBigrams of(IndexReader reader) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, Fields.LITERAL);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    long[] found = new long[1024];
    int count = 0;
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      String bigram = term.utf8ToString();
      if (bigram.length() == 2 && bigram.charAt(1) != Fields.END) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] =
            (long) pair(bigram.charAt(0), bigram.charAt(1)) << Integer.SIZE | each.docFreq();
      }
    }
    return of(Arrays.copyOf(found, count));
  }

  /** Of pairs, each with its count in the lower half. */
  private static IndexedBigrams of(long[] all) {
    Arrays.sort(all);
    int[] pairs = new int[all.length];
    int[] counts = new int[all.length];
    for (int i = 0; i < all.length; i++) {
      pairs[i] = (int) (all[i] >> Integer.SIZE);
      counts[i] = (int) all[i];
    }
    return new IndexedBigrams(pairs, counts);
  }

  /** Of some texts in their literal forms. */
  public static IndexedBigrams of(Iterable<String> literals) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (String literal : literals) {
      Set<Integer> here = new HashSet<>();
      for (int i = 1; i < literal.length(); i++) {
        here.add(pair(literal.charAt(i - 1), literal.charAt(i)));
      }
      here.forEach(pair -> counts.merge(pair, 1, Integer::sum));
    }
    return of(
        counts.entrySet().stream()
            .mapToLong(one -> (long) one.getKey() << Integer.SIZE | one.getValue())
            .toArray());
  }

  /** Keeps the order of the first character, then the second, since all ints move alike. */
  private static int pair(char first, char second) {
    return (first << Character.SIZE | second) ^ Integer.MIN_VALUE;
  }

  private static char first(int pair) {
    return (char) ((pair ^ Integer.MIN_VALUE) >>> Character.SIZE);
  }

  private static char second(int pair) {
    return (char) pair;
  }

  private int place(int pair) {
    return pair * MIXED >>> shift;
  }

  /** Whether two characters stand side by side anywhere. */
  public boolean contains(char first, char second) {
    return count(first, second) > 0;
  }

  /** In how many paragraphs two characters stand side by side, deleted ones included. */
  public int count(char first, char second) {
    int pair = pair(first, second);
    if (!some.get(place(pair))) {
      return 0;
    }
    int at = Arrays.binarySearch(pairs, pair);
    return at < 0 ? 0 : counts[at];
  }

  /** Whether a character stands beside any other. */
  public boolean has(char character) {
    return begins(pairs, character) || begins(turned, character);
  }

  private static boolean begins(int[] pairs, char first) {
    int at = from(pairs, first);
    return at < pairs.length && first(pairs[at]) == first;
  }

  /** Where the pairs are that begin with a character, or would be. */
  private static int from(int[] pairs, char first) {
    int at = Arrays.binarySearch(pairs, pair(first, '\0'));
    return at < 0 ? -at - 1 : at;
  }

  /** The characters that stand before a character, ascending. */
  public String before(char second) {
    return with(turned, second);
  }

  /** The characters that stand behind a character, ascending. */
  public String behind(char first) {
    return with(pairs, first);
  }

  /** The other characters of pairs that begin with one. */
  private static String with(int[] pairs, char first) {
    StringBuilder others = new StringBuilder();
    for (int i = from(pairs, first); i < pairs.length && first(pairs[i]) == first; i++) {
      others.append(second(pairs[i]));
    }
    return others.toString();
  }
}
