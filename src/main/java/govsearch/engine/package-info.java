/**
 * The port to whatever keeps and searches the reports: reading and writing apart, stable ids, no
 * type of any search library. Depends on query, report and text.
 */
@NullMarked
package govsearch.engine;

import org.jspecify.annotations.NullMarked;
