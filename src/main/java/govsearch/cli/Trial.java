package govsearch.cli;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.files.TemporaryFolder;
import govsearch.ingest.places.Gazetteer;
import govsearch.ingest.sync.Curation;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestSummary;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folders read as for an index, to look at what comes of it; nothing of it is kept. */
public final class Trial implements AutoCloseable {

  private final TemporaryFolder folder;
  private final LuceneEngine engine;
  private final IngestSummary summary;
  private final Curation curation;

  /**
   * Reads folders.
   *
   * @param gazetteer completes regions; null for none
   */
  public Trial(
      List<Path> folders,
      @Nullable Gazetteer gazetteer,
      Ingest.Progress progress,
      Duration searchTimeLimit)
      throws IOException {
    Indexing.requireFiles(folders);
    folder = TemporaryFolder.create("cli");
    try {
      Path index = folder.path();
      curation = Curation.of(folders, gazetteer);
      try (LuceneSink sink = LuceneSink.rebuild(index)) {
        summary = new Ingest(sink, new SourceStore(index), progress, curation).run(folders);
      }
      engine = LuceneEngine.open(index, searchTimeLimit);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** Over what was read; closed with this. */
  public LuceneEngine engine() {
    return engine;
  }

  /** What was read and what was not. */
  public IngestSummary summary() {
    return summary;
  }

  /** What there is to say of manifests and places. */
  List<IngestSummary.Remark> remarks() {
    return curation.remarks();
  }

  /** Mistakes in manifests. */
  List<IngestSummary.Remark> mistakes() {
    return curation.mistakes();
  }

  @Override
  public void close() throws IOException {
    try (folder) {
      engine.close();
    }
  }
}
