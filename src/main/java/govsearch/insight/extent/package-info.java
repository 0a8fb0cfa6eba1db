/**
 * How far what is said reaches: which reports say it, over years, towns and regions. May call text,
 * query, report, the engine's ports and what stands in insight itself; none of the rooms beside it.
 */
@NullMarked
package govsearch.insight.extent;

import org.jspecify.annotations.NullMarked;
