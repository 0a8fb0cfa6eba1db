package govsearch.engine.lucene.search;

import govsearch.engine.lucene.count.Membership;
import govsearch.engine.lucene.search.TermSums.Weighed;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.jspecify.annotations.Nullable;

/**
 * How many paragraphs of a report match by what their words weigh, where nothing else makes a
 * match: the words are looked up in the few reports that are shown, and no query is made.
 */
final class ByWords {

  private final Snapshot snapshot;
  private final TermSums words;
  private final double needed;
  private final Membership membership;

  private @Nullable LeafReaderContext leaf;

  /** Those of the segment. */
  private @Nullable PostingsEnum[] postings = {};

  /**
   * Matches of some words.
   *
   * @param needed what the words of a match weigh at the least
   * @param membership of the same matches, which tells of filters
   */
  ByWords(Snapshot snapshot, TermSums words, double needed, Membership membership) {
    this.snapshot = snapshot;
    this.words = words;
    this.needed = needed;
    this.membership = membership;
  }

  /** How many there are in the report of a document; to be asked for ascending documents. */
  int inReportOf(int doc) throws IOException {
    LeafReaderContext here = snapshot.leaf(doc);
    Segment segment = snapshot.segment(here);
    int report = segment.reportOf(doc - here.docBase);
    int from = segment.head(report) + 1;
    if (here != leaf || isPast(from)) {
      begin(here);
    }
    double[] weights = new double[segment.paragraphs(report)];
    for (int i = 0; i < postings.length; i++) {
      add(postings[i], words.terms().get(i), from, weights);
    }
    Membership.OfSegment test = membership.of(here);
    int count = 0;
    for (int i = 0; i < weights.length; i++) {
      count += weights[i] >= needed && test.testFound(from + i) ? 1 : 0;
    }
    return count;
  }

  private boolean isPast(int from) {
    for (PostingsEnum one : postings) {
      if (one != null && one.docID() > from) {
        return true;
      }
    }
    return false;
  }

  private void begin(LeafReaderContext here) throws IOException {
    leaf = here;
    postings = new @Nullable PostingsEnum[words.terms().size()];
    for (int i = 0; i < postings.length; i++) {
      postings[i] = words.terms().get(i).postings(here);
    }
  }

  private static void add(@Nullable PostingsEnum postings, Weighed word, int from, double[] weights)
      throws IOException {
    if (postings == null) {
      return;
    }
    int doc = postings.docID() < from ? postings.advance(from) : postings.docID();
    while (doc < from + weights.length) {
      weights[doc - from] += word.weight();
      doc = postings.nextDoc();
    }
  }
}
