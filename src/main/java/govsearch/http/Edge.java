package govsearch.http;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/** What a request meets before it gets to a route: where it is listened for, and its limits. */
final class Edge {

  /** Of the headers, and of each piece of a body. */
  private static final Duration ARRIVAL = Duration.ofSeconds(30);

  /** Less than the above, so that what comes within it still has time to arrive. */
  private static final Duration IDLE = Duration.ofSeconds(20);

  private Edge() {}

  /** Of the port that the settings name. */
  static void configure(JavalinConfig config, ServerSettings settings) {
    configure(config, settings, settings.port());
  }

  static void configure(JavalinConfig config, ServerSettings settings, int port) {
    ArrivalLimits arrival = new ArrivalLimits(ARRIVAL, RequestBody.MOST_READ);
    config.jetty.modifyServer(
        server -> {
          server.insertHandler(
              new ForeignRequests(
                  new ServedHosts(settings), new CrossOrigin(settings.allowedOrigins())));
          server.insertHandler(arrival);
        });
    config.jetty.modifyHttpConfiguration(
        http -> http.setRequestHeaderSize(Server.REQUEST_KIBIBYTES * 1024));
    config.jetty.addConnector(
        (server, http) -> connector(server, http, settings.host(), port, arrival));
  }

  /** Says nothing of itself. */
  static void quiet(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
  }

  private static Connector connector(
      org.eclipse.jetty.server.Server server,
      HttpConfiguration http,
      String host,
      int port,
      ArrivalLimits arrival) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    connector.addEventListener(arrival);
    return connector;
  }
}
