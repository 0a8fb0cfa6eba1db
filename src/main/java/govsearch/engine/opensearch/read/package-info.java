/** Searches, counts and reads back. Calls write, for its ledger, layout and client. */
@NullMarked
package govsearch.engine.opensearch.read;

import org.jspecify.annotations.NullMarked;
