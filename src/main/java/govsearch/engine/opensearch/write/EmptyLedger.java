package govsearch.engine.opensearch.write;

import govsearch.engine.CollectionSize;
import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Of a collection that is begun anew. */
final class EmptyLedger implements Ledger {
  @Override
  public List<Folder> folders() {
    return List.of();
  }

  @Override
  public Optional<FileRecord> file(String root, String path) {
    return Optional.empty();
  }

  @Override
  public Glances glances(String root, String below) {
    return new Glances() {
      @Override
      public @Nullable Glance next() {
        return null;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public List<FileRecord> giving(String content) {
    return List.of();
  }

  @Override
  public List<FileRecord> naming(String reportId) {
    return List.of();
  }

  @Override
  public List<FileRecord> from(String sha256) {
    return List.of();
  }

  @Override
  public List<FileRecord> alike(String path) {
    return List.of();
  }

  @Override
  public boolean isShared(String path) {
    return false;
  }

  @Override
  public boolean isNeeded(String sha256) {
    return false;
  }

  @Override
  public CollectionSize size() {
    return new CollectionSize(0, 0);
  }
}
