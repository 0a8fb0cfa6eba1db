/**
 * Makes of a built checkout what people download. Compiled with the program and not shipped with
 * it; none calls it.
 */
@NullMarked
package govsearch.release;

import org.jspecify.annotations.NullMarked;
