/** Talks to a cluster over HTTP, and knows nothing of what is kept there. */
@NullMarked
package govsearch.engine.opensearch.client;

import org.jspecify.annotations.NullMarked;
