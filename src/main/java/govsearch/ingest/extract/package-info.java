/**
 * From a file's bytes to its text, whatever its format. Plain text is decoded here; everything else
 * is read by a worker process, which alone holds the parsers. Depends on nothing of ours.
 */
@NullMarked
package govsearch.ingest.extract;

import org.jspecify.annotations.NullMarked;
