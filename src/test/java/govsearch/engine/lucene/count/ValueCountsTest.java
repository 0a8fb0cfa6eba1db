package govsearch.engine.lucene.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueCountsTest {

  /** Each value stands below one with a smaller number, or below none. */
  @Test
  void addsUpWhatIsBelowAsPlainCountingDoes() {
    Random random = new Random(20_261_128);
    for (int round = 0; round < 200; round++) {
      int size = 1 + random.nextInt(300);
      int[] parents = new int[size];
      long[] plain = new long[size];
      ValueCounts counts = new ValueCounts(size, round % 2 == 0);
      for (int value = 0; value < size; value++) {
        parents[value] = random.nextInt(4) == 0 ? -1 : random.nextInt(value + 1) - 1;
      }
      for (int i = random.nextInt(2 * size); i > 0; i--) {
        int value = random.nextInt(size);
        int more = 1 + random.nextInt(9);
        counts.add(value, more);
        for (int at = value; at >= 0; at = parents[at]) {
          plain[at] += more;
        }
      }
      ValueCounts all = counts.withAncestors(parents);
      for (int value = 0; value < size; value++) {
        assertThat(all.of(value)).isEqualTo(plain[value]);
      }
      assertThat(IntStream.range(0, all.distinct()).map(all::counted).boxed().toList())
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, size).filter(value -> plain[value] > 0).boxed().toList());
    }
  }

  /** Of some values, with all that are above any of them. */
  @Test
  void countsAmongAFewAsAmongAll() {
    Random random = new Random(20_261_128);
    for (int round = 0; round < 200; round++) {
      int size = 1 + random.nextInt(300);
      int[] parents = new int[size];
      BitSet few = new BitSet();
      for (int value = 0; value < size; value++) {
        parents[value] = random.nextInt(4) == 0 ? -1 : random.nextInt(value + 1) - 1;
        if (random.nextInt(9) == 0) {
          few.set(value);
        }
      }
      int[] among = closed(few, parents);
      ValueCounts all = new ValueCounts(size, true);
      ValueCounts some = ValueCounts.among(size, among);
      for (int i = random.nextInt(2 * size); i > 0 && among.length > 0; i--) {
        int value = among[random.nextInt(among.length)];
        int more = 1 + random.nextInt(9);
        all.add(value, more);
        some.add(value, more);
      }
      assertThat(shown(some.withAncestors(parents))).isEqualTo(shown(all.withAncestors(parents)));
      assertThat(some.distinct()).isEqualTo(all.distinct());
    }
  }

  private static int[] closed(BitSet some, int[] parents) {
    BitSet all = new BitSet();
    for (int value = some.nextSetBit(0); value >= 0; value = some.nextSetBit(value + 1)) {
      for (int at = value; at >= 0; at = parents[at]) {
        all.set(at);
      }
    }
    return all.stream().toArray();
  }

  private static Map<Integer, Integer> shown(ValueCounts counts) {
    Map<Integer, Integer> shown = new TreeMap<>();
    counts.each(shown::put);
    return shown;
  }

  @Test
  void hasNothingOfValuesThatCameSince() {
    assertThat(new ValueCounts(3, false).of(7)).isZero();
    assertThat(ValueCounts.of(new long[] {0, 5}).of(7)).isZero();
    assertThat(ValueCounts.of(new long[] {0, 5}).of(1)).isEqualTo(5);
  }
}
