package govsearch.engine.lucene.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import govsearch.engine.NearIdentical;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import java.io.IOException;
import java.util.BitSet;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/**
 * How many paragraphs of a snapshot say the same as one. What thousands say is what is shown again
 * and again: each is counted once for all of them.
 */
final class NearIdenticals {

  private static final int MOST_KEPT = 10_000;

  /**
   * What is known of all that say the same.
   *
   * @param towns in how many, counted by their places: there is a 城关镇 in hundreds of counties
   * @param earliest the first year; {@link Integer#MAX_VALUE} where none is stated
   */
  private record Same(int paragraphs, int towns, int earliest) {}

  /** Of which nothing else says the same. */
  private static final Same ALONE = new Same(1, 0, Integer.MAX_VALUE);

  private final Snapshot snapshot;
  private final Folds folds;
  private final FacetValues places;
  private final Cache<Long, Same> counted =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).executor(Runnable::run).build();

  private NearIdenticals(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.folds = new Folds(snapshot);
    this.places = snapshot.facet(FacetField.REGION);
  }

  /** Those of a snapshot. */
  static NearIdenticals of(Snapshot snapshot) throws IOException {
    return snapshot.whole(NearIdenticals.class, NearIdenticals::new);
  }

  /** Those of a paragraph, itself and its own town left out. */
  NearIdentical of(int doc) throws IOException {
    LeafReaderContext leaf = snapshot.leaf(doc);
    Segment segment = snapshot.segment(leaf);
    int report = segment.reportOf(doc - leaf.docBase);
    long fold = folds.of(doc);
    Same same = counted.getIfPresent(fold);
    if (same == null) {
      same = folds.isAlone(fold) ? ALONE : count(fold);
      counted.put(fold, same);
    }
    if (same.paragraphs <= 1) {
      return new NearIdentical(0, 0, stated(year(segment, report)));
    }
    int own = places.value(segment.place(report)).town() ? 1 : 0;
    return new NearIdentical(
        Math.max(0, same.paragraphs - 1), Math.max(0, same.towns - own), stated(same.earliest));
  }

  private Same count(long fold) throws IOException {
    BitSet towns = new BitSet();
    int[] paragraphs = {0};
    int[] earliest = {Integer.MAX_VALUE};
    int[] before = {
      -1, 0
    }; // a segment and a report of it: those that follow are looked for from it
    folds.visit(
        fold,
        (leaf, doc) -> {
          Segment segment = snapshot.segment(leaf);
          int report = segment.reportOf(doc, before[0] == leaf.ord ? before[1] : 0);
          before[0] = leaf.ord;
          before[1] = report;
          paragraphs[0]++;
          if (places.value(segment.place(report)).town()) {
            towns.set(segment.place(report));
          }
          earliest[0] = Math.min(earliest[0], year(segment, report));
          return true;
        });
    return new Same(paragraphs[0], towns.cardinality(), earliest[0]);
  }

  private static int year(Segment segment, int report) {
    int year = segment.year(report);
    return year == Segment.NO_YEAR ? Integer.MAX_VALUE : year;
  }

  private static @Nullable Integer stated(int year) {
    return year == Integer.MAX_VALUE ? null : (Integer) year;
  }
}
