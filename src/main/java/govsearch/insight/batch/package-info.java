/**
 * Many phrases asked for at once. May call text, query, report, the engine's ports and what stands
 * in insight itself; none of the rooms beside it.
 */
@NullMarked
package govsearch.insight.batch;

import org.jspecify.annotations.NullMarked;
