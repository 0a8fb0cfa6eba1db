/** Statements that say something similar. Calls search and the rooms below it. */
@NullMarked
package govsearch.engine.lucene.similar;

import org.jspecify.annotations.NullMarked;
