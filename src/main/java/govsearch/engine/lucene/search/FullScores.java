package govsearch.engine.lucene.search;

import govsearch.engine.lucene.search.Candidates.Candidate;
import govsearch.engine.lucene.snapshot.Snapshot;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Scores a few documents by all that tells, whatever else that would match. */
final class FullScores {

  private final Snapshot snapshot;
  private final Query scoring;
  private @Nullable Weight weight;

  FullScores(Snapshot snapshot, Query scoring) {
    this.snapshot = snapshot;
    this.scoring = scoring;
  }

  /** Some documents with their scores, in the order of the index; 0 where nothing tells. */
  ScoreDoc[] of(List<Candidate> found) throws IOException {
    int[] docs = found.stream().mapToInt(Candidate::doc).sorted().toArray();
    ScoreDoc[] scored = new ScoreDoc[docs.length];
    OfSegment segment = null;
    for (int i = 0; i < docs.length; i++) {
      if (segment == null || docs[i] >= segment.end) {
        segment = new OfSegment(snapshot.leaf(docs[i]));
      }
      scored[i] = new ScoreDoc(docs[i], segment.score(docs[i]));
    }
    return scored;
  }

  private Weight weight() throws IOException {
    Weight known = weight;
    if (known == null) {
      IndexSearcher searcher = new IndexSearcher(snapshot.reader());
      known = searcher.createWeight(searcher.rewrite(scoring), ScoreMode.COMPLETE, 1);
      weight = known;
    }
    return known;
  }

  private final class OfSegment {
    private final int base;
    private final int end;
    private final @Nullable Scorer scorer;
    private final DocIdSetIterator docs;

    OfSegment(LeafReaderContext leaf) throws IOException {
      base = leaf.docBase;
      end = base + leaf.reader().maxDoc();
      scorer = weight().scorer(leaf);
      docs = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
    }

    float score(int doc) throws IOException {
      int local = doc - base;
      int at = docs.docID() < local ? docs.advance(local) : docs.docID();
      return scorer == null || at != local ? 0 : scorer.score();
    }
  }
}
