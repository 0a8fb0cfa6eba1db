package govsearch.engine.lucene.suggest;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.query.Cover;
import govsearch.engine.lucene.snapshot.IndexedBigrams;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/**
 * The texts that have one character between two parts. The places where the parts stand are found
 * once for all of them; of what may stand between, the most frequent is looked at first, until it
 * is known of each place what stands there. Of parts that are in many paragraphs the first of these
 * are looked at, in the order of the documents: what is meant is frequent among them.
 */
final class OneBetween {

  /** So many steps for the places of the parts. */
  private static final int MOST_FINDING = 250;

  /** So many for what stands between them. */
  private static final int MOST_TELLING = 3_500;

  /** More places say nothing more of what is frequent. */
  private static final int MOST_PLACES = 32;

  private final LimitedSearcher searcher;
  private final IndexedBigrams bigrams;
  private final Work work;
  private final String before;
  private final String behind;
  private final IntPredicate wanted;

  /**
   * Texts of two parts.
   *
   * @param before characters of one UTF-16 unit each; may be empty, if {@code behind} is not
   * @param behind the same
   * @param wanted which characters between
   */
  OneBetween(
      LimitedSearcher searcher,
      IndexedBigrams bigrams,
      Work work,
      String before,
      String behind,
      IntPredicate wanted) {
    this.searcher = searcher;
    this.bigrams = bigrams;
    this.work = work;
    this.before = before;
    this.behind = behind;
    this.wanted = wanted;
  }

  /**
   * By how many paragraphs have each; those that are there, and of frequent parts those that were
   * met.
   *
   * @return nothing where the parts are too short to be found
   */
  Optional<Told> texts() throws IOException {
    List<PlacedBigram> parts = new ArrayList<>(cover(before, -before.length()));
    parts.addAll(cover(behind, 1));
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    boolean isNowhere = parts.stream().anyMatch(part -> part.paragraphs() == 0);
    return Optional.of(isNowhere ? new Told(Map.of(), true) : new Run(parts).told());
  }

  /** One look through the documents, from the first on. */
  private final class Run {
    private final List<PlacedBigram> parts;
    private final Map<Between, Integer> counts = new LinkedHashMap<>();
    private @Nullable List<Between> candidates;
    private long finding = MOST_FINDING;
    private long telling = MOST_TELLING;
    private int looked;

    Run(List<PlacedBigram> parts) {
      this.parts = parts;
    }

    Told told() throws IOException {
      boolean isWhole = true;
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        isWhole = isWhole && !searcher.isOver() && !work.isDone() && look(leaf);
      }
      long rarest = parts.stream().mapToLong(PlacedBigram::paragraphs).min().orElse(0);
      Map<String, Counted> counted = new LinkedHashMap<>();
      for (Map.Entry<Between, Integer> one : counts.entrySet()) {
        long found = one.getValue();
        long about = Math.min(found * rarest / Math.max(1, looked), one.getKey().atMost);
        counted.put(
            one.getKey().text, isWhole ? Counted.all(found) : Counted.atLeast(found, about));
      }
      return new Told(counted, isWhole);
    }

    /** Looks at a segment; says whether at all of it. */
    private boolean look(LeafReaderContext leaf) throws IOException {
      finding -= (long) Work.TERM * parts.size();
      work.spend((long) Work.TERM * parts.size());
      long most = Math.max(0, Math.min(finding, work.left()));
      Places places = Places.of(leaf.reader(), Fields.LITERAL, parts, most, MOST_PLACES);
      finding -= places.spent();
      work.spend(places.spent());
      looked += places.looked();
      return tell(leaf.reader(), places) && places.areAll();
    }

    /** Tells what stands at places; says whether at all of them. */
    private boolean tell(LeafReader leaf, Places places) throws IOException {
      if (places.isEmpty()) {
        return true;
      }
      List<Between> known = candidates;
      List<Between> any = known == null ? candidates() : known;
      candidates = any;
      for (Between candidate : any) {
        long steps = (long) Work.TERM + places.count();
        if (telling < steps || work.isDone() || searcher.isOver()) {
          return false;
        }
        telling -= steps;
        work.spend(steps);
        int found = places.take(leaf, Fields.LITERAL, candidate.by);
        if (found > 0) {
          counts.merge(candidate, found, Integer::sum);
        }
        if (places.isEmpty()) {
          break;
        }
      }
      return true;
    }
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
      if (!wanted.test(between)) {
        continue;
      }
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
    candidates.sort(
        Comparator.comparingLong(Between::atMost).reversed().thenComparing(Between::text));
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
}
