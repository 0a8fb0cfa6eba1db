package govsearch.engine.lucene.suggest;

import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.engine.lucene.snapshot.SnapshotManager;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mines the phrases of a collection that was just rebuilt, so that no service has to. It takes the
 * same two seconds for any large collection; where that is more than a hundredth of what it took to
 * write it, it is left to the first who needs them.
 */
public final class PhraseMining {

  private static final Logger LOG = LoggerFactory.getLogger(PhraseMining.class);

  /** Of so many documents, or more, an index takes minutes to write. */
  private static final int LARGE = 1_000_000;

  private PhraseMining() {}

  /** Of an index that nobody here is writing to any more; nothing where it is not large. */
  public static void ofLarge(Path index) {
    of(index, LARGE);
  }

  static void of(Path index, int fewest) {
    try (Directory directory = IndexFormat.unmapped(index)) {
      if (isOf(directory, fewest)) {
        mine(index, directory);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("phrases not mined; a service will do it when it is started", e);
    }
  }

  private static boolean isOf(Directory directory, int fewest) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.numDocs() >= fewest;
    }
  }

  private static void mine(Path index, Directory directory) throws IOException {
    try (SnapshotManager snapshots = new SnapshotManager(directory)) {
      Snapshot snapshot = snapshots.acquire();
      try {
        new PhraseFile(index).write(new SuggestionMiner(new WordCutter()).mine(snapshot));
      } finally {
        snapshots.release(snapshot);
      }
    }
  }
}
