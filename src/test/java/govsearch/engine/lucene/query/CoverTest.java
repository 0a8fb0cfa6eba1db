package govsearch.engine.lucene.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which bigrams of a phrase are looked at. */
class CoverTest {

  private static boolean covers(int[] places, int bigrams) {
    boolean[] characters = new boolean[bigrams + 1];
    for (int place : places) {
      characters[place] = true;
      characters[place + 1] = true;
    }
    for (boolean covered : characters) {
      if (!covered) {
        return false;
      }
    }
    return true;
  }

  @Test
  void coversEachCharacter() {
    Random random = new Random(13);
    for (int round = 0; round < 2_000; round++) {
      long[] documents =
          random.longs(1 + random.nextInt(12), 1, 1 + random.nextInt(1_000) * 2L + 1).toArray();
      int[] cover = Cover.of(documents);

      assertThat(covers(cover, documents.length)).as(Arrays.toString(documents)).isTrue();
      assertThat(cover).isSorted();
    }
  }

  @Test
  void looksAtTheRarestWhereItIsMuchRarer() {
    assertThat(Cover.of(new long[] {90_000, 3, 80_000})).contains(1);
    assertThat(Cover.of(new long[] {90_000, 50_000, 70_000, 3, 80_000})).contains(3);
  }

  @Test
  void looksAtNoMoreThanItHasToWhereAllAreAlike() {
    assertThat(Cover.of(new long[] {100, 100, 100})).containsExactly(0, 2);
    assertThat(Cover.of(new long[] {100, 100, 100, 100, 100})).containsExactly(0, 2, 4);
  }
}
