package govsearch.http;

import govsearch.engine.CollectionSize;
import govsearch.engine.SearchEngine;
import govsearch.engine.Vitals;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /health/live} and {@code /health/ready}, which wait for nobody. */
final class Health {

  private final SearchEngine engine;
  private volatile Vitals vitals = Vitals.NONE;

  Health(SearchEngine engine) {
    this.engine = engine;
  }

  /** Has readiness depend on what goes on in the background too. */
  void watch(Vitals background) {
    vitals = background;
  }

  Map<String, Handler> routes() {
    Map<String, Handler> routes = new LinkedHashMap<>();
    routes.put("/health/live", context -> context.json(Map.of("status", "up")));
    routes.put("/health/ready", this::ready);
    return routes;
  }

  private void ready(Context context) {
    List<String> ailments = vitals.ailments();
    if (!ailments.isEmpty()) {
      throw ProblemException.of(503, "服务不完整", String.join("；", ailments));
    }
    CollectionSize size = engine.size();
    context.json(new Readiness("ready", size.reports(), size.paragraphs()));
  }

  /** What {@code /health/ready} answers. */
  record Readiness(String status, long reports, long paragraphs) {}
}
