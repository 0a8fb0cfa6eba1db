/**
 * Checklists held against the towns of a region: which report says what a list of items asks for.
 * May call text, query, report, the engine's ports and what stands in insight itself; none of the
 * rooms beside it.
 */
@NullMarked
package govsearch.insight.checklist;

import org.jspecify.annotations.NullMarked;
