package govsearch.http;

import govsearch.engine.Counting;
import govsearch.insight.extent.Regions;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** {@code GET regions}: the provinces, cities and counties that there are to choose from. */
final class RegionRoutes {

  private static final Set<String> ALLOWED = Set.of("parent");

  private final Regions regions;

  RegionRoutes(Counting engine) {
    this.regions = new Regions(engine);
  }

  /** The regions, by path. */
  record View(List<Regions.Region> regions, boolean complete, long tookMillis) {}

  void regions(Context context) {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, ALLOWED);
    Regions.Listed listed = regions.below(parameters.region("parent"));
    context.json(
        new View(
            listed.regions(),
            listed.complete(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
  }
}
