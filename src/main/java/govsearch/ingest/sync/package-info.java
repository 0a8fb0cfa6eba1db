/**
 * Brings a collection to what folders hold: the walk, the ledger, the runs, uploads, watching. The
 * top of ingest: calls every room of it, and the library.
 */
@NullMarked
package govsearch.ingest.sync;

import org.jspecify.annotations.NullMarked;
