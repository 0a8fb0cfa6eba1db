package govsearch.engine.lucene;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Of a rebuild: the ids that were put, as their hashes. Safe for use by many threads. */
final class PutIds {

  private final Set<Long> hashes = ConcurrentHashMap.newKeySet();

  /** Whether an id was surely not put before; one that only looks like another is none. */
  boolean isFirst(String id) {
    return hashes.add(StringHelper.murmurhash3_x64_128(new BytesRef(id))[0]);
  }
}
