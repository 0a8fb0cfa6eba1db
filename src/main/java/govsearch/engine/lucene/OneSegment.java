package govsearch.engine.lucene;

import govsearch.engine.lucene.snapshot.IndexFormat;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one segment of an index that was just rebuilt, or as many as its size needs. It costs a
 * tenth of what it took to write, and each segment less spares whoever searches a sixtieth. Its
 * files are not mapped for this: each byte is read once, and all would count as memory that is
 * held. What fails leaves the index as it is.
 */
final class OneSegment {

  private static final Logger LOG = LoggerFactory.getLogger(OneSegment.class);

  private OneSegment() {}

  /** Of an index that nobody here is writing to any more. */
  static void of(Path index) {
    try (Directory directory = IndexFormat.unmapped(index);
        IndexWriter writer = new IndexWriter(directory, config())) {
      writer.forceMerge(1); // which keeps what the last commit carries
      writer.commit();
    } catch (LockObtainFailedException e) {
      LOG.info("somebody else changes the index: it is left in its segments");
    } catch (IOException | RuntimeException e) {
      LOG.warn("the segments of the index could not be made one", e);
    }
  }

  /** Nothing else is done meanwhile: words, columns and points of the one merge share the cores. */
  private static IndexWriterConfig config() {
    ConcurrentMergeScheduler scheduler = new ConcurrentMergeScheduler();
    int cores = Math.max(1, Runtime.getRuntime().availableProcessors());
    scheduler.setMaxMergesAndThreads(cores, cores);
    return OpeningToWrite.config(OpenMode.APPEND).setMergeScheduler(scheduler);
  }
}
