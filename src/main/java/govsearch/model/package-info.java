/**
 * Learnt models as files of a person's own: a tokenizer, a graph, and what runs it. Nothing of it
 * is loaded unless such files are there. May call text and the engine's port.
 */
@NullMarked
package govsearch.model;

import org.jspecify.annotations.NullMarked;
