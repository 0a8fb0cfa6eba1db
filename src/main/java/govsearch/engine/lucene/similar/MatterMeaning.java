package govsearch.engine.lucene.similar;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.jspecify.annotations.Nullable;

/** What problems are about as a learnt model takes it, each with what is planned against it. */
final class MatterMeaning {

  private final MatterVectors matters;
  private final VectorRows rows;
  private final VectorFile.Reader vectors;
  private final List<LeafReaderContext> leaves;
  private final double[] asked;

  /**
   * With what is asked.
   *
   * @param problem its vector
   * @param measure that of what is planned against it; null where that is not known
   */
  MatterMeaning(
      MatterVectors matters,
      VectorFile file,
      VectorRows rows,
      IndexReader reader,
      float[] problem,
      float @Nullable [] measure) {
    this.matters = matters;
    this.rows = rows;
    this.vectors = file.reader();
    this.leaves = reader.leaves();
    this.asked =
        MatterLikeness.together(
            matters.about(Quantised.of(problem)),
            measure == null ? null : matters.about(Quantised.of(measure)));
  }

  /** What is asked is about, of length one. */
  double[] asked() {
    return asked;
  }

  /** What each of some documents is about; nothing where there is no vector so far. */
  double[][] of(List<Integer> docs) throws IOException {
    double[][] about = new double[docs.size()][];
    for (int i = 0; i < about.length; i++) {
      about[i] = of(docs.get(i));
    }
    return about;
  }

  private double[] of(int doc) throws IOException {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    VectorRows.Found found = rows.of(leaf);
    int at = Arrays.binarySearch(found.keys().docs(), doc - leaf.docBase);
    double[] problem = at < 0 ? null : row(found.rows().problems()[at]);
    return problem == null
        ? new double[asked.length]
        : MatterLikeness.together(problem, row(found.rows().measures()[at]));
  }

  private double @Nullable [] row(int row) {
    return row < 0 || row >= vectors.count() ? null : matters.about(vectors.quantised(row));
  }
}
