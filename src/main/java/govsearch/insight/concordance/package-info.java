/**
 * Key word in context: every match of a query on a line of its own, and what follows it. May call
 * text, query, report, the engine's ports and what stands in insight itself; none of the rooms
 * beside it.
 */
@NullMarked
package govsearch.insight.concordance;

import org.jspecify.annotations.NullMarked;
