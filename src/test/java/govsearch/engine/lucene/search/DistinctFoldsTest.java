package govsearch.engine.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctFoldsTest {

  /** Few, and many; all of them different or hardly any, and such as look alike to a table. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 4_096, 4_097, 50_000})
  void countsAsASetDoes(int count) {
    Random random = new Random(count);
    long[] some = random.longs(Math.max(1, count / 3)).toArray();
    long[] repeated =
        LongStream.range(0, count).map(i -> some[random.nextInt(some.length)]).toArray();
    long[] ascending = LongStream.range(0, count).toArray();

    assertThat(counted(repeated)).isEqualTo(LongStream.of(repeated).distinct().count());
    assertThat(counted(ascending)).isEqualTo(count);
    assertThat(counted(random.longs(count).toArray())).isEqualTo(count);
  }

  private static long counted(long[] folds) {
    DistinctFolds distinct = new DistinctFolds(folds.length);
    for (long fold : folds) {
      distinct.add(fold);
    }
    return distinct.count();
  }
}
