package govsearch.ingest.sync;

import govsearch.ingest.manifest.CorrectionFile;
import java.nio.file.Path;
import java.util.Collection;

/** Makes what people say of files, anew for each run: manifests are edited. */
@FunctionalInterface
public interface Curator {

  /**
   * What is said now.
   *
   * @param folders whose manifests count, beside those that always do
   * @param corrections made on the pages
   */
  Corrections curation(Collection<Path> folders, CorrectionFile corrections);
}
