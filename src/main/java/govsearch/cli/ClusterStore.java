package govsearch.cli;

import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.engine.opensearch.client.Access;
import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.read.OpenSearchEngine;
import govsearch.engine.opensearch.write.OpenSearchSink;
import govsearch.library.LibrarySink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A collection on a cluster, with the files of its reports in a folder here.
 *
 * @param name of the collection
 */
record ClusterStore(Access access, String name, Sizing sizing, Path folder) implements Store {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

  @Override
  public boolean isThere() {
    return OpenSearchEngine.isThere(access, name);
  }

  @Override
  public LibrarySink rebuild(IndexSettings settings) {
    return OpenSearchSink.rebuild(access, name, settings, sizing);
  }

  @Override
  public LibrarySink update() {
    return OpenSearchSink.update(access, name, sizing);
  }

  @Override
  public List<String> folders() {
    try (OpenSearchEngine engine = OpenSearchEngine.open(access, name, TIME_LIMIT)) {
      return engine.folders();
    }
  }

  @Override
  public Opened open(Duration timeLimit) {
    OpenSearchEngine engine = OpenSearchEngine.open(access, name, timeLimit).preparing();
    return new Opened(engine, engine, engine, engine, null);
  }
}
