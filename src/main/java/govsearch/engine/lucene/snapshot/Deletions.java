package govsearch.engine.lucene.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LiveDocs;
import org.jspecify.annotations.Nullable;

/** Takes out of a set of a segment's documents those that are deleted. */
public final class Deletions {

  private Deletions() {}

  /**
   * Takes them out: by those that are deleted where these are fewer than those of the set, which is
   * mostly so; Lucene asks of each one of the set whether it lives.
   *
   * @param live null where none is deleted
   */
  public static void takeOut(@Nullable Bits live, FixedBitSet docs) {
    if (live instanceof LiveDocs all && all.deletedCount() < docs.cardinality()) {
      try {
        DocIdSetIterator deleted = all.deletedDocsIterator();
        for (int doc = deleted.nextDoc();
            doc < docs.length(); // none left is behind all
            doc = deleted.nextDoc()) {
          docs.clear(doc);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e); // read from memory
      }
    } else if (live != null) {
      live.applyMask(docs, 0);
    }
  }
}
