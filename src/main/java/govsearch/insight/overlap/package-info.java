/**
 * Which reports of different towns share text that is no formula, found by the fingerprints of
 * their sentences. Depends on engine, query, report and text.
 */
@NullMarked
package govsearch.insight.overlap;

import org.jspecify.annotations.NullMarked;
