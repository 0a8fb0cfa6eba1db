package govsearch.engine.opensearch.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.opensearch.client.Access;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.client.ClusterException;
import govsearch.engine.opensearch.client.InventedNode;
import govsearch.engine.opensearch.client.InventedNode.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was done on some shards alone is done again. */
class HousekeepingTest {
  private static final Answer DONE = new Answer(200, "{\"_shards\":{\"failed\":0}}");

  private static void refresh(InventedNode node) {
    try (Cluster cluster = new Cluster(Access.to(node.address()))) {
      new Housekeeping(cluster, "i").refresh(List.of("i"));
    }
  }

  @Test
  void isDoneAgainUntilNoShardHasFailed() {
    Answer some = new Answer(200, "{\"_shards\":{\"failed\":1}}");
    Answer withStatus = new Answer(400, "{\"failures\":[{\"status\":400}],\"deleted\":1}");
    try (InventedNode node = new InventedNode(some, withStatus, DONE)) {
      refresh(node);
      assertThat(node.asked()).hasSize(3);
    }
  }

  @Test
  void takesANoForANo() {
    Answer no = new Answer(400, "{\"error\":{\"type\":\"illegal_argument_exception\"}}");
    try (InventedNode node = new InventedNode(no, DONE)) {
      assertThatThrownBy(() -> refresh(node)).isInstanceOf(ClusterException.class);
      assertThat(node.asked()).hasSize(1);
    }
  }
}
