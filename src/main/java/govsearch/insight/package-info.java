/**
 * What is read out of many matches at once, each kind in a room of its own; here stands what these
 * share. Works on the ports of the engine, on any engine; depends on query, report and text
 * besides.
 */
@NullMarked
package govsearch.insight;

import org.jspecify.annotations.NullMarked;
