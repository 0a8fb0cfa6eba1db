/**
 * A draft held against the collection before it is handed in: where its sentences come from, whose
 * names were left in it, which of its figures are last year's or contradict each other, and what it
 * does not say. Depends on engine, report and text.
 */
@NullMarked
package govsearch.insight.selfcheck;

import org.jspecify.annotations.NullMarked;
