package govsearch.http;

import io.javalin.Javalin;

/** {@code /metrics} on a port of its own, which a firewall may keep from those who search. */
final class MetricsPort implements AutoCloseable {

  private final Javalin javalin;

  MetricsPort(ServerSettings settings, int port, Metrics metrics) {
    javalin =
        Javalin.create(
            config -> {
              Edge.configure(config, settings, port);
              Edge.quiet(config);
              config.routes.get(Server.METRICS, metrics::scrape);
            });
  }

  void start() {
    javalin.start();
  }

  int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
