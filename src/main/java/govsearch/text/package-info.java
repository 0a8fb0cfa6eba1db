/**
 * Pure text work: the literal form of a text, its sentences, its numerals. Knows no index, no
 * report and no query, and calls no other package of this project.
 */
@NullMarked
package govsearch.text;

import org.jspecify.annotations.NullMarked;
