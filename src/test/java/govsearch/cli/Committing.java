package govsearch.cli;

import govsearch.engine.lucene.LuceneSink;
import govsearch.ingest.sync.Curation;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestOptions;
import govsearch.library.SourceStore;
import java.nio.file.Path;
import java.util.List;

/** Keeps an index open to change it, as a service does that watches a folder. */
final class Committing implements AutoCloseable {

  private final Path reports;
  private final LuceneSink sink;
  private final SourceStore sources;

  Committing(Path index, Path reports) {
    this.reports = reports;
    this.sink = LuceneSink.update(index);
    this.sources = new SourceStore(index);
  }

  void sync() {
    IngestOptions options =
        IngestOptions.sync(null, true, true).correctedBy(Curation.of(List.of(reports), null));
    new Ingest(sink, sources, Ingest.Progress.SILENT, options).run(List.of(reports));
  }

  @Override
  public void close() {
    sink.close();
  }
}
