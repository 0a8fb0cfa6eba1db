package govsearch.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Set;

/**
 * Lets the scripts of listed other sites read the API. They get no further than reading: the header
 * with the token is not among those that they may send. None are listed unless somebody does.
 */
final class CrossOrigin {

  private static final String ORIGIN = "Origin";

  private final Set<String> origins;

  CrossOrigin(Set<String> origins) {
    this.origins = Set.copyOf(origins);
  }

  void configure(JavalinConfig config, String api) {
    if (origins.isEmpty()) {
      return;
    }
    config.routes.before(api + "/*", this::allow);
    config.routes.options(api + "/*", this::preflight);
  }

  /** Whether a site is listed. */
  boolean includes(String origin) {
    return origins.contains(origin);
  }

  private void allow(Context context) {
    String origin = context.header(ORIGIN);
    context.header("Vary", "Accept-Encoding, " + ORIGIN);
    if (origin != null && includes(origin)) {
      context.header("Access-Control-Allow-Origin", origin);
      context.header("Access-Control-Expose-Headers", "ETag, Retry-After");
    }
  }

  private void preflight(Context context) {
    context
        .header("Access-Control-Allow-Methods", "GET, HEAD, POST")
        .header("Access-Control-Allow-Headers", "Content-Type")
        .header("Access-Control-Max-Age", "600")
        .status(204);
  }
}
