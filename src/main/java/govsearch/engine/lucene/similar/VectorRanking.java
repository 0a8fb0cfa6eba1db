package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.snapshot.LimitedSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * The problems nearest to a vector, by themselves and by what is planned for them. Glances at every
 * one: a hundredth of a microsecond each, which an index of neighbours would not repay at the
 * number of problems that there are; and looks closely at some thousands. Where time is over, those
 * that were looked at have to do.
 */
final class VectorRanking {

  /** After so many it is seen whether time is over. */
  private static final int STRETCH = 1 << 12;

  /** So many times as many as are wanted are looked at closely. */
  private static final int CLOSELY = 20;

  /** Farther than any. */
  private static final short UNSEEN = Short.MAX_VALUE;

  /** Of which of a problem's vectors. */
  enum Of {
    PROBLEMS,
    MEASURES
  }

  /** The problems of one segment that are wanted, by their places among all of it. */
  @SuppressWarnings("ArrayRecordComponent") // seen here only
  private record Wanted(LeafReaderContext leaf, VectorRows.Found found, int[] places) {

    int[] rows(Of which) {
      return which == Of.PROBLEMS ? found.rows().problems() : found.rows().measures();
    }

    int doc(int at) {
      return leaf.docBase + found.keys().docs()[at];
    }
  }

  private final VectorFile file;
  private final VectorRows rows;
  private final VectorSpace space;
  private final LimitedSearcher searcher;
  private final Query filter;
  private @Nullable List<Wanted> wanted;

  VectorRanking(
      VectorFile file, VectorRows rows, VectorSpace space, LimitedSearcher searcher, Query filter) {
    this.file = file;
    this.rows = rows;
    this.space = space;
    this.searcher = searcher;
    this.filter = filter;
  }

  /**
   * An aim with some answers added to it (Rocchio 1971), each problem with its measure.
   *
   * @param share how much all of them together count
   */
  Aim following(Aim aim, List<Integer> answers, float share) throws IOException {
    float[] problem = aim.problem().clone();
    float[] own = aim.measure();
    float[] measure = own == null ? new float[problem.length] : own.clone();
    boolean planned = own != null;
    for (int doc : answers) {
      VectorRows.Found found = rows.of(leaf(doc));
      int at = place(doc, found);
      if (at >= 0) {
        add(found.rows().problems()[at], share / answers.size(), problem);
        planned |= add(found.rows().measures()[at], share / answers.size(), measure);
      }
    }
    return new Aim(
        VectorSpace.unit(problem), planned ? VectorSpace.unit(measure) : null, aim.ofPlans());
  }

