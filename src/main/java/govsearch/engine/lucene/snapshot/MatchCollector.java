package govsearch.engine.lucene.snapshot;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/** Collects every document that matches, ascending, and its score where that is asked for. */
final class MatchCollector extends SimpleCollector {

  private final boolean scored;
  private int[] docs = new int[64];
  private float[] scores = new float[0];
  private int count;
  private int base;
  private @Nullable Scorable scorer;

  private MatchCollector(boolean scored) {
    this.scored = scored;
  }

  /** For searchers of one thread, as all of ours are. */
  static CollectorManager<MatchCollector, Matches> manager(boolean scored) {
    return new CollectorManager<>() {
      @Override
      public MatchCollector newCollector() {
        return new MatchCollector(scored);
      }

      @Override
      public Matches reduce(Collection<MatchCollector> collectors) {
        if (collectors.size() > 1) {
          throw new IllegalStateException("documents of several threads are not in order");
        }
        MatchCollector all = collectors.isEmpty() ? newCollector() : collectors.iterator().next();
        return new Matches(all.docs, all.scores, all.count);
      }
    };
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) {
    base = context.docBase;
  }

  @Override
  public void setScorer(Scorable scorer) {
    this.scorer = scorer;
  }

  @Override
  public void collect(int doc) throws IOException {
    docs = ArrayUtil.grow(docs, count + 1);
    docs[count] = base + doc;
    if (scored && scorer != null) {
      scores = ArrayUtil.grow(scores, count + 1);
      scores[count] = scorer.score();
    }
    count++;
  }

  @Override
  public ScoreMode scoreMode() {
    return scored ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
  }
}
