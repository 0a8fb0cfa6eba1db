/**
 * From files to reports to a sink: decoding, noise, structure, metadata. Depends on text, report
 * and the engine port.
 */
@NullMarked
package govsearch.ingest;

import org.jspecify.annotations.NullMarked;
