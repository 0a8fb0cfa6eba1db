/** What stands in the cluster: indices, fields, and the state by which commits are told. */
@NullMarked
package govsearch.engine.opensearch.layout;

import org.jspecify.annotations.NullMarked;
