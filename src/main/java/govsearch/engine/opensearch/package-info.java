/**
 * The engine's ports on a cluster of OpenSearch. What is analysed is analysed here, by the same
 * rooms as the embedded engine's, so that both find the same; the cluster keeps, counts and sorts.
 * Calls its own rooms and, for what texts are made of, those of the embedded engine.
 */
@NullMarked
package govsearch.engine.opensearch;

import org.jspecify.annotations.NullMarked;
