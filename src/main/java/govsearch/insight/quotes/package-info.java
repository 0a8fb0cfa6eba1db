/**
 * Quotations of a text held against the collection: word for word, the nearest wording, or not held
 * here. Depends on engine, query and text.
 */
@NullMarked
package govsearch.insight.quotes;

import org.jspecify.annotations.NullMarked;
