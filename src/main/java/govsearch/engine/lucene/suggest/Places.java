package govsearch.engine.lucene.suggest;

import govsearch.engine.lucene.query.PhrasePostings;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Places in the documents of a segment, ascending, each document's together. */
final class Places {

  private int[] docs = new int[64];
  private int[] positions = new int[64];
  private int count;
  private long spent;
  private int looked;
  private boolean areAll = true;

  private Places() {}

  /** The postings of a bigram, with the positions of the places that it tells of. */
  private static final class Told {
    private final PostingsEnum postings;
    private final int at;
    private int[] positions = new int[8];
    private int count;

    private Told(PostingsEnum postings, int at) {
      this.postings = postings;
      this.at = at;
    }

    static @Nullable Told of(LeafReader leaf, String field, PlacedBigram bigram)
        throws IOException {
      PostingsEnum postings =
          leaf.postings(new Term(field, bigram.bigram()), PostingsEnum.POSITIONS);
      return postings == null ? null : new Told(postings, bigram.at());
    }

    /** Goes to a document or behind it. */
    int advance(int doc) throws IOException {
      return postings.docID() < doc ? postings.advance(doc) : postings.docID();
    }

    /** Reads the places in the current document, once. */
    void read() throws IOException {
      count = postings.freq();
      positions = positions.length < count ? new int[2 * count] : positions;
      for (int i = 0; i < count; i++) {
        positions[i] = postings.nextPosition() - at;
      }
    }

    boolean has(int position) {
      return Arrays.binarySearch(positions, 0, count, position) >= 0;
    }
  }

  /**
   * The places at which all bigrams stand, from the first document on.
   *
   * @param bigrams at least one
   * @param mostSteps through their postings
   * @param most so many places at the most, and those that the last document has beside
   */
  static Places of(
      LeafReader leaf, String field, List<PlacedBigram> bigrams, long mostSteps, int most)
      throws IOException {
    Places places = new Places();
    PhrasePostings all =
        PhrasePostings.of(
            leaf,
            field,
            bigrams.stream()
                .map(one -> new PhrasePostings.Placed(one.bigram(), one.at()))
                .toList());
    if (all == null) {
      return places;
    }
    all.atMost(mostSteps);
    Bits live = leaf.getLiveDocs();
    int doc = all.advanceToAll(0);
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      if (live == null || live.get(doc)) {
        places.addThose(doc, all);
      }
      if (places.count >= most) {
        break;
      }
      doc = all.advanceToAll(doc + 1);
    }
    places.spent = mostSteps - all.left();
    places.areAll = doc == DocIdSetIterator.NO_MORE_DOCS && all.left() >= 0;
    places.looked = all.looked();
    return places;
  }

  /** How many steps it took to find them. */
  long spent() {
    return spent;
  }

  /** At how many documents was looked that have the rarest of them. */
  int looked() {
    return looked;
  }

  /** Whether there are no others. */
  boolean areAll() {
    return areAll;
  }

  /** Adds the places in a document that all bigrams are at. */
  private void addThose(int doc, PhrasePostings all) throws IOException {
    for (int place = all.nextPlace();
        place != PhrasePostings.NO_MORE_PLACES;
        place = all.nextPlace()) {
      if (place >= 0) {
        add(doc, place);
      }
    }
  }

  private void add(int doc, int position) {
    if (count == docs.length) {
      docs = Arrays.copyOf(docs, 2 * count);
      positions = Arrays.copyOf(positions, 2 * count);
    }
    docs[count] = doc;
    positions[count++] = position;
  }

  int count() {
    return count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Takes out the places that a bigram is at; gives in how many documents there were any. */
  int take(LeafReader leaf, String field, PlacedBigram bigram) throws IOException {
    Told told = Told.of(leaf, field, bigram);
    if (told == null) {
      return 0;
    }
    int documents = 0;
    int kept = 0;
    int from = 0;
    while (from < count) {
      int to = from;
      while (to < count && docs[to] == docs[from]) {
        to++;
      }
      boolean isThere = told.advance(docs[from]) == docs[from];
      if (isThere) {
        told.read();
      }
      boolean any = false;
      for (int i = from; i < to; i++) {
        boolean taken = isThere && told.has(positions[i]);
        any |= taken;
        if (!taken) {
          docs[kept] = docs[i];
          positions[kept++] = positions[i];
        }
      }
      documents += any ? 1 : 0;
      from = to;
    }
    count = kept;
    return documents;
  }
}
