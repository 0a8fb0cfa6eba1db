/**
 * Measures and judges the program: benchmarks, graded questions, and the plain rankings beside
 * which it is judged. Compiled with it and not shipped with it; may call every room, and none calls
 * it.
 */
@NullMarked
package govsearch.evaluate;

import org.jspecify.annotations.NullMarked;
