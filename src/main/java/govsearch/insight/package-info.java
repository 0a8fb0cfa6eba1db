/**
 * What is read out of many matches at once: concordances, batches. Works on the port to the engine,
 * on any engine; depends on query, report and text besides.
 */
@NullMarked
package govsearch.insight;

import org.jspecify.annotations.NullMarked;
