package govsearch.ingest.check;

import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.text.Fingerprints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds reports that are mostly another's text, places and figures aside. Each report is known by
 * the smallest of its sentences' fingerprints (a bottom-k sketch: Broder, "On the resemblance and
 * containment of documents", 1997), half a kilobyte each; where sketches agree, the texts are
 * compared.
 */
final class CopyFinder {

  /** Sentences of a sketch. */
  private static final int SKETCH = 32;

  /** Of a sketch, that another must have for the two to be compared. */
  private static final double WORTH_COMPARING = 0.25;

  private static final int MOST_COMPARED = 3;

  /** Reports with a sentence that are looked at; a formula tells nothing. */
  private static final int MOST_WITH_SENTENCE = 64;

  /** Of a text, in characters, that stands in the other. Formulas alone stay far below. */
  private static final double MOSTLY = 0.7;

  /** Shorter texts are all formula. */
  private static final int SHORTEST_TEXT = 200;

  /** Low bits of an entry hold the report; the rest of the fingerprint is enough to vote by. */
  private static final int REPORT_BITS = 22;

  private static final long REPORT_MASK = (1L << REPORT_BITS) - 1;

  private final List<ReportHead> heads = new ArrayList<>();
  private long[] entries = new long[1024];
  private int size;

  /**
   * A report with the one it is mostly like.
   *
   * @param share of its text that stands in the other, 0 to 1
   */
  record Copy(ReportHead report, ReportHead of, double share) {}

  void add(Report report) {
    if (heads.size() > REPORT_MASK) {
      throw new IllegalStateException("more than " + REPORT_MASK + " reports");
    }
    long[] prints = prints(report).keySet().stream().mapToLong(print -> print).sorted().toArray();
    int owner = heads.size();
    heads.add(report.head());
    for (int i = 0; i < Math.min(SKETCH, prints.length); i++) {
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, size * 2);
      }
      entries[size++] = (prints[i] & ~REPORT_MASK) | owner;
    }
  }

  /** Lengths of a report's sentences by their fingerprints. */
  private static Map<Long, Integer> prints(Report report) {
    Fingerprints fingerprints = new Fingerprints(report.head().placeNames());
    Map<Long, Integer> prints = new HashMap<>();
    for (Paragraph paragraph : report.paragraphs()) {
      for (Fingerprints.Sentence sentence : fingerprints.sentences(paragraph.text())) {
        prints.put(sentence.fingerprint(), sentence.length());
      }
    }
    return prints;
  }

  /**
   * The reports that are mostly another's, in the order in which they were added. Of two that say
   * their years, the earlier is no copy.
   *
   * @param reports gives a report by its id
   */
  List<Copy> find(Function<String, Optional<Report>> reports) {
    long[] byReport = Arrays.copyOf(entries, size);
    long[] byPrint = Arrays.copyOf(entries, size);
    Arrays.sort(byPrint);
    List<Copy> copies = new ArrayList<>();
    int at = 0;
    for (int owner = 0; owner < heads.size(); owner++) {
      int from = at;
      while (at < size && (byReport[at] & REPORT_MASK) == owner) {
        at++;
      }
      List<Integer> alike = alike(owner, Arrays.copyOfRange(byReport, from, at), byPrint);
      copy(owner, alike, reports).ifPresent(copies::add);
    }
    return copies;
  }

  /** Reports whose sketches agree most with one's. */
  private List<Integer> alike(int owner, long[] sketch, long[] byPrint) {
    Map<Integer, Integer> votes = new HashMap<>();
    for (long entry : sketch) {
      int found = Arrays.binarySearch(byPrint, entry & ~REPORT_MASK);
      int first = found < 0 ? -(found + 1) : found;
      int end = Math.min(byPrint.length, first + MOST_WITH_SENTENCE);
      for (int i = first; i < end && samePrint(byPrint[i], entry); i++) {
        int other = (int) (byPrint[i] & REPORT_MASK);
        if (other != owner && !isEarlier(heads.get(owner), heads.get(other))) {
          votes.merge(other, 1, Integer::sum);
        }
      }
    }
    double fewest = Math.max(1, sketch.length * WORTH_COMPARING);
    return votes.entrySet().stream()
        .filter(vote -> vote.getValue() >= fewest)
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_COMPARED)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean samePrint(long one, long other) {
    return (one & ~REPORT_MASK) == (other & ~REPORT_MASK);
  }

  private static boolean isEarlier(ReportHead one, ReportHead other) {
    Integer year = one.year();
    Integer otherYear = other.year();
    return year != null && otherYear != null && year < otherYear;
  }

  private Optional<Copy> copy(
      int owner, List<Integer> alike, Function<String, Optional<Report>> reports) {
    if (alike.isEmpty()) {
      return Optional.empty();
    }
    Map<Long, Integer> own =
        reports.apply(heads.get(owner).id()).map(CopyFinder::prints).orElse(Map.of());
    int length = own.values().stream().mapToInt(l -> l).sum();
    if (length < SHORTEST_TEXT) {
      return Optional.empty();
    }
    Copy best = null;
    for (int other : alike) {
      Set<Long> its =
          reports
              .apply(heads.get(other).id())
              .map(report -> prints(report).keySet())
              .orElseGet(HashSet::new);
      int shared = 0;
      for (Map.Entry<Long, Integer> sentence : own.entrySet()) {
        shared += its.contains(sentence.getKey()) ? sentence.getValue() : 0;
      }
      double share = (double) shared / length;
      if (share >= MOSTLY && (best == null || share > best.share())) {
        best = new Copy(heads.get(owner), heads.get(other), share);
      }
    }
    return Optional.ofNullable(best);
  }
}
