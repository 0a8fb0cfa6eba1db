package govsearch.engine.lucene.similar;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** Puts problems in order by how far a learnt model takes them to be about the same matters. */
final class MatterRanking {

  private final MatterVectors matters;
  private final VectorRows rows;
  private final VectorFile.Reader vectors;
  private final List<LeafReaderContext> leaves;

  /** What rows are about, each found out once; near-identical texts have the same. */
  private final Map<Integer, double[]> known = new HashMap<>();

  MatterRanking(MatterVectors matters, VectorFile file, VectorRows rows, IndexReader reader) {
    this.matters = matters;
    this.rows = rows;
    this.vectors = file.reader();
    this.leaves = reader.leaves();
  }

  /**
   * Some documents, best first; without those of which there is no vector so far.
   *
   * @param problem what is asked
   * @param measure what is planned against it; null where that is not known
   */
  ScoreDoc[] of(float[] problem, float @Nullable [] measure, List<Integer> some)
      throws IOException {
    double[] asked =
        MatterLikeness.together(
            matters.about(Quantised.of(problem)),
            measure == null ? null : matters.about(Quantised.of(measure)));
    BestScores best = new BestScores(some.size());
    for (int doc : some) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
      VectorRows.Found found = rows.of(leaf);
      int at = Arrays.binarySearch(found.keys().docs(), doc - leaf.docBase);
      double[] about = at < 0 ? null : about(found.rows().problems()[at]);
      if (about != null) {
        double[] planned = about(found.rows().measures()[at]);
        best.offer(doc, (float) MatterLikeness.dot(asked, MatterLikeness.together(about, planned)));
      }
    }
    return best.ranking();
  }

  private double @Nullable [] about(int row) {
    return row < 0 || row >= vectors.count()
        ? null
        : known.computeIfAbsent(row, one -> matters.about(vectors.quantised(one)));
  }
}
