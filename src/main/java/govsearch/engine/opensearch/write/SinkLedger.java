package govsearch.engine.opensearch.write;

import govsearch.engine.CollectionSize;
import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A sink's ledger, whichever index stands behind it when something is asked. */
final class SinkLedger implements Ledger {
  private final Supplier<Ledger> current;

  SinkLedger(Supplier<Ledger> current) {
    this.current = current;
  }

  @Override
  public List<Folder> folders() {
    return current.get().folders();
  }

  @Override
  public Optional<FileRecord> file(String root, String path) {
    return current.get().file(root, path);
  }

  @Override
  public Glances glances(String root, String below) {
    return current.get().glances(root, below);
  }

  @Override
  public List<FileRecord> giving(String content) {
    return current.get().giving(content);
  }

  @Override
  public List<FileRecord> naming(String reportId) {
    return current.get().naming(reportId);
  }

  @Override
  public List<FileRecord> from(String sha256) {
    return current.get().from(sha256);
  }

  @Override
  public List<FileRecord> alike(String path) {
    return current.get().alike(path);
  }

  @Override
  public boolean isShared(String path) {
    return current.get().isShared(path);
  }

  @Override
  public boolean isNeeded(String sha256) {
    return current.get().isNeeded(sha256);
  }

  @Override
  public CollectionSize size() {
    return current.get().size();
  }
}
