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
    int last = lengths.length - 1;
    Sequences sequences = Sequences.of(starts.get(last), lengths[last]);
    for (int part = last - 1; part >= 0; part--) {
      sequences = sequences.before(starts.get(part), lengths[part], maxGap);
    }
    List<Range> found = new ArrayList<>();
    int behind = 0;
    for (int i = 0; i < sequences.starts.length; i++) {
      if (sequences.starts[i] >= behind) {
        found.add(new Range(sequences.starts[i], sequences.ends[i]));
        behind = sequences.ends[i];
      }
    }
    return found;
  }

  /**
   * The sequences of the last parts: where each begins, ascending, and where the one from there
   * ends at the earliest. As one that begins later never ends earlier, another part is put before
   * them in one pass over both.
   */
  private static final class Sequences {
    private final int[] starts;
    private final int[] ends;

    Sequences(int[] starts, int[] ends) {
      this.starts = starts;
      this.ends = ends;
    }

    static Sequences of(int[] starts, int length) {
      return new Sequences(starts, Arrays.stream(starts).map(start -> start + length).toArray());
    }

    Sequences before(int[] part, int length, int maxGap) {
      int[] from = new int[part.length];
      int[] to = new int[part.length];
      int count = 0;
      int next = 0;
      for (int start : part) {
        int end = start + length;
        while (next < starts.length && starts[next] < end) {
          next++;
        }
        if (next < starts.length && starts[next] <= end + maxGap) {
          from[count] = start;
          to[count++] = ends[next];
        }
      }
      return new Sequences(Arrays.copyOf(from, count), Arrays.copyOf(to, count));
    }
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
