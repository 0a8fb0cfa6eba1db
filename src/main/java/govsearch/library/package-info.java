/**
 * What is known of a collection beside its reports: the ledger of files, the runs, the sources, and
 * the intake of single files. Depends on report and the engine port.
 */
@NullMarked
package govsearch.library;

import org.jspecify.annotations.NullMarked;
