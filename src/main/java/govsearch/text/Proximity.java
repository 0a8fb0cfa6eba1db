package govsearch.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which occurrences of several parts stand close enough together. Works on positions in characters
 * (code points), so that an index and a text give the same answer.
 */
public final class Proximity {

  private Proximity() {}

  /**
   * Sequences of one occurrence of each part, in the order of the parts, no more than {@code
   * maxGap} characters between neighbours. Of the sequences from one first occurrence, the one that
   * ends first; of sequences that overlap, the leftmost.
   *
   * @param starts start positions of each part, ascending
   * @param lengths length of each part
   * @return ranges from the first part's start to the last one's end, disjoint, ascending
   */
  public static List<Range> gapped(List<int[]> starts, int[] lengths, int maxGap) {
    List<Range> found = new ArrayList<>();
    int behind = 0;
    for (int first : starts.getFirst()) {
      int end = first < behind ? -1 : firstEnd(first, starts, lengths, maxGap);
      if (end >= 0) {
        found.add(new Range(first, end));
        behind = end;
      }
    }
    return found;
  }

  /** Where the sequence from {@code first} ends at the earliest, or -1 if there is none. */
  private static int firstEnd(int first, List<int[]> starts, int[] lengths, int maxGap) {
    int[] ends = {first + lengths[0]};
    for (int part = 1; part < lengths.length; part++) {
      ends = reachable(ends, starts.get(part), lengths[part], maxGap);
      if (ends.length == 0) {
        return -1;
      }
    }
    return ends[0];
  }

  /** Ends of the occurrences that begin at most {@code maxGap} behind one of {@code ends}. */
  private static int[] reachable(int[] ends, int[] starts, int length, int maxGap) {
    int[] reached = new int[starts.length];
    int count = 0;
    int end = 0;
    for (int start : starts) {
      while (end < ends.length && ends[end] + maxGap < start) {
        end++;
      }
      if (end == ends.length) {
        break;
      }
      if (ends[end] <= start) {
        reached[count++] = start + length;
      }
    }
    return Arrays.copyOf(reached, count);
  }

  /**
   * Whether and where one occurrence of each part, in any order, lie together so that between the
   * first start and the last end no more than {@code distance} characters are not the parts' own.
   *
   * @return for each window found, the ranges of its parts; windows may overlap
   */
  public static List<List<Range>> near(List<int[]> starts, int[] lengths, int distance) {
    int own = Arrays.stream(lengths).sum();
    List<List<Range>> windows = new ArrayList<>();
    for (int part = 0; part < lengths.length; part++) {
      for (int first : starts.get(part)) {
        List<Range> window = windowFrom(first, part, starts, lengths);
        if (!window.isEmpty()) {
          int end = window.stream().mapToInt(Range::end).max().orElseThrow();
          if (end - first - own <= distance) {
            windows.add(window);
          }
        }
      }
    }
    return windows;
  }

  /** The nearest occurrences of all parts from a start on; empty if one part has none. */
  private static List<Range> windowFrom(
      int first, int leftmost, List<int[]> starts, int[] lengths) {
    List<Range> window = new ArrayList<>(lengths.length);
    for (int part = 0; part < lengths.length; part++) {
      int start = part == leftmost ? first : firstAtOrAfter(starts.get(part), first);
      if (start < 0) {
        return List.of();
      }
      window.add(new Range(start, start + lengths[part]));
    }
    return window;
  }

  private static int firstAtOrAfter(int[] ascending, int position) {
    int index = Arrays.binarySearch(ascending, position);
    int at = index >= 0 ? index : -index - 1;
    return at < ascending.length ? ascending[at] : -1;
  }
}
