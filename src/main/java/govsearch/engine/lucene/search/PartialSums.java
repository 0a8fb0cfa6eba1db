package govsearch.engine.lucene.search;

import govsearch.engine.lucene.search.TermSums.Weighed;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/** Documents of a segment, ascending, with what they score by some of the words asked for. */
final class PartialSums {

  /** Scores are told apart so finely where the better part is chosen. */
  private static final int STEPS = 256;

  /** Of so many times as many as are wanted the best are mostly among the better part. */
  private static final int BETTER = 2;

  /** Most are not good enough to be kept, where there are more than so many. */
  private static final int MOST_AT_FIRST = 1 << 12;

  /** Sums are of floats, in whatever order. */
  private static final double ROUNDING = 1e-4;

  private int[] docs;
  private double[] scores;
  private double[] weights;
  private int size;

  /** None yet. */
  PartialSums(int capacity) {
    docs = new int[capacity];
    scores = new double[capacity];
    weights = new double[capacity];
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /**
   * These, and what else has a word.
   *
   * @param least what is not among these and scores less by the word is left out
   */
  PartialSums with(Weighed word, LeafReaderContext leaf, double least) throws IOException {
    PostingsEnum postings = word.postings(leaf);
    if (postings == null) {
      return this;
    }
    PartialSums both = new PartialSums(size + (int) Math.min(MOST_AT_FIRST, postings.cost()));
    NumericDocValues norms = leaf.reader().getNormValues(word.field());
    Similarity.BulkSimScorer scorer = word.scorer().asBulkSimScorer();
    DocAndFloatFeatureBuffer next = new DocAndFloatFeatureBuffer();
    long[] lengths = {};
    int mine = 0;
    postings.nextDoc();
    postings.nextPostings(DocIdSetIterator.NO_MORE_DOCS, next);
    while (next.size > 0) {
      lengths = lengths.length < next.size ? new long[next.size] : lengths;
      lengths(norms, next.docs, next.size, lengths);
      scorer.score(next.size, next.features, lengths, next.features);
      for (int i = 0; i < next.size; i++) {
        int doc = next.docs[i];
        while (mine < size && docs[mine] < doc) {
          both.append(docs[mine], scores[mine], weights[mine]);
          mine++;
        }
        double score = next.features[i];
        if (mine < size && docs[mine] == doc) {
          both.append(doc, scores[mine] + score, weights[mine] + word.weight());
          mine++;
        } else if (score >= least) {
          both.append(doc, score, word.weight());
        }
      }
      postings.nextPostings(DocIdSetIterator.NO_MORE_DOCS, next);
    }
    while (mine < size) {
      both.append(docs[mine], scores[mine], weights[mine]);
      mine++;
    }
    return both;
  }

  private static void lengths(
      @Nullable NumericDocValues norms, int[] docs, int count, long[] lengths) throws IOException {
    if (norms == null) {
      Arrays.fill(lengths, 0, count, 1);
    } else {
      norms.longValues(count, docs, lengths, 1);
    }
  }

  private void append(int doc, double score, double weight) {
    if (size == docs.length) {
      int room = ArrayUtil.oversize(size + 1, Double.BYTES);
      docs = Arrays.copyOf(docs, room);
      scores = Arrays.copyOf(scores, room);
      weights = Arrays.copyOf(weights, room);
    }
    docs[size] = doc;
    scores[size] = score;
    weights[size] = weight;
    size++;
  }

  /** Adds what a word tells of these documents. */
  void add(Weighed word, LeafReaderContext leaf) throws IOException {
    PostingsEnum postings = word.postings(leaf);
    if (postings == null) {
      return;
    }
    int[] having = new int[size];
    int[] at = new int[size];
    float[] counts = new float[size];
    int found = 0;
    int doc = -1;
    for (int i = 0; i < size; i++) {
      doc = doc < docs[i] ? postings.advance(docs[i]) : doc;
      if (doc == docs[i]) {
        having[found] = doc;
        at[found] = i;
        counts[found] = postings.freq();
        found++;
      }
    }
    long[] lengths = new long[found];
    lengths(leaf.reader().getNormValues(word.field()), having, found, lengths);
    for (int i = 0; i < found; i++) {
      scores[at[i]] += word.score(counts[i], lengths[i]);
      weights[at[i]] += word.weight();
    }
  }

  /** Takes out those of another. */
  void takeOut(PartialSums others) {
    int other = 0;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      while (other < others.size && others.docs[other] < docs[i]) {
        other++;
      }
      if (other == others.size || others.docs[other] != docs[i]) {
        move(i, kept++);
      }
    }
    size = kept;
  }

  /** Keeps those that score and weigh so much. */
  void keep(double score, double weight) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (scores[i] + ROUNDING >= score && weights[i] >= weight) {
        move(i, kept++);
      }
    }
    size = kept;
  }

  private void move(int from, int to) {
    docs[to] = docs[from];
    scores[to] = scores[from];
    weights[to] = weights[from];
  }

  /** The documents of both, without what they score. */
  PartialSums union(PartialSums other) {
    PartialSums both = new PartialSums(size + other.size);
    int mine = 0;
    int theirs = 0;
    while (mine < size || theirs < other.size) {
      boolean isMine = theirs == other.size || (mine < size && docs[mine] <= other.docs[theirs]);
      both.append(isMine ? docs[mine++] : other.docs[theirs++], 0, 0);
    }
    return both;
  }

  /**
   * Takes the better part out of these.
   *
   * @param wanted how many of the best are wanted; 0 where all that are good enough are looked at
   * @return the better part; these themselves where they are too few to be parted
   */
  PartialSums split(int wanted) {
    int most = BETTER * wanted;
    if (wanted == 0 || size <= 2 * most) {
      return this;
    }
    double top = 0;
    for (int i = 0; i < size; i++) {
      top = Math.max(top, scores[i]);
    }
    int[] counts = new int[STEPS + 1];
    for (int i = 0; i < size; i++) {
      counts[step(scores[i], top)]++;
    }
    int least = STEPS;
    int above = 0;
    while (least > 0 && above + counts[least] < most) {
      above += counts[least--];
    }
    int room = most - above; // of those of the least step
    PartialSums better = new PartialSums(most);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int step = step(scores[i], top);
      if (step > least || (step == least && room-- > 0)) {
        better.append(docs[i], scores[i], weights[i]);
      } else {
        move(i, kept++);
      }
    }
    size = kept;
    return better;
  }

  private static int step(double score, double top) {
    return (int) (STEPS * score / top);
  }

  /**
   * Shows all to who collects.
   *
   * @param enough from which weight on they are known to match
   */
  void show(LeafReaderContext leaf, Candidates found, double enough) throws IOException {
    if (size == 0) {
      return;
    }
    LeafCollector collector = found.getLeafCollector(leaf);
    for (int i = 0; i < size; i++) {
      found.collect(docs[i], (float) scores[i], weights[i] >= enough);
    }
    collector.finish();
  }
}
