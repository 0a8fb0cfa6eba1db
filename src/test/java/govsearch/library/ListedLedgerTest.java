package govsearch.library;

import govsearch.engine.CollectingSink;

/** Holds the library of the tests to what it stands for. */
class ListedLedgerTest extends LedgerContract {

  @Override
  protected LibrarySink empty() {
    return new CollectingSink();
  }
}
