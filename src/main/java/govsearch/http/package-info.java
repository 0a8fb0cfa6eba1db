/**
 * The web edge: routes, JSON views, errors, the static UI. The only place that imports the web
 * framework.
 */
@NullMarked
package govsearch.http;

import org.jspecify.annotations.NullMarked;
