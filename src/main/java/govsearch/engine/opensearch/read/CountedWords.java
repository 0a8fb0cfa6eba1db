package govsearch.engine.opensearch.read;

import govsearch.engine.WordCounts;
import govsearch.engine.WordRequest;
import govsearch.engine.lucene.search.ReportWords;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.read.TermStats.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts words of passages here, and asks the cluster what it knows of them. */
final class CountedWords implements ReportWords.Known {
  private final Asked asked;
  private final Formula formula;

  CountedWords(Asked asked) {
    this.asked = asked;
    this.formula = new Formula(asked.reader());
  }

  WordCounts of(WordRequest request) {
    try {
      return new ReportWords(this, asked.cutter(), request)
          .of(new MatchVisit(asked, request.in())::passages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean isFormula(long kept) {
    return formula.of(List.of(List.of(kept))).test(kept);
  }

  @Override
  public Map<String, Long> paragraphs(Set<String> words) {
    Map<Term, Long> having =
        new TermStats(asked.reader(), Indices.Kind.PARAGRAPHS)
            .having(words.stream().map(CountedWords::term).toList());
    Map<String, Long> paragraphs = new HashMap<>();
    words.forEach(word -> paragraphs.put(word, having.getOrDefault(term(word), 0L)));
    return paragraphs;
  }

  private static Term term(String word) {
    return new Term(Columns.WORDS, Json.wellFormed(word));
  }
}
