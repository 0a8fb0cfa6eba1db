package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against the plainest search there is: try every combination. */
class ProximityTest {

  private static final int ROUNDS = 20_000;

  @Test
  void gappedFindsExactlyWhatTryingEveryCombinationFinds() {
    Random random = new Random(3);
    for (int round = 0; round < ROUNDS; round++) {
      int[] lengths = lengths(random);
      List<int[]> starts = starts(lengths.length, random);
      int gap = random.nextInt(5);
      List<Range> expected = new ArrayList<>();
      int behind = 0;
      for (int first : starts.getFirst()) {
        int end = earliestEnd(starts, lengths, gap, 1, first + lengths[0]);
        if (first >= behind && end >= 0) {
          expected.add(new Range(first, end));
          behind = end;
        }
      }
      assertThat(Proximity.gapped(starts, lengths, gap)).isEqualTo(expected);
    }
  }

  @Test
  void nearFindsAWindowWhereverTryingEveryCombinationFindsOne() {
    Random random = new Random(4);
    for (int round = 0; round < ROUNDS; round++) {
      int[] lengths = lengths(random);
      List<int[]> starts = starts(lengths.length, random);
      int distance = random.nextInt(6);
      List<List<Range>> windows = Proximity.near(starts, lengths, distance);
      assertThat(windows.isEmpty())
          .isEqualTo(combinations(starts, lengths).stream().noneMatch(c -> fits(c, distance)));
      for (List<Range> window : windows) {
        assertThat(combinations(starts, lengths)).contains(window);
        assertThat(fits(window, distance)).isTrue();
      }
    }
  }

  @Test
  void aStarReachesUpToItsGapAndNoFurther() {
    List<int[]> starts = List.of(new int[] {0}, new int[] {5});
    assertThat(Proximity.gapped(starts, new int[] {2, 2}, 3)).containsExactly(new Range(0, 7));
    assertThat(Proximity.gapped(starts, new int[] {2, 2}, 2)).isEmpty();
  }

  /** 法*法*法*… in a paragraph of nothing but 法: each first part looked through all the others. */
  @Test
  void aPartThatIsEverywhereTakesLinearTime() {
    int[] everywhere = IntStream.range(0, 300_000).toArray();
    int[] lengths = new int[10];
    Arrays.fill(lengths, 1);
    List<int[]> starts = Collections.nCopies(lengths.length, everywhere);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(Proximity.gapped(starts, lengths, 10)).hasSize(30_000));
  }

  @Test
  void partsThatOverlapAreNear() {
    List<int[]> starts = List.of(new int[] {0}, new int[] {1});
    assertThat(Proximity.near(starts, new int[] {3, 2}, 0)).isNotEmpty();
  }

  private static int earliestEnd(List<int[]> starts, int[] lengths, int gap, int part, int behind) {
    if (part == lengths.length) {
      return behind;
    }
    int best = -1;
    for (int start : starts.get(part)) {
      if (start >= behind && start - behind <= gap) {
        int end = earliestEnd(starts, lengths, gap, part + 1, start + lengths[part]);
        best = best < 0 ? end : end < 0 ? best : Math.min(best, end);
      }
    }
    return best;
  }

  private static boolean fits(List<Range> window, int distance) {
    int start = window.stream().mapToInt(Range::start).min().orElseThrow();
    int end = window.stream().mapToInt(Range::end).max().orElseThrow();
    return end - start - window.stream().mapToInt(Range::length).sum() <= distance;
  }

  private static List<List<Range>> combinations(List<int[]> starts, int[] lengths) {
    List<List<Range>> all = List.of(List.of());
    for (int part = 0; part < lengths.length; part++) {
      List<List<Range>> longer = new ArrayList<>();
      for (List<Range> begun : all) {
        for (int start : starts.get(part)) {
          List<Range> next = new ArrayList<>(begun);
          next.add(new Range(start, start + lengths[part]));
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  private static int[] lengths(Random random) {
    return random.ints(1 + random.nextInt(3), 1, 4).toArray();
  }

  private static List<int[]> starts(int parts, Random random) {
    List<int[]> starts = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      starts.add(random.ints(random.nextInt(5), 0, 20).sorted().distinct().toArray());
    }
    return starts;
  }
}
