/** Counts what matches: by facet, by report. Calls snapshot and the rooms below it. */
@NullMarked
package govsearch.engine.lucene.count;

import org.jspecify.annotations.NullMarked;
