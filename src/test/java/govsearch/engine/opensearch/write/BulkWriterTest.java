package govsearch.engine.opensearch.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.opensearch.client.Access;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.client.InventedNode;
import govsearch.engine.opensearch.client.InventedNode.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing of a bulk is lost that was refused, and nothing else of it is sent again. */
class BulkWriterTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private static byte[] operation(String id) {
    return Operations.delete("i", id);
  }

  @Test
  void sendsAgainJustWhatWasRefusedBecauseAllWereBusy() {
    Answer partly =
        new Answer(
            200,
            "{\"errors\":true,\"items\":[{\"index\":{\"status\":201}},{\"index\":{\"status\":429,"
                + "\"error\":{\"type\":\"rejected\"}}},{\"index\":{\"status\":200}}]}");
    Answer all = new Answer(200, "{\"errors\":false}");
    try (InventedNode node = new InventedNode(partly, all);
        Cluster cluster = new Cluster(Access.to(node.address()));
        BulkWriter bulk = new BulkWriter(cluster, LONG)) {
      bulk.add(List.of(operation("a"), operation("b"), operation("c")));
      bulk.flush();
      assertThat(node.asked()).hasSize(2);
      assertThat(node.asked().get(0).lines()).hasSize(3);
      assertThat(node.asked().get(1).lines()).hasSize(1).allMatch(line -> line.contains("\"b\""));
    }
  }

  @Test
  void saysWhatIsRefusedForGood() {
    Answer no =
        new Answer(
            200,
            "{\"errors\":true,\"items\":[{\"index\":{\"status\":400,\"error\":{\"type\":\"bad\"}}}]}");
    try (InventedNode node = new InventedNode(no);
        Cluster cluster = new Cluster(Access.to(node.address()));
        BulkWriter bulk = new BulkWriter(cluster, LONG)) {
      bulk.add(List.of(operation("a")));
      assertThatThrownBy(bulk::flush)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("bad");
      assertThat(node.asked()).hasSize(1);
    }
  }
}
