/** The commands. May call every other room; none calls it but the wiring. */
@NullMarked
package govsearch.cli;

import org.jspecify.annotations.NullMarked;
