/**
 * What reports plan against a problem, and what came of it. May call text, query, report, the
 * engine's ports and what stands in insight itself; none of the rooms beside it.
 */
@NullMarked
package govsearch.insight.remedies;

import org.jspecify.annotations.NullMarked;
