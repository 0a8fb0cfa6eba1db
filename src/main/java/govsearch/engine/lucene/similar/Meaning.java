package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.similar.VectorRanking.Of;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** What one text that is asked about means to a learnt model, beside the problems that it knows. */
final class Meaning {

  /** Of cosines below this, nothing is nearer than chance. */
  static final float LEAST = 0.45f;

  private final VectorRanking ranking;
  private final float[] asked;
  private final float @Nullable [] ownMeasure;

  private Meaning(VectorRanking ranking, float[] asked, float @Nullable [] ownMeasure) {
    this.ranking = ranking;
    this.asked = asked;
    this.ownMeasure = ownMeasure;
  }

  /** Null where there is no model. */
  static @Nullable Meaning of(
      @Nullable Vectors vectors, LimitedSearcher searcher, Query filter, AskedText asked)
      throws IOException {
    return vectors == null
        ? null
        : new Meaning(
            vectors.ranking(searcher, filter), vectors.asked(asked), vectors.ownMeasure(asked));
  }

  /** The nearest problems, as far as they are near at all. */
  ScoreDoc[] problems(int depth) throws IOException {
    return near(ranking.nearest(asked, Of.PROBLEMS, depth));
  }

  /** Problems against which the nearest is planned to what is planned against the asking one. */
  ScoreDoc[] plannedAlike(int depth) throws IOException {
    return ownMeasure == null
        ? new ScoreDoc[0]
        : near(ranking.nearest(ownMeasure, Of.MEASURES, depth));
  }

  /** The nearest problems, or those with the nearest measures, when some answers are known. */
  ScoreDoc[] following(List<Integer> answers, Of which, int depth) throws IOException {
    return near(ranking.nearest(ranking.following(asked, answers), which, depth));
  }

  private static ScoreDoc[] near(ScoreDoc[] all) {
    int near = 0;
    while (near < all.length && all[near].score >= LEAST) {
      near++;
    }
    return Arrays.copyOf(all, near);
  }

  float cosine(int doc) throws IOException {
    return ranking.cosine(asked, doc);
  }
}
