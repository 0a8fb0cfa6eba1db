/**
 * Two reports held against each other, sentence by sentence. May call text, query, report, the
 * engine's ports and what stands in insight itself; none of the rooms beside it.
 */
@NullMarked
package govsearch.insight.compare;

import org.jspecify.annotations.NullMarked;
