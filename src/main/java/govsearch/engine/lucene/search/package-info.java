/** Finds paragraphs, orders them and makes hits of them. Calls all rooms below it. */
@NullMarked
package govsearch.engine.lucene.search;

import org.jspecify.annotations.NullMarked;
