package govsearch.evaluate;

import govsearch.engine.Match;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.client.ClusterException;
import govsearch.engine.opensearch.client.Json;
import govsearch.evaluate.BenchQueries.Asked;
import govsearch.query.Mode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What anybody would ask of a cluster plainly: paragraphs with one field that SmartCN cuts, a match
 * query, facets, marked by the cluster itself.
 */
final class PlainCluster implements AutoCloseable {
  private static final String INDEX = "/govsearch-plain";
  private static final int AT_ONCE = 2_000;
  private static final int PAGE = 20;
  private static final int SCREEN = 10;
  private static final Object MARKED = Json.of("fields", Json.of("text", Json.of()));
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Cluster cluster;
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private long count;
  private long nanos;

  /** One that may be there already. */
  PlainCluster(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Begins it anew. */
  void create() {
    try {
      cluster.call("DELETE", INDEX, null, LONG);
    } catch (ClusterException e) {
      // none was left
    }
    Object keyword = Json.of("type", "keyword");
    cluster.call(
        "PUT",
        INDEX,
        Json.of(
            "mappings",
            Json.of(
                "properties",
                Json.of(
                    "text", Json.of("type", "text", "analyzer", "smartcn"),
                    "town", keyword,
                    "county", keyword,
                    "year", keyword,
                    "section", keyword))),
        LONG);
  }

  void add(Match match) {
    lines.writeBytes("{\"index\":{}}\n".getBytes(StandardCharsets.UTF_8));
    lines.writeBytes(
        Json.bytes(
            Json.of(
                "text", match.paragraph().text(),
                "town", String.valueOf(match.report().town()),
                "county", String.valueOf(match.report().county()),
                "year", String.valueOf(match.report().year()),
                "section", match.paragraph().section().code())));
    lines.write('\n');
    if (++count % AT_ONCE == 0) {
      send();
    }
  }

  private void send() {
    if (lines.size() > 0) {
      long start = System.nanoTime();
      cluster.call("POST", INDEX + "/_bulk?filter_path=errors", lines.toByteArray(), LONG);
      nanos += System.nanoTime() - start;
      lines.reset();
    }
  }

  /** Sends the last ones and shows all. */
  void show() {
    send();
    cluster.call("POST", INDEX + "/_refresh", null, LONG);
  }

  long count() {
    return count;
  }

  /** How long the cluster took to take them. */
  double seconds() {
    return nanos / 1e9;
  }

  /** A phrase as the peers of the bench are asked: ten hits, one fragment each, two facets. */
  long search(String phrase) {
    return ask(
        Json.of(
            "size",
            10,
            "track_total_hits",
            true,
            "query",
            Json.of("match_phrase", Json.of("text", phrase)),
            "_source",
            List.of("town", "county", "year"),
            "aggs",
            facets(List.of("county", "year"), 100),
            "highlight",
            Json.of("fields", Json.of("text", Json.of("number_of_fragments", 1)))));
  }

  /**
   * What the web page asks, as a plain query would have it.
   *
   * @param goesOn whether, where less is found than fills a screen, what has some of the words
   *     follows, as the page has it
   */
  long search(Asked asked, boolean goesOn) {
    boolean quoted = asked.q().startsWith("\"");
    String text = asked.q().replace("\"", "");
    Object query =
        Json.of(
            quoted ? "match_phrase" : "match",
            Json.of(
                "text",
                quoted ? Json.of("query", text) : Json.of("query", text, "operator", "and")));
    List<Object> filters = new ArrayList<>();
    if (asked.year() != null) {
      filters.add(Json.of("term", Json.of("year", asked.year())));
    }
    if (asked.section() != null) {
      filters.add(Json.of("term", Json.of("section", asked.section())));
    }
    long found =
        ask(
            Json.of(
                "size",
                PAGE,
                "track_total_hits",
                true,
                "query",
                Json.of("bool", Json.of("must", query, "filter", filters)),
                "aggs",
                facets(List.of("town", "county", "year", "section"), 200),
                "highlight",
                MARKED));
    if (goesOn && found < SCREEN && asked.mode() != Mode.EXACT) {
      Object some = Json.of("match", Json.of("text", Json.of("query", text)));
      ask(
          Json.of(
              "size",
              SCREEN - found,
              "query",
              Json.of("bool", Json.of("must", some, "must_not", List.of(query), "filter", filters)),
              "highlight",
              MARKED));
    }
    return found;
  }

  private static Map<String, Object> facets(List<String> fields, int most) {
    Map<String, Object> facets = Json.of();
    for (String field : fields) {
      facets.put(field, Json.of("terms", Json.of("field", field, "size", most)));
    }
    return facets;
  }

  private long ask(Object body) {
    return cluster
        .call("POST", INDEX + "/_search", body, LONG)
        .path("hits")
        .path("total")
        .path("value")
        .asLong();
  }

  @Override
  public void close() {
    cluster.call("DELETE", INDEX, null, LONG);
  }
}
