package govsearch.engine.opensearch.read;

import govsearch.engine.lucene.document.SentenceValues;
import govsearch.engine.lucene.document.SentenceValues.FormulaSum;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Fingerprint;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.read.TermStats.Term;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Which sentences are formula: those that several reports share, by how many heads have them. Many
 * are looked up at once, and each once for a snapshot.
 */
final class Formula {
  private static final int FEWEST_REPORTS = govsearch.engine.lucene.snapshot.Formula.FEWEST_REPORTS;

  private final TermStats stats;

  Formula(Reader reader) {
    this.stats = new TermStats(reader, Indices.Kind.REPORTS);
  }

  /** Tells of the sentences of some documents, as {@link SentenceValues} has them. */
  LongPredicate of(Collection<List<Long>> documents) {
    Set<Term> terms = new LinkedHashSet<>();
    for (List<Long> values : documents) {
      for (long value : values) {
        if (SentenceValues.kept(value) != 0) {
          terms.add(term(value));
        }
      }
    }
    Map<Long, Boolean> formula = new HashMap<>();
    Map<Term, Long> having = stats.having(terms);
    for (List<Long> values : documents) {
      for (long value : values) {
        formula.computeIfAbsent(
            SentenceValues.kept(value),
            kept -> kept != 0 && having.getOrDefault(term(kept), 0L) >= FEWEST_REPORTS);
      }
    }
    return kept -> formula.getOrDefault(kept, false);
  }

  private static Term term(long value) {
    return new Term(Columns.SENTENCES, Fingerprint.sentence(value));
  }

  /** Which part of some documents' text is formula, in hundredths. */
  static double share(Collection<List<Long>> documents, LongPredicate formula) {
    FormulaSum sum = new FormulaSum();
    documents.forEach(values -> values.forEach(value -> sum.add(value, formula)));
    return sum.share();
  }

  /** Whether a document has a sentence that is no formula, or none that is recognisable. */
  static boolean hasSubstance(List<Long> values, LongPredicate formula) {
    List<Long> kept =
        values.stream().map(SentenceValues::kept).filter(value -> value != 0).toList();
    return kept.isEmpty() || !kept.stream().allMatch(formula::test);
  }
}
