package govsearch.engine.lucene.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Where terms stand at given distances from a place, in one segment. Lucene finds the same by
 * iterators that call one another for each document, and in a process that has seen many kinds of
 * these each call is looked up: a phrase of tens of thousands of documents took several times as
 * long.
 */
public final class PhrasePostings extends DocIdSetIterator {

  /** Between so many documents and the next the clock is looked at. */
  private static final int LOOK = 1 << 12;

  /** No place is left in the document. */
  public static final int NO_MORE_PLACES = Integer.MIN_VALUE;

  /**
   * A term.
   *
   * @param at how far behind the place it stands; negative for before
   */
  public record Placed(String term, int at) {}

  /** Rarest first. */
  private final PostingsEnum[] postings;

  private final int[] at;

  /** How many positions of each have not been read in the document. */
  private final int[] unread;

  /** For which place each was read last. */
  private final int[] places;

  private boolean begun;

  /** Looked at now and then; where it says so, nothing more is found. */
  private BooleanSupplier over = () -> false;

  private int steps;

  /** How often it may still go on in any of the postings. */
  private long left = Long.MAX_VALUE;

  private int looked;

  private PhrasePostings(PostingsEnum[] postings, int[] at) {
    this.postings = postings;
    this.at = at;
    this.unread = new int[postings.length];
    this.places = new int[postings.length];
  }

  /**
   * Those of some terms.
   *
   * @param terms at least one
   * @return null where the segment has not got all of them
   */
  public static @Nullable PhrasePostings of(LeafReader leaf, String field, List<Placed> terms)
      throws IOException {
    record Found(PostingsEnum postings, int at) {}
    Found[] found = new Found[terms.size()];
    for (int i = 0; i < found.length; i++) {
      PostingsEnum one =
          leaf.postings(new Term(field, terms.get(i).term()), PostingsEnum.POSITIONS);
      if (one == null) {
        return null;
      }
      found[i] = new Found(one, terms.get(i).at());
    }
    Arrays.sort(found, Comparator.comparingLong(one -> one.postings.cost()));
    return new PhrasePostings(
        Arrays.stream(found).map(Found::postings).toArray(PostingsEnum[]::new),
        Arrays.stream(found).mapToInt(Found::at).toArray());
  }

  /** Ends when a clock says so, be it before the end. */
  public PhrasePostings until(BooleanSupplier clock) {
    over = clock;
    return this;
  }

  /** Ends when it has gone on so often in any of the postings, be it before the end. */
  public PhrasePostings atMost(long most) {
    left = most;
    return this;
  }

  /** How often it may still go on; less than nothing where it ended for that. */
  public long left() {
    return left;
  }

  /** How many documents were looked at that have the rarest term. */
  public int looked() {
    return looked;
  }

  @Override
  public int docID() {
    return postings[0].docID();
  }

  @Override
  public long cost() {
    return postings[0].cost();
  }

  /** The first document from one on that has all terms, wherever they stand. */
  public int advanceToAll(int target) throws IOException {
    PostingsEnum rarest = postings[0];
    begun = false;
    steps++;
    boolean ends = steps % LOOK == 0 && over.getAsBoolean();
    left--;
    looked++;
    int doc = rarest.advance(ends || left < 0 ? NO_MORE_DOCS : target);
    int i = 1;
    while (i < postings.length && doc != NO_MORE_DOCS) {
      PostingsEnum one = postings[i];
      if (--left < 0) {
        return rarest.advance(NO_MORE_DOCS);
      }
      int other = one.docID() < doc ? one.advance(doc) : one.docID();
      if (other == doc) {
        i++;
      } else {
        doc = rarest.advance(other);
        looked++;
        i = 1;
      }
    }
    return doc;
  }

  /** The next place in the document at which all stand; {@link #NO_MORE_PLACES} behind the last. */
  public int nextPlace() throws IOException {
    if (!begun) {
      begun = true;
      for (int i = 0; i < postings.length; i++) {
        unread[i] = postings[i].freq();
        places[i] = NO_MORE_PLACES;
      }
    }
    while (unread[0] > 0) {
      unread[0]--;
      int place = postings[0].nextPosition() - at[0];
      int i = 1;
      while (i < postings.length && isAt(i, place)) {
        i++;
      }
      if (i == postings.length) {
        return place;
      }
    }
    return NO_MORE_PLACES;
  }

  private boolean isAt(int term, int place) throws IOException {
    while (places[term] < place && unread[term] > 0) {
      unread[term]--;
      places[term] = postings[term].nextPosition() - at[term];
    }
    return places[term] == place;
  }

  @Override
  public int nextDoc() throws IOException {
    return advance(docID() + 1);
  }

  @Override
  public int advance(int target) throws IOException {
    int doc = advanceToAll(target);
    while (doc != NO_MORE_DOCS && nextPlace() == NO_MORE_PLACES) {
      doc = advanceToAll(doc + 1);
    }
    return doc;
  }

  @Override
  public void intoBitSet(int upTo, FixedBitSet bits, int offset) throws IOException {
    for (int doc = docID(); doc < upTo; doc = advance(doc + 1)) {
      bits.set(doc - offset);
    }
  }
}
