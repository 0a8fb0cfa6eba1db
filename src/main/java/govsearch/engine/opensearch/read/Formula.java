package govsearch.engine.opensearch.read;

import govsearch.engine.lucene.document.SentenceValues;
import govsearch.engine.lucene.document.SentenceValues.FormulaSum;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Fingerprint;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.read.TermStats.Term;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * Which sentences are formula: those that several reports share, by how many heads have them. Many
 * are looked up at once, and each once for a snapshot.
 */
final class Formula {
  private static final int FEWEST_REPORTS = govsearch.engine.lucene.snapshot.Formula.FEWEST_REPORTS;

  /** Eight bytes each. What falls into the same place is looked up again. */
  private static final int PLACE_BITS = 19;

  private static final long YES = 1;
  private static final long ASKED = 2;

  private final TermStats stats;

  /** What was looked up last, as the embedded engine keeps it. */
  private final long[] known;

  Formula(Reader reader) {
    record Known() {}
    this.stats = new TermStats(reader, Indices.Kind.REPORTS);
    this.known = reader.snapshot().whole(new Known(), () -> new long[1 << PLACE_BITS]);
  }

  /** Has it known of the sentences of some rows. */
  static LongPredicate lookUp(Reader reader, Collection<Row> rows) {
    return new Formula(reader).of(rows.stream().map(row -> row.numbers(Columns.SENTENCE)).toList());
  }

  /** Tells of the sentences of some documents, as {@link SentenceValues} has them. */
  LongPredicate of(Collection<List<Long>> documents) {
    Map<Long, Boolean> formula = new HashMap<>();
    Map<Term, Long> asked = new LinkedHashMap<>();
    for (List<Long> values : documents) {
      for (long value : values) {
        long kept = SentenceValues.kept(value);
        if (kept != 0 && !formula.containsKey(kept)) {
          long found = known[place(kept)]; // a word is written whole, and says what it is about
          boolean isKnown = SentenceValues.kept(found) == kept && (found & ASKED) != 0;
          formula.put(kept, isKnown && (found & YES) != 0);
          if (!isKnown) {
            asked.put(term(kept), kept);
          }
        }
      }
    }
    if (!asked.isEmpty()) {
      Map<Term, Long> having = stats.lookUp(asked.keySet());
      asked.forEach(
          (term, kept) -> {
            boolean yes = having.getOrDefault(term, 0L) >= FEWEST_REPORTS;
            known[place(kept)] = kept | ASKED | (yes ? YES : 0);
            formula.put(kept, yes);
          });
    }
    return kept -> formula.getOrDefault(kept, false);
  }

  private static int place(long kept) {
    return (int) (kept >>> (Long.SIZE - PLACE_BITS));
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
