/** What somebody who types may mean. Calls snapshot and the rooms below it. */
@NullMarked
package govsearch.engine.lucene.suggest;

import org.jspecify.annotations.NullMarked;
