/**
 * Finds what people should look at in a collection of reports: gaps, copies, left-over chrome.
 * Depends on structure, places, metadata and report.
 */
@NullMarked
package govsearch.ingest.check;

import org.jspecify.annotations.NullMarked;
