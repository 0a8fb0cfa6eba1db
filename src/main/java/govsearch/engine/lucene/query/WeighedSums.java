package govsearch.engine.lucene.query;

import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * What the words of some parts weigh together in the documents of one segment. All are added up for
 * a stretch of documents at a time, posting by posting: a disjunction of scorers would take ten
 * times as long. To be used once, in one of its two ways.
 */
final class WeighedSums {

  private static final int STRETCH = 1 << 13;

  /** One part in one segment. */
  private static final class Sum {
    private final List<DocIdSetIterator> words = new ArrayList<>();
    private final List<Float> weights = new ArrayList<>();
    private final List<DocIdSetIterator> wholly = new ArrayList<>();
    private final float all;

    /** Whether there is anything by which a document may count that is no paragraph. */
    private boolean reachesBeyond;

    Sum(WeighedWordsQuery.Part part, List<Weight> wholes, LeafReaderContext context)
        throws IOException {
      all = (float) part.weight();
      for (Map.Entry<Term, Double> word : part.words().entrySet()) {
        PostingsEnum postings = context.reader().postings(word.getKey(), PostingsEnum.NONE);
        if (postings != null) {
          words.add(postings);
          weights.add(word.getValue().floatValue());
        }
      }
      for (int i = 0; i < wholes.size(); i++) {
        Scorer scorer = wholes.get(i).scorer(context);
        if (scorer != null) {
          wholly.add(scorer.iterator());
          reachesBeyond |= i > 0;
        }
      }
    }

    /** Adds this part's sums of some documents to those of all parts. */
    void add(int from, int to, float[] scratch, float[] sums) throws IOException {
      Arrays.fill(scratch, 0);
      for (int i = 0; i < words.size(); i++) {
        DocIdSetIterator word = words.get(i);
        float weight = weights.get(i);
        for (int doc = word.docID(); doc < to; doc = word.nextDoc()) {
          scratch[doc - from] += weight;
        }
      }
      for (DocIdSetIterator one : wholly) {
        for (int doc = one.docID(); doc < to; doc = one.nextDoc()) {
          scratch[doc - from] = all;
        }
      }
      for (int i = 0; i < to - from; i++) {
        sums[i] += scratch[i];
      }
    }

    /** This part's sum of one document, which none of its iterators is before. */
    float of(int doc) {
      for (DocIdSetIterator one : wholly) {
        if (one.docID() == doc) {
          return all;
        }
      }
      float sum = 0;
      for (int i = 0; i < words.size(); i++) {
        if (words.get(i).docID() == doc) {
          sum += weights.get(i);
        }
      }
      return sum;
    }
  }

  private final List<Sum> sums = new ArrayList<>();
  private final DocIdSetIterator[] iterators;
  private final double least;

  /** The paragraphs; null where nothing else can be among the documents. */
  private final @Nullable DocIdSetIterator paragraphs;

  /**
   * Those of a segment.
   *
   * @param wholly see {@link WeighedWordsQuery.Part}, of each part
   * @param least sum that is enough
   */
  WeighedSums(
      List<WeighedWordsQuery.Part> parts,
      List<List<Weight>> wholly,
      double least,
      LeafReaderContext context)
      throws IOException {
    this.least = least;
    List<DocIdSetIterator> all = new ArrayList<>();
    boolean reachesBeyond = false;
    for (int i = 0; i < parts.size(); i++) {
      Sum sum = new Sum(parts.get(i), wholly.get(i), context);
      sums.add(sum);
      all.addAll(sum.words);
      all.addAll(sum.wholly);
      reachesBeyond |= sum.reachesBeyond;
    }
    iterators = all.toArray(DocIdSetIterator[]::new);
    paragraphs = reachesBeyond ? paragraphs(context) : null;
  }

  private static DocIdSetIterator paragraphs(LeafReaderContext context) throws IOException {
    PostingsEnum all =
        context.reader().postings(new Term(Fields.TYPE, Fields.PARAGRAPH), PostingsEnum.NONE);
    return all == null ? DocIdSetIterator.empty() : all;
  }

  /** Sum of the costs of all that is looked through; 0 where there is nothing. */
  long cost() {
    return Arrays.stream(iterators).mapToLong(DocIdSetIterator::cost).sum();
  }

  /** All documents with enough. */
  FixedBitSet all(int maxDoc) throws IOException {
    FixedBitSet enough = new FixedBitSet(maxDoc);
    float[] all = new float[STRETCH];
    float[] one = new float[STRETCH];
    int from = advance(0);
    while (from < maxDoc) {
      int to = Math.min(maxDoc, from + STRETCH);
      Arrays.fill(all, 0);
      for (Sum sum : sums) {
        sum.add(from, to, one, all);
      }
      for (int i = 0; i < to - from; i++) {
        if (isEnough(all[i])) {
          enough.set(from + i);
        }
      }
      from = advance(to);
    }
    if (paragraphs != null) {
      FixedBitSet these = new FixedBitSet(maxDoc);
      paragraphs.nextDoc();
      paragraphs.intoBitSet(maxDoc, these, 0);
      enough.and(these);
    }
    return enough;
  }

  private boolean isEnough(float sum) {
    return sum > 0 && sum >= least;
  }

  /** Takes all iterators to a document or behind it; gives the first that any is at. */
  private int advance(int target) throws IOException {
    int first = DocIdSetIterator.NO_MORE_DOCS;
    for (DocIdSetIterator each : iterators) {
      first = Math.min(first, each.docID() < target ? each.advance(target) : each.docID());
    }
    return first;
  }

  /** The documents that have anything, each added up when it is asked for. */
  TwoPhaseIterator oneByOne() {
    DocIdSetIterator any =
        new DocIdSetIterator() {
          private int doc = -1;

          @Override
          public int docID() {
            return doc;
          }

          @Override
          public int nextDoc() throws IOException {
            return advance(doc + 1);
          }

          @Override
          public int advance(int target) throws IOException {
            doc = target == NO_MORE_DOCS ? target : WeighedSums.this.advance(target);
            return doc;
          }

          @Override
          public long cost() {
            return WeighedSums.this.cost();
          }
        };
    return new TwoPhaseIterator(any) {
      @Override
      public boolean matches() throws IOException {
        float all = 0;
        for (Sum sum : sums) {
          all += sum.of(any.docID());
        }
        return isEnough(all) && isParagraph(any.docID());
      }

      @Override
      public float matchCost() {
        return iterators.length;
      }
    };
  }

  private boolean isParagraph(int doc) throws IOException {
    if (paragraphs == null) {
      return true;
    }
    int at = paragraphs.docID();
    return (at < doc ? paragraphs.advance(doc) : at) == doc;
  }
}
