package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;

/** Takes a line of text, which may hold line breaks. */
@FunctionalInterface
interface LineSink {
  void add(String line) throws RejectedFileException;
}
