/**
 * How texts are cut into what the index has of them, and what its fields are called. Calls nothing
 * else of the engine.
 */
@NullMarked
package govsearch.engine.lucene.analysis;

import org.jspecify.annotations.NullMarked;
