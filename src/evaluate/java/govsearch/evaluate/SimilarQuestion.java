package govsearch.evaluate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A problem to which similar ones were graded; one JSON object a line in the file, described beside
 * it.
 *
 * @param query a text, or an object with {@code report} (file name) and {@code statement} (a part
 *     of a statement in it)
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SimilarQuestion(String id, String theme, JsonNode query, List<Answer> answers) {

  /**
   * A similar problem.
   *
   * @param file of the report
   * @param text a part of the statement, once in the file
   * @param grade 3 the same problem, 2 mostly, 1 in part
   * @param distance {@code near}, {@code middle} or {@code far}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(String file, String text, int grade, String distance) {}

  static List<SimilarQuestion> read(Path file) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(line -> mapper.readValue(line, SimilarQuestion.class))
        .toList();
  }

  boolean isStatement() {
    return query.isObject();
  }

  /** What is asked, as it stands in the file. */
  String text() {
    return isStatement() ? query.get("statement").asString() : query.asString();
  }

  /** The file of the report that has the asking statement. */
  String report() {
    return query.get("report").asString();
  }
}
