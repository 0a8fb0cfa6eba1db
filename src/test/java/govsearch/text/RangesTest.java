package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RangesTest {

  @Test
  void rangesThatOverlapAreJoinedAndThoseThatTouchStayApart() {
    assertThat(Ranges.merged(List.of(new Range(4, 6), new Range(0, 2), new Range(1, 4))))
        .containsExactly(new Range(0, 4), new Range(4, 6));
    assertThat(Ranges.merged(List.of(new Range(3, 9), new Range(4, 5), new Range(3, 9))))
        .containsExactly(new Range(3, 9));
    assertThat(Ranges.merged(List.of())).isEmpty();
  }

  @Test
  void mergedRangesAreAscendingDisjointAndCoverTheSameCharacters() {
    Random random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      List<Range> ranges = new ArrayList<>();
      BitSet covered = new BitSet();
      for (int i = random.nextInt(8); i > 0; i--) {
        int start = random.nextInt(20);
        Range range = new Range(start, start + 1 + random.nextInt(5));
        ranges.add(range);
        covered.set(range.start(), range.end());
      }
      BitSet merged = new BitSet();
      int end = 0;
      for (Range range : Ranges.merged(ranges)) {
        assertThat(range.start()).isGreaterThanOrEqualTo(end);
        end = range.end();
        merged.set(range.start(), range.end());
      }
      assertThat(merged).isEqualTo(covered);
    }
  }

  @Test
  void aRangeKnowsItsPartOfAText() {
    Range range = new Range(2, 4);
    assertThat(range.of("法治政府")).isEqualTo("政府");
    assertThat(range.length()).isEqualTo(2);
    assertThat(range.shifted(3)).isEqualTo(new Range(5, 7));
    assertThatIllegalArgumentException().isThrownBy(() -> new Range(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Range(-1, 2));
  }
}
