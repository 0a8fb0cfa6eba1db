package govsearch.engine.lucene;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.TieredMergePolicy;

/**
 * Rewrites segments for the sake of what was deleted from them, which counts in the weights of
 * words until then. Of a small index nothing is left of it; of a large one as much as is cheaper
 * than the changes that led to it: one change must not have a segment rewritten that took minutes.
 */
final class Tidying {

  /** Segments up to this size together are rewritten within a second: some hundred reports. */
  private static final long SMALL_BYTES = 8L << 20;

  /** Of a segment, in per cent, before it is rewritten however large it is. */
  private static final double MUCH = 10;

  private static final int MOST_ROUNDS = 5;

  /**
   * Segments of a size that a rebuild leaves beside each other: nobody searches them, and all
   * become one at its end. Each merge less on the way spares a sixth of what the index takes to
   * write. The country has some hundred and fifty, of twenty files each; Java raises the limit of
   * open files to the hard one, which is far above that.
   */
  private static final int SEGMENTS_OF_A_REBUILD = 64;

  /**
   * Of a segment that comes of a merge, while little was written: what one change sets off is to be
   * done within a second, however large the index. What is larger waits for a day with more.
   */
  private static final double SMALL_MERGE_MEBIBYTES = 64;

  /** Reports, from which on all is merged that is worth it. */
  private static final int MANY_REPORTS = 1_000;

  private final TieredMergePolicy merges = new TieredMergePolicy();
  private final double largestMerge = merges.getMaxMergedSegmentMB();
  private final AtomicInteger reports = new AtomicInteger();
  private final ConcurrentMergeScheduler scheduler = new ConcurrentMergeScheduler();

  /** For an index that is being rebuilt, or for one that is being changed. */
  Tidying(boolean rebuilds) {
    if (rebuilds) {
      merges.setSegmentsPerTier(SEGMENTS_OF_A_REBUILD).setMaxMergeAtOnce(SEGMENTS_OF_A_REBUILD);
    } else {
      merges.setMaxMergedSegmentMB(SMALL_MERGE_MEBIBYTES);
    }
  }

  /** A report is being written. */
  void write() {
    if (reports.incrementAndGet() == MANY_REPORTS) {
      merges.setMaxMergedSegmentMB(largestMerge);
    }
  }

  /** Has a writer merge as this says. */
  IndexWriterConfig of(IndexWriterConfig config) {
    return config.setMergePolicy(merges).setMergeScheduler(scheduler);
  }

  /**
   * Rewrites what is worth it, and waits for it.
   *
   * @param written by the writer
   */
  void run(IndexWriter writer, WrittenIndex written) throws IOException {
    boolean isSmall = written.show(Tidying::bytesWithDeletions) <= SMALL_BYTES;
    merges.setForceMergeDeletesPctAllowed(isSmall ? 0 : MUCH);
    writer.forceMergeDeletes();
    for (int i = 0; isSmall && writer.hasDeletions() && i < MOST_ROUNDS; i++) {
      scheduler.sync(); // a merge that was under way has brought deletions with it
      writer.forceMergeDeletes();
    }
  }

  /** Waits for all that is being merged. */
  void await() {
    scheduler.sync();
  }

  private static long bytesWithDeletions(IndexReader reader) throws IOException {
    long bytes = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      if (leaf.reader().hasDeletions() && leaf.reader() instanceof SegmentReader segment) {
        bytes += segment.getSegmentInfo().sizeInBytes();
      }
    }
    return bytes;
  }
}
