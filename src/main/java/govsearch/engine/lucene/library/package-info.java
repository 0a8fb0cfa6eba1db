/** Reads the ledger of files and runs. Calls snapshot and the rooms below it. */
@NullMarked
package govsearch.engine.lucene.library;

import org.jspecify.annotations.NullMarked;
