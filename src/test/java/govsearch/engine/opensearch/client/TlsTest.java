package govsearch.engine.opensearch.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.EngineUnavailableException;
import govsearch.engine.opensearch.client.InventedNode.Answer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node is spoken to only if the given authority vouches for it. */
class TlsTest {
  private static final Answer OK = new Answer(200, "{\"a\":1}");

  @TempDir private static Path folder;

  private static Authority ours;
  private static Authority others;

  @BeforeAll
  static void makeAuthorities() throws Exception {
    ours = new Authority(folder.resolve("ours"));
    others = new Authority(folder.resolve("others"));
  }

  private static int ask(Access access) {
    try (Cluster cluster = new Cluster(access)) {
      return cluster.call("GET", "/", null, Duration.ofMillis(300)).path("a").asInt();
    }
  }

  @Test
  void whoIsVouchedForIsTrusted() throws Exception {
    try (InventedNode node = new InventedNode(ours.node(), OK)) {
      assertThat(node.address()).startsWith("https://");
      assertThat(ask(Access.to(node.address()).trusting(ours.pem()))).isEqualTo(1);
      Access withToken = Access.to(node.address()).trusting(ours.pem()).withToken("t");
      assertThat(ask(withToken)).isEqualTo(1);
      assertThat(node.authorizations()).containsExactly("null", "Bearer t");
    }
  }

  @Test
  void nobodyElseIsToldAnything() throws Exception {
    try (InventedNode node = new InventedNode(others.node(), OK)) {
      Access access = Access.to(node.address()).withToken("t");
      assertThatThrownBy(() -> ask(access.trusting(ours.pem())))
          .isInstanceOf(EngineUnavailableException.class)
          .hasMessageContaining("OpenSearch");
      assertThatThrownBy(() -> ask(access)).isInstanceOf(EngineUnavailableException.class);
      assertThat(node.asked()).isEmpty();
    }
  }
}