  private boolean add(int row, float weight, float[] sum) throws IOException {
    if (row < 0) {
      return false;
    }
    float[] vector = space.of(file.vector(row));
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * vector[i];
    }
    return true;
  }

  /** How near single documents are to a vector; 0 where that is not known yet. */
  float cosine(float[] asked, int doc) throws IOException {
    VectorRows.Found found = rows.of(leaf(doc));
    int at = place(doc, found);
    int row = at < 0 ? -1 : found.rows().problems()[at];
    return row < 0 ? 0 : file.cosine(row, Quantised.of(asked), new byte[file.dimension()]);
  }

  private LeafReaderContext leaf(int doc) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }

  private int place(int doc, VectorRows.Found found) {
    return Arrays.binarySearch(found.keys().docs(), doc - leaf(doc).docBase);
  }

  /** The nearest, best first. */
  ScoreDoc[] nearest(float[] to, Of which, int depth) throws IOException {
    VectorFile.Reader reader = file.reader();
    Best best = new Best(reader, to, depth);
    List<Wanted> all = wanted();
    int count = all.stream().mapToInt(some -> some.places().length).sum();
    if (count <= CLOSELY * depth) {
      for (Wanted some : all) {
        int[] rows = some.rows(which);
        for (int at : some.places()) {
          best.offer(some.doc(at), rows[at]);
        }
      }
      return best.ranking();
    }
    Glance glance = new Glance(reader, reader.bits(to), count);
    for (Wanted some : all) {
      int[] rows = some.rows(which);
      for (int at : some.places()) {
        glance.look(rows[at]);
      }
    }
    int least = glance.farthest(CLOSELY * depth);
    int seen = 0;
    for (Wanted some : all) {
      int[] rows = some.rows(which);
      for (int at : some.places()) {
        if (glance.distance(seen++) <= least) {
          best.offer(some.doc(at), rows[at]);
        }
      }
    }
    return best.ranking();
  }

  /** The nearest to an aim, best first. */
  ScoreDoc[] nearest(Aim aim, int depth) throws IOException {
    VectorFile.Reader reader = file.reader();
    AimedRanking best = new AimedRanking(reader, space, aim, depth);
    List<Wanted> all = wanted();
    int count = all.stream().mapToInt(some -> some.places().length).sum();
    Glance problems = new Glance(reader, VectorSketches.signs(aim.atProblems()), count);
    Glance measures = new Glance(reader, VectorSketches.signs(aim.atMeasures()), count);
    boolean few = count <= CLOSELY * depth;
    if (!few) {
      for (Wanted some : all) {
        for (int at : some.places()) {
          problems.look(some.rows(Of.PROBLEMS)[at]);
          measures.look(some.rows(Of.MEASURES)[at]);
        }
      }
    }
    int leastOfProblems = problems.farthest(CLOSELY * depth / 2);
    int leastOfMeasures = measures.farthest(CLOSELY * depth / 2);
    int seen = 0;
    for (Wanted some : all) {
      for (int at : some.places()) {
        if (few
            || problems.distance(seen) <= leastOfProblems
            || measures.distance(seen) <= leastOfMeasures) {
          best.offer(some.doc(at), some.rows(Of.PROBLEMS)[at], some.rows(Of.MEASURES)[at]);
        }
        seen++;
      }
    }
    return best.ranking();
  }

  /** How far all are, roughly: most of many are seen to be too far without a closer look. */
  private final class Glance {
    private final VectorFile.Reader reader;
    private final long[] to;
    private final short[] distances;
    private final int[] atDistance = new int[file.dimension() + 1];
    private int seen;

    Glance(VectorFile.Reader reader, long[] to, int count) {
      this.reader = reader;
      this.to = to;
      this.distances = new short[count];
    }

    void look(int row) {
      short distance = UNSEEN;
      boolean isOver = seen % STRETCH == STRETCH - 1 && searcher.isOver();
      if (row >= 0 && row < reader.count() && !isOver) {
        distance = (short) reader.distance(row, to);
        atDistance[distance]++;
      }
      distances[seen++] = distance;
    }

    /** The distance within which so many are. */
    int farthest(int wanted) {
      int within = 0;
      int distance = 0;
      while (distance < atDistance.length && within < wanted) {
        within += atDistance[distance++];
      }
      return distance - 1;
    }

    int distance(int place) {
      return distances[place];
    }
  }

  /** Each query passes its filter once. */
  private List<Wanted> wanted() throws IOException {
    List<Wanted> known = wanted;
    if (known == null) {
      known = new ArrayList<>();
      Weight weight =
          searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        Scorer scorer = weight.scorer(leaf);
        if (scorer != null) {
          VectorRows.Found found = rows.of(leaf);
          known.add(new Wanted(leaf, found, places(found.keys().docs(), scorer.iterator())));
        }
      }
      wanted = known;
    }
    return known;
  }

  private static int[] places(int[] all, DocIdSetIterator docs) throws IOException {
    int[] places = new int[all.length];
    int count = 0;
    int at = 0;
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      while (at < all.length && all[at] < doc) {
        at++;
      }
      if (at < all.length && all[at] == doc) {
        places[count++] = at;
      }
    }
    return Arrays.copyOf(places, count);
  }

  /** The nearest of what is offered; each row is compared once. */
  private static final class Best {
    private final Quantised vector;
    private final VectorFile.Reader reader;
    private final Map<Integer, Float> known = new HashMap<>();
    private final BestScores best;

    Best(VectorFile.Reader reader, float[] to, int depth) {
      this.reader = reader;
      this.vector = Quantised.of(to);
      this.best = new BestScores(depth);
    }

    void offer(int doc, int row) {
      if (row < 0 || row >= reader.count()) {
        return; // made since, or not yet
      }
      best.offer(doc, known.computeIfAbsent(row, one -> reader.cosine(one, vector)));
    }

    ScoreDoc[] ranking() {
      return best.ranking();
    }
  }
}
