/**
 * Turns reports, files and runs into documents, and reads back what these store. Calls analysis.
 */
@NullMarked
package govsearch.engine.lucene.document;

import org.jspecify.annotations.NullMarked;
