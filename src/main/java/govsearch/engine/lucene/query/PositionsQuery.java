package govsearch.engine.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Documents in which several parts occur at positions that a condition accepts. Lucene's own
 * interval queries look at minimal intervals only, and so miss sequences of three parts and more
 * whose middle part could have been chosen otherwise.
 */
final class PositionsQuery extends Query implements Divisible {

  /** Decides on the start positions of each part, ascending. Equal conditions are equal objects. */
  interface Condition {
    boolean accepts(List<int[]> starts);
  }

  private final String field;
  private final List<IntervalsSource> parts;
  private final Condition condition;

  PositionsQuery(String field, List<IntervalsSource> parts, Condition condition) {
    this.field = field;
    this.parts = List.copyOf(parts);
    this.condition = condition;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        List<IntervalIterator> iterators = new ArrayList<>(parts.size());
        for (IntervalsSource part : parts) {
          IntervalIterator iterator = part.intervals(field, context);
          if (iterator == null) {
            return null; // this part is nowhere in the segment
          }
          iterators.add(iterator);
        }
        return ConstantScoreScorerSupplier.fromIterator(
            TwoPhaseIterator.asDocIdSetIterator(new Positions(iterators)),
            score(),
            scoreMode,
            context.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return true;
      }
    };
  }

  /** All parts are in the document; whether they stand right is looked at only then. */
  private final class Positions extends TwoPhaseIterator {
    private static final float COST_OF_POSITIONS = 1000f;

    private final List<IntervalIterator> iterators;

    Positions(List<IntervalIterator> iterators) {
      super(ConjunctionUtils.intersectIterators(new ArrayList<DocIdSetIterator>(iterators)));
      this.iterators = iterators;
    }

    @Override
    public boolean matches() throws IOException {
      List<int[]> starts = new ArrayList<>(iterators.size());
      for (IntervalIterator iterator : iterators) {
        int[] positions = startsOf(iterator);
        if (positions.length == 0) {
          return false;
        }
        starts.add(positions);
      }
      return condition.accepts(starts);
    }

    private int[] startsOf(IntervalIterator iterator) throws IOException {
      int[] positions = new int[8];
      int count = 0;
      while (iterator.nextInterval() != IntervalIterator.NO_MORE_INTERVALS) {
        if (count == positions.length) {
          positions = Arrays.copyOf(positions, count * 2);
        }
        positions[count++] = iterator.start();
      }
      return Arrays.copyOf(positions, count);
    }

    @Override
    public float matchCost() {
      return COST_OF_POSITIONS;
    }
  }

  @Override
  public String toString(String defaultField) {
    return field + ":" + condition + parts;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PositionsQuery that
        && field.equals(that.field)
        && parts.equals(that.parts)
        && condition.equals(that.condition);
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, parts, condition);
  }
}
