/**
 * The embedded engine. The only place that imports Lucene's index and search; nothing of Lucene
 * leaves it. Depends on the engine port and what that depends on.
 */
@NullMarked
package govsearch.engine.lucene;

import org.jspecify.annotations.NullMarked;
