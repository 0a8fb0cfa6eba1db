/**
 * Tables as files that other programs open, written row by row. Knows nothing of reports; the only
 * place that knows a spreadsheet library.
 */
@NullMarked
package govsearch.export;

import org.jspecify.annotations.NullMarked;
