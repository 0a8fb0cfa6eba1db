/** Wiring: where the rooms are put together. */
@NullMarked
package govsearch;

import org.jspecify.annotations.NullMarked;
