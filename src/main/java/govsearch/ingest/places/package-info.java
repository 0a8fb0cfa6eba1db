/**
 * Names of places: which words are one, and what the division tables know of them. Depends on csv,
 * extract, report and text.
 */
@NullMarked
package govsearch.ingest.places;

import org.jspecify.annotations.NullMarked;
