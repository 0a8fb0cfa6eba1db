/**
 * Which words go with a phrase, and which set some reports apart from the others. Depends on engine
 * and query.
 */
@NullMarked
package govsearch.insight.collocation;

import org.jspecify.annotations.NullMarked;
