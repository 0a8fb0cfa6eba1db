/**
 * What runs in the worker process: one reader per format, and the packages that parse them. No
 * other package calls it, so that a server never loads a parser.
 */
@NullMarked
package govsearch.ingest.extract.worker;

import org.jspecify.annotations.NullMarked;
