package govsearch.engine.lucene;

import govsearch.engine.lucene.search.LongSet;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Of a rebuild: the ids that were put, as their hashes, up to sixteen bytes each. Safe for use by
 * many threads.
 */
final class PutIds {

  private final LongSet hashes = new LongSet(0);

  /** Whether an id was surely not put before; one that only looks like another is none. */
  boolean isFirst(String id) {
    long hash = StringHelper.murmurhash3_x64_128(new BytesRef(id))[0];
    synchronized (hashes) {
      return hashes.add(hash);
    }
  }
}
