package govsearch.engine;

import java.time.Duration;

/** What whoever keeps a service running wants to know of its engine. */
public interface Upkeep {

  /** How much the index takes on disk. */
  long indexBytes();

  /** How long ago it was seen last whether anything was committed. */
  Duration sinceRefresh();
}
