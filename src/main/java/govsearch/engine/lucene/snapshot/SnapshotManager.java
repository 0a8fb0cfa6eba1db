package govsearch.engine.lucene.snapshot;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** Lends the current snapshot; as Lucene's SearcherManager, with what is known of its segments. */
public final class SnapshotManager extends ReferenceManager<Snapshot> {

  private final Segments segments = new Segments();

  public SnapshotManager(Directory directory) throws IOException {
    current = Snapshot.of(DirectoryReader.open(directory), segments);
  }

  @Override
  protected void decRef(Snapshot snapshot) throws IOException {
    snapshot.reader().decRef();
  }

  @Override
  protected @Nullable Snapshot refreshIfNeeded(Snapshot old) throws IOException {
    DirectoryReader newer = DirectoryReader.openIfChanged(old.reader());
    if (newer == null) {
      return null;
    }
    try {
      IndexFormat.check(newer.getIndexCommit().getUserData());
      Snapshot snapshot = Snapshot.of(newer, segments);
      snapshot.follow(old);
      return snapshot;
    } catch (IOException | RuntimeException | Error e) {
      newer.close();
      throw e;
    }
  }

  @Override
  protected boolean tryIncRef(Snapshot snapshot) {
    return snapshot.reader().tryIncRef();
  }

  @Override
  protected int getRefCount(Snapshot snapshot) {
    return snapshot.reader().getRefCount();
  }
}
