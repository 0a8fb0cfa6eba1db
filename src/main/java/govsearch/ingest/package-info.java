/**
 * From files to reports to a sink. Here is what makes reports of one file's bytes; below it, from
 * the ground up, extract, structure, places, metadata, manifest and check; above it sync. Depends
 * on text, report, library and the engine port.
 */
@NullMarked
package govsearch.ingest;

import org.jspecify.annotations.NullMarked;
