/**
 * The collection as of one commit, with what is derived of it; which index this program can read.
 * Calls analysis, query and document.
 */
@NullMarked
package govsearch.engine.lucene.snapshot;

import org.jspecify.annotations.NullMarked;
