package govsearch.engine.opensearch.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.EngineUnavailableException;
import govsearch.engine.opensearch.client.Access;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.client.InventedNode;
import govsearch.engine.opensearch.client.InventedNode.Answer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A document that cannot be read is not taken for one that is not there. */
class StoredReportsTest {
  private static final Answer LOST =
      new Answer(
          200, "{\"docs\":[{\"error\":{\"type\":\"no_shard_available_action_exception\"}}]}");
  private static final Answer NONE = new Answer(200, "{\"docs\":[{\"found\":false}]}");

  private static Optional<StoredHead> head(InventedNode node, Duration patience) {
    try (Cluster cluster = new Cluster(Access.to(node.address()))) {
      return StoredReports.head(cluster, new Indices("i"), "v", "r", patience);
    }
  }

  @Test
  void isAskedAgainWhereAPartOfTheIndexIsLost() {
    try (InventedNode node = new InventedNode(LOST, LOST, NONE)) {
      assertThat(head(node, Duration.ofSeconds(20))).isEmpty();
      assertThat(node.asked()).hasSize(3);
    }
  }

  @Test
  void isSaidToBeOutOfReachInTheEnd() {
    try (InventedNode node = new InventedNode(LOST)) {
      assertThatThrownBy(() -> head(node, Duration.ofMillis(300)))
          .isInstanceOf(EngineUnavailableException.class);
    }
  }
}
