package govsearch.engine.lucene.suggest;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.query.Cover;
import govsearch.engine.lucene.snapshot.IndexedBigrams;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * The texts that have one character between two parts. The places where the parts stand are found
 * once for all of them; of what may stand between, the most frequent is looked at first, until it
 * is known of each place what stands there.
 */
final class OneBetween {

  /**
   * Of more paragraphs than that, to count the few most frequent texts one by one takes less than
   * to find all places.
   */
  private static final int MOST_PARAGRAPHS = 20_000;

  private final LimitedSearcher searcher;
  private final IndexedBigrams bigrams;
  private final String before;
  private final String behind;

  /**
   * Texts of two parts.
   *
   * @param before characters of one UTF-16 unit each; may be empty, if {@code behind} is not
   * @param behind the same
   */
  OneBetween(LimitedSearcher searcher, IndexedBigrams bigrams, String before, String behind) {
    this.searcher = searcher;
    this.bigrams = bigrams;
    this.before = before;
    this.behind = behind;
  }

  /**
   * By how many paragraphs have each; those that are there.
   *
   * @return nothing where the parts are in too many paragraphs, or too short to be found
   */
  Optional<Map<String, Long>> texts() throws IOException {
    List<PlacedBigram> parts = new ArrayList<>(cover(before, -before.length()));
    parts.addAll(cover(behind, 1));
    long least = parts.stream().mapToLong(PlacedBigram::paragraphs).min().orElse(Long.MAX_VALUE);
    if (least > MOST_PARAGRAPHS) {
      return Optional.empty();
    }
    Map<String, Long> counts = new HashMap<>();
    List<Between> candidates = least == 0 ? List.of() : candidates();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      if (candidates.isEmpty() || searcher.isOver()) {
        break;
      }
      count(leaf.reader(), parts, candidates, counts);
    }
    return Optional.of(counts);
  }

  /** The bigrams by which a part is found whose first character stands at a place. */
  private List<PlacedBigram> cover(String part, int from) {
    long[] counts = new long[Math.max(0, part.length() - 1)];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = bigrams.count(part.charAt(i), part.charAt(i + 1));
    }
    List<PlacedBigram> cover = new ArrayList<>();
    for (int at : counts.length == 0 ? new int[0] : Cover.of(counts)) {
      cover.add(new PlacedBigram(part.substring(at, at + 2), from + at, counts[at]));
    }
    return cover;
  }

  /**
   * What may stand between.
   *
   * @param by the bigram that tells that it does, at a place beside those of the parts
   * @param atMost in so many paragraphs it may be
   */
  private record Between(String text, PlacedBigram by, long atMost) {}

  /** The most frequent first. */
  private List<Between> candidates() {
    List<Between> candidates = new ArrayList<>();
    String all =
        before.isEmpty()
            ? bigrams.before(behind.charAt(0))
            : bigrams.behind(before.charAt(before.length() - 1));
    for (int i = 0; i < all.length(); i++) {
      char between = all.charAt(i);
      PlacedBigram first = before.isEmpty() ? null : behindFirst(between);
      PlacedBigram second = behind.isEmpty() ? null : beforeSecond(between);
      long least =
          Math.min(
              first == null ? Long.MAX_VALUE : first.paragraphs(),
              second == null ? Long.MAX_VALUE : second.paragraphs());
      if (least > 0) {
        // A part of one character is found by the bigram that it begins or ends.
        boolean byFirst =
            second == null
                || (first != null
                    && behind.length() > 1
                    && (before.length() == 1 || first.paragraphs() < second.paragraphs()));
        PlacedBigram by = byFirst && first != null ? first : second;
        if (by != null) {
          candidates.add(new Between(before + between + behind, by, least));
        }
      }
    }
    candidates.sort(Comparator.comparingLong(Between::atMost).reversed());
    return candidates;
  }

  private PlacedBigram behindFirst(char between) {
    char last = before.charAt(before.length() - 1);
    return new PlacedBigram("" + last + between, -1, bigrams.count(last, between));
  }

  private PlacedBigram beforeSecond(char between) {
    char first = behind.charAt(0);
    return new PlacedBigram("" + between + first, 0, bigrams.count(between, first));
  }

  private void count(
      LeafReader leaf, List<PlacedBigram> parts, List<Between> candidates, Map<String, Long> counts)
      throws IOException {
    Places places = Places.of(leaf, Fields.LITERAL, parts);
    for (Between candidate : candidates) {
      if (places.isEmpty() || searcher.isOver()) {
        return;
      }
      int found = places.take(leaf, Fields.LITERAL, candidate.by());
      if (found > 0) {
        counts.merge(candidate.text(), (long) found, Long::sum);
      }
    }
  }
}
