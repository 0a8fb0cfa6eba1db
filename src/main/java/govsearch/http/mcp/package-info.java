/**
 * The Model Context Protocol over HTTP, as far as a server needs it that only reads: its messages
 * and versions. Knows neither the web framework nor what the tools do; depends on nothing.
 */
@NullMarked
package govsearch.http.mcp;

import org.jspecify.annotations.NullMarked;
