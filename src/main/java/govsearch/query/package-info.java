/**
 * What is asked: a small sealed tree, the parser that reads it from what people type, and the
 * request around it. Depends on text only; no index, no web.
 */
@NullMarked
package govsearch.query;

import org.jspecify.annotations.NullMarked;
