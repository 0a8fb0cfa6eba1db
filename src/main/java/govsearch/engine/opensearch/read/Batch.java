package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.layout.Indices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Several things that are asked for on one way to the cluster and back. */
final class Batch {
  private final Reader reader;
  private final List<Reader.Search> searches = new ArrayList<>();
  private final List<Consumer<JsonNode>> readers = new ArrayList<>();

  Batch(Reader reader) {
    this.reader = reader;
  }

  /**
   * Asks for one thing more.
   *
   * @param parts of the answer that are wanted
   * @param read is shown the answer when the batch is run
   */
  void add(Indices.Kind kind, Map<String, Object> body, String parts, Consumer<JsonNode> read) {
    searches.add(new Reader.Search(kind, body, parts));
    readers.add(read);
  }

  void run() {
    List<JsonNode> answers = reader.searchAll(searches);
    for (int i = 0; i < answers.size(); i++) {
      readers.get(i).accept(answers.get(i));
    }
    searches.clear();
    readers.clear();
  }
}
