package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.snapshot.LimitedSearcher;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * The problems nearest to a vector, by themselves and by what is planned for them. Glances at every
 * one: a hundredth of a microsecond each, which an index of neighbours would not repay at the
 * number of problems that there are; and looks closely at some thousands.
 */
final class VectorRanking {

  /** So many times as many as are wanted are looked at closely. */
  private static final int CLOSELY = 20;

  /** Of which of a problem's vectors. */
  enum Of {
    PROBLEMS,
    MEASURES;

    int row(int problem, int measure) {
      return this == PROBLEMS ? problem : measure;
    }
  }

  private final VectorFile file;
  private final VectorRows rows;
  private final VectorSpace space;
  private final LimitedSearcher searcher;
  private final Query filter;
  private @Nullable WantedProblems wanted;

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
    RowRanking best = new RowRanking(reader, to, depth);
    WantedProblems all = wanted();
    if (all.count() <= CLOSELY * depth) {
      all.each((doc, problem, measure) -> best.offer(doc, which.row(problem, measure)));
      return best.ranking();
    }
    Glance glance = new Glance(reader, reader.bits(to), all.count(), searcher::isOver);
    all.each((doc, problem, measure) -> glance.look(which.row(problem, measure)));
    glance.choose(CLOSELY * depth);
    all.each(
        (doc, problem, measure) -> {
          if (glance.nextIsNear()) {
            best.offer(doc, which.row(problem, measure));
          }
        });
    return best.ranking();
  }

  /** The nearest to an aim, best first. */
  ScoreDoc[] nearest(Aim aim, int depth) throws IOException {
    VectorFile.Reader reader = file.reader();
    AimedRanking best = new AimedRanking(reader, space, aim, depth);
    WantedProblems all = wanted();
    if (all.count() <= CLOSELY * depth) {
      all.each(best::offer);
      return best.ranking();
    }
    Glance problems = glance(reader, aim.atProblems(), all.count());
    Glance measures = glance(reader, aim.atMeasures(), all.count());
    all.each(
        (doc, problem, measure) -> {
          problems.look(problem);
          measures.look(measure);
        });
    problems.choose(CLOSELY * depth / 2);
    measures.choose(CLOSELY * depth / 2);
    all.each(
        (doc, problem, measure) -> {
          boolean byProblem = problems.nextIsNear();
          boolean byMeasure = measures.nextIsNear();
          if (byProblem || byMeasure) {
            best.offer(doc, problem, measure);
          }
        });
    return best.ranking();
  }

  private Glance glance(VectorFile.Reader reader, float[] seenFromMiddle, int count) {
    return new Glance(reader, VectorSketches.signs(seenFromMiddle), count, searcher::isOver);
  }

  private WantedProblems wanted() throws IOException {
    WantedProblems known = wanted;
    if (known == null) {
      known = new WantedProblems(searcher, filter, rows);
      wanted = known;
    }
    return known;
  }
}
