package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.snapshot.LimitedSearcher;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** What one text that is asked about means to a learnt model, beside the problems that it knows. */
final class Meaning {

  /** Of cosines below this, nothing is nearer than chance. */
  static final float LEAST = 0.45f;

  /** How much some answers count beside what is asked. */
  private static final float OF_ANSWERS = 0.5f;

  private final VectorRanking ranking;
  private final float[] asked;
  private final Aim aim;
  private final @Nullable MatterMeaning matters;

  private Meaning(VectorRanking ranking, float[] asked, Aim aim, @Nullable MatterMeaning matters) {
    this.ranking = ranking;
    this.matters = matters;
    this.asked = asked;
    this.aim = aim;
  }

  /**
   * Has the model read what is asked.
   *
   * @param ofPlans how much plans count beside problems
   */
  static Meaning of(
      Vectors vectors, LimitedSearcher searcher, Query filter, AskedText asked, double ofPlans)
      throws IOException, AskedModel.FailedException {
    float[] problem = vectors.asked(asked);
    float[] measure = vectors.ownMeasure(asked);
    VectorSpace space = vectors.space();
    Aim aim = new Aim(space.of(problem), measure == null ? null : space.of(measure), ofPlans);
    return new Meaning(
        vectors.ranking(searcher, filter),
        problem,
        aim,
        vectors.matters(searcher.getIndexReader(), problem, measure));
  }

  /** The nearest problems, each with what is planned against it. */
  ScoreDoc[] nearest(int depth) throws IOException {
    return ranking.nearest(aim, depth);
  }

  /** The same when some answers are known. */
  ScoreDoc[] following(List<Integer> answers, int depth) throws IOException {
    return ranking.nearest(ranking.following(aim, answers, OF_ANSWERS), depth);
  }

  /** What texts are about; null as long as the model has not read what matters there are. */
  @Nullable MatterMeaning matters() {
    return matters;
  }

  float cosine(int doc) throws IOException {
    return ranking.cosine(asked, doc);
  }
}
