/**
 * Who reports on which year: reads the head of a report and its signature. Depends on structure and
 * places.
 */
@NullMarked
package govsearch.ingest.metadata;

import org.jspecify.annotations.NullMarked;
