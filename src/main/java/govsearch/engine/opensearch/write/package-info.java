/** Writes reports and the ledger of their files. Calls layout and client. */
@NullMarked
package govsearch.engine.opensearch.write;

import org.jspecify.annotations.NullMarked;
