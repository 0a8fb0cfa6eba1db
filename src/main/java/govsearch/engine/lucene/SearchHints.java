package govsearch.engine.lucene;

import govsearch.engine.lucene.query.MeantQuery;
import govsearch.engine.lucene.search.Hints;
import govsearch.engine.lucene.similar.NearParagraphs;
import govsearch.engine.lucene.similar.Vectors;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.engine.lucene.suggest.NearestTexts;
import govsearch.engine.lucene.suggest.PhraseCounter;
import govsearch.engine.lucene.suggest.SuggestionList;
import govsearch.engine.lucene.suggest.Work;
import govsearch.query.Filters;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the characters of a collection and a learnt model, where there is one, know beyond words.
 *
 * @param searcher of one search, with its time limit
 */
record SearchHints(Snapshot snapshot, LimitedSearcher searcher, @Nullable Vectors vectors)
    implements Hints {

  @Override
  public Optional<String> slip(String typed, boolean isMissing) throws IOException {
    return new NearestTexts(
            new PhraseCounter(searcher, snapshot.bigrams(), Work.usual()),
            snapshot.bigrams(),
            SuggestionList.NOTHING)
        .slip(typed, isMissing);
  }

  @Override
  public @Nullable MeantQuery near(String sentence, Filters filters) throws IOException {
    return vectors == null ? null : NearParagraphs.of(vectors, searcher, sentence, filters);
  }
}
