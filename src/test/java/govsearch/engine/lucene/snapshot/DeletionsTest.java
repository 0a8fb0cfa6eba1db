package govsearch.engine.lucene.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.DenseLiveDocs;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.SparseFixedBitSet;
import org.apache.lucene.util.SparseLiveDocs;
import org.junit.jupiter.api.Test;

class DeletionsTest {

  private static final int ROUNDS = 300;

  private final Random random = new Random(20_261_128);

  @Test
  void takesOutWhatLuceneWould() {
    for (int round = 0; round < ROUNDS; round++) {
      int size = 1 + random.nextInt(500);
      Bits live = live(size, random.nextInt(12) / 10.0);
      FixedBitSet docs = new FixedBitSet(1 + random.nextInt(size)); // may end before the segment
      double part = random.nextInt(11) / 10.0;
      for (int doc = 0; doc < docs.length(); doc++) {
        if (random.nextDouble() < part) {
          docs.set(doc);
        }
      }
      FixedBitSet expected = docs.clone();
      for (int doc = 0; doc < docs.length(); doc++) {
        if (!live.get(doc)) {
          expected.clear(doc);
        }
      }
      Deletions.takeOut(live, docs);
      assertThat(docs).isEqualTo(expected);
    }
  }

  /** As the index has them: where few are deleted these are kept, else those that are left. */
  private Bits live(int size, double part) {
    SparseFixedBitSet deleted = new SparseFixedBitSet(size);
    FixedBitSet left = new FixedBitSet(size);
    left.set(0, size);
    for (int doc = 0; doc < size; doc++) {
      if (random.nextDouble() < part) {
        deleted.set(doc);
        left.clear(doc);
      }
    }
    return random.nextBoolean()
        ? SparseLiveDocs.builder(deleted, size).build()
        : DenseLiveDocs.builder(left, size).build();
  }

  @Test
  void leavesAllWhereNothingIsDeleted() {
    FixedBitSet docs = new FixedBitSet(70);
    docs.set(3, 69);
    FixedBitSet before = docs.clone();
    Deletions.takeOut(null, docs);
    assertThat(docs).isEqualTo(before);
  }
}
