/** What people say of files in {@code reports.csv}. Depends on csv, extract, places and report. */
@NullMarked
package govsearch.ingest.manifest;

import org.jspecify.annotations.NullMarked;
