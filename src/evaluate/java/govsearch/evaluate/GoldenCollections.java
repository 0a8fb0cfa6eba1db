package govsearch.evaluate;

import govsearch.cli.Commands;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the reports are that golden questions ask: those that a person names, and our own. */
final class GoldenCollections {

  private static final String RESOURCES = "src/test/resources";

  private final Map<String, Path> own = new LinkedHashMap<>();

  GoldenCollections(Commands.Places places) {
    Path resources = places.home().resolve(RESOURCES);
    own.put("samples", places.samples());
    own.put("similar", resources.resolve("similar/reports"));
    own.put("fresh", resources.resolve("similar-unseen/reports"));
    own.put("fresh-2", resources.resolve("similar-2/reports"));
  }

  /**
   * The collections for some questions. Ours that none of them asks would only be in the way of the
   * others, and are left out.
   *
   * @param named by a person, before ours of the same name
   */
  Map<String, Path> of(List<GoldenQuestion> questions, Map<String, Path> named) {
    Map<String, Path> all = new LinkedHashMap<>(named);
    own.forEach(
        (name, folder) -> {
          if (questions.stream().anyMatch(question -> question.asks(name))) {
            all.putIfAbsent(name, folder);
          }
        });
    return all;
  }
}
