/**
 * The numbers that reports attach to a phrase. May call text, query, report, the engine's ports and
 * what stands in insight itself; none of the rooms beside it.
 */
@NullMarked
package govsearch.insight.figures;

import org.jspecify.annotations.NullMarked;
