/** Turns a query's tree and its filters into Lucene's. Calls analysis. */
@NullMarked
package govsearch.engine.lucene.query;

import org.jspecify.annotations.NullMarked;
