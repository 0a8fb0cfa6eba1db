package govsearch.engine.opensearch.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.EngineUnavailableException;
import govsearch.engine.opensearch.client.InventedNode.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nodes that are gone, busy, or say no. */
class ClusterTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Answer OK = new Answer(200, "{\"a\":1}");
  private static final Answer BUSY = new Answer(429, "{\"error\":{\"type\":\"busy\"}}");

  private static int ask(Access access, Duration patience) {
    try (Cluster cluster = new Cluster(access)) {
      return cluster.call("POST", "/x", Json.of("q", "法"), patience).path("a").asInt();
    }
  }

  @Test
  void asksAgainWhereTheClusterIsBusy() {
    try (InventedNode node = new InventedNode(BUSY, new Answer(503, "gone"), OK)) {
      assertThat(ask(Access.to(node.address()), LONG)).isEqualTo(1);
      assertThat(node.asked()).hasSize(3).containsOnly("{\"q\":\"法\"}");
    }
  }

  @Test
  void goesOnToAnotherNodeWhereOneIsGone() {
    InventedNode gone = new InventedNode(OK);
    String address = gone.address();
    gone.close();
    try (InventedNode there = new InventedNode(OK)) {
      assertThat(ask(Access.to(address + "," + there.address()), LONG)).isEqualTo(1);
    }
  }

  @Test
  void goesRoundAllNodesAsOftenAsItTakes() {
    InventedNode gone = new InventedNode(OK);
    String address = gone.address();
    gone.close();
    Answer lost = new Answer(503, "gone");
    try (InventedNode there = new InventedNode(OK, lost, OK, lost, OK);
        Cluster cluster = new Cluster(Access.to(address + "," + there.address()))) {
      for (int i = 0; i < 3; i++) {
        assertThat(cluster.call("GET", "/", null, LONG).path("a").asInt()).isEqualTo(1);
      }
      assertThat(there.asked()).hasSize(5);
    }
  }

  @Test
  void givesUpWhenPatienceEnds() {
    try (InventedNode node = new InventedNode(BUSY)) {
      Access access = Access.to(node.address());
      assertThatThrownBy(() -> ask(access, Duration.ofMillis(200)))
          .isInstanceOf(EngineUnavailableException.class);
    }
  }

  @Test
  void takesANoForANo() {
    Answer no =
        new Answer(
            400,
            "{\"error\":{\"root_cause\":[{\"type\":\"parsing_exception\",\"reason\":\"r\"}],\"type\":\"t\"}}");
    try (InventedNode node = new InventedNode(no, OK)) {
      Access access = Access.to(node.address());
      assertThatThrownBy(() -> ask(access, LONG))
          .isInstanceOfSatisfying(
              ClusterException.class,
              e -> {
                assertThat(e.status()).isEqualTo(400);
                assertThat(e.type()).isEqualTo("parsing_exception");
              });
      assertThat(node.asked()).hasSize(1);
    }
  }

  /** As the node that coordinates a search answers when another one goes between its phases. */
  @Test
  void asksAgainWhatFailedOnNoShard() {
    String between =
        "{\"error\":{\"root_cause\":[],\"type\":\"search_phase_execution_exception\",\"reason\":\"\","
            + "\"failed_shards\":[],\"caused_by\":{\"type\":\"t\",\"reason\":\"r\"}},\"status\":500}";
    try (InventedNode node = new InventedNode(new Answer(500, between), OK)) {
      assertThat(ask(Access.to(node.address()), LONG)).isEqualTo(1);
    }
    String onShard = between.replace("[],\"type\"", "[{\"type\":\"script_exception\"}],\"type\"");
    try (InventedNode node = new InventedNode(new Answer(500, onShard), OK)) {
      Access access = Access.to(node.address());
      assertThatThrownBy(() -> ask(access, LONG)).isInstanceOf(ClusterException.class);
    }
    try (InventedNode node = new InventedNode(new Answer(500, between));
        Cluster cluster = new Cluster(Access.to(node.address()))) {
      assertThatThrownBy(() -> cluster.callThere("POST", "/x", null, LONG))
          .hasMessageContaining("t: r");
    }
  }

  @Test
  void saysWhoItIs() {
    try (InventedNode node = new InventedNode(OK)) {
      ask(Access.to(node.address()).withPassword("a", "b"), LONG);
      ask(Access.to(node.address()).withToken("t"), LONG);
      assertThat(node.authorizations()).containsExactly("Basic YTpi", "Bearer t");
    }
  }
}
