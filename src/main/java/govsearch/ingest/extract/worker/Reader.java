package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.io.IOException;

/** Reads files of one format. */
interface Reader {

  /**
   * Reads a file's text.
   *
   * @throws RejectedFileException with a reason that a person can act on
   * @throws IOException if the file is broken; so may runtime exceptions of a parser
   */
  void read(byte[] bytes, Output out) throws RejectedFileException, IOException;
}
