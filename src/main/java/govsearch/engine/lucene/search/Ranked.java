package govsearch.engine.lucene.search;

import java.util.Comparator;
import org.apache.lucene.util.BytesRef;

/**
 * A match in the order of relevance.
 *
 * @param doc its document in the whole reader
 * @param score by which it is ordered: its tier's number and, below one, how well it fits
 * @param report its report's id
 * @param fold fingerprint of the paragraph
 */
record Ranked(int doc, float score, BytesRef report, long fold) {

  /** Best first; of the same score by report and by place in it. */
  static final Comparator<Ranked> ORDER =
      Comparator.comparing(Ranked::score, Comparator.reverseOrder())
          .thenComparing(Ranked::report)
          .thenComparingInt(Ranked::doc);
}
