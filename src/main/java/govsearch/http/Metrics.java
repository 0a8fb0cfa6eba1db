package govsearch.http;

import govsearch.engine.Upkeep;
import govsearch.engine.Vitals;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code /metrics}: what goes on, for whoever watches over a service. Names are given by the route,
 * never by what was asked: there are as many rows as there are routes, whatever is sent.
 */
final class Metrics implements AutoCloseable {

  private static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** What no route answers, files of the UI among them. */
  private static final String NO_ROUTE = "other";

  /** Where people begin to wait, and where requests end by their deadlines. */
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(20),
    Duration.ofSeconds(60)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  Metrics(Lanes lanes, CollectionFigures collection) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    lanes.all().forEach(this::add);
    gauge("govsearch.reports", "Reports", collection, CollectionFigures::reports);
    gauge("govsearch.paragraphs", "Paragraphs", collection, CollectionFigures::paragraphs);
    gauge("govsearch.files", "Files that are known", collection, CollectionFigures::files);
    gauge(
        "govsearch.files.skipped",
        "Files of which something was not taken",
        collection,
        CollectionFigures::skipped);
    gauge(
        "govsearch.run.started",
        "When the last run that changed or checked the collection began, in seconds of Unix time",
        collection,
        CollectionFigures::lastRunStarted);
    gauge(
        "govsearch.run.seconds",
        "How long that run took",
        collection,
        CollectionFigures::lastRunSeconds);
    gauge(
        "govsearch.run.finished",
        "Whether it came to its end",
        collection,
        CollectionFigures::lastRunFinished);
    gauge(
        "govsearch.run.skipped",
        "Files of which it could not take something",
        collection,
        CollectionFigures::lastRunSkipped);
  }

  private void add(Lane lane) {
    Gauge.builder("govsearch.lane.active", lane, Lane::active)
        .description("Requests that are worked on")
        .tag("lane", lane.name())
        .strongReference(true)
        .register(registry);
    Gauge.builder("govsearch.lane.queued", lane, Lane::queued)
        .description("Requests that wait for their turn")
        .tag("lane", lane.name())
        .strongReference(true)
        .register(registry);
    FunctionCounter.builder("govsearch.lane.refused", lane, Lane::refused)
        .description("Requests that were told to come back")
        .tag("lane", lane.name())
        .register(registry);
  }

  private <T> void gauge(String name, String meaning, T of, ToDoubleFunction<T> value) {
    Gauge.builder(name, of, value).description(meaning).strongReference(true).register(registry);
  }

  /** Tells of the engine too. */
  void add(Upkeep upkeep) {
    gauge("govsearch.index.bytes", "The index on disk", upkeep, Upkeep::indexBytes);
    gauge(
        "govsearch.refresh.age.seconds",
        "Since it was seen last whether anything was committed",
        upkeep,
        of -> of.sinceRefresh().toMillis() / 1e3);
  }

  /** Tells of what goes on in the background too. */
  void add(Vitals vitals) {
    gauge(
        "govsearch.ailments",
        "What should go on in the background and does not",
        vitals,
        of -> of.ailments().size());
  }

  /** An answer was sent. */
  void count(Context context, @Nullable Float millis) {
    Endpoint endpoint = context.endpoints().lastHttpEndpoint();
    Timer.builder("govsearch.requests")
        .description("Answers by route and status, and how long they took")
        .tag("route", endpoint == null ? NO_ROUTE : endpoint.path)
        .tag("status", Integer.toString(context.statusCode()))
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(Duration.ofNanos((long) ((millis == null ? 0 : millis) * 1e6)));
  }

  /** Answers with all of them. */
  void scrape(Context context) {
    context.contentType(MEDIA_TYPE).result(registry.scrape());
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
