package govsearch.engine.opensearch.layout;

import govsearch.engine.opensearch.client.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an index is spread over a cluster.
 *
 * @param shards parts that it is cut into, for good
 * @param replicas copies of each beside the first; null for one wherever there is a second node
 */
public record Sizing(int shards, @Nullable Integer replicas) {
  /** One part, and a copy of it wherever there is a second node. */
  public static final Sizing USUAL = new Sizing(1, null);

  Map<String, Object> replicaSettings() {
    return replicas == null
        ? Json.of("auto_expand_replicas", "0-1")
        : Json.of("number_of_replicas", replicas);
  }
}
