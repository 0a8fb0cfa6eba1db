/**
 * Folders for what is needed for a while only, also where the process is killed. Depends on
 * nothing.
 */
@NullMarked
package govsearch.files;

import org.jspecify.annotations.NullMarked;
