package govsearch.evaluate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import govsearch.query.Mode;
import govsearch.report.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question with its graded answers; one JSON object a line in the golden file.
 *
 * @param q as a person would type it
 * @param mode code of the match mode
 * @param kind of question; see the golden file's README
 * @param reason what the person wants
 */
@JsonPropertyOrder({"id", "q", "mode", "kind", "reason", "answers"})
@JsonIgnoreProperties(ignoreUnknown = true)
record GoldenQuestion(
    String id, String q, String mode, String kind, String reason, List<Answer> answers) {

  /**
   * A paragraph that answers.
   *
   * @param collection which folder of reports
   * @param path of the report below that folder
   * @param paragraph id
   * @param grade 3 exactly what was wanted, 2 good, 1 touches it
   */
  record Answer(String collection, String path, String paragraph, int grade) {}

  static List<GoldenQuestion> read(Path file) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(line -> mapper.readValue(line, GoldenQuestion.class))
        .toList();
  }

  /** Writes them as they are read. */
  static void write(Path file, List<GoldenQuestion> questions) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    Files.write(file, questions.stream().map(mapper::writeValueAsString).toList());
  }

  Mode matchMode() {
    return Mode.valueOf(mode.toUpperCase(Locale.ROOT));
  }

  /**
   * Whether the ranking's weights may be chosen by it. The others only tell whether what was chosen
   * holds; odd and even numbers have the same kinds of questions.
   */
  boolean isForTuning() {
    return Integer.parseInt(id.replaceAll("\\D", "")) % 2 == 1;
  }

  /** Whether a collection has an answer. */
  boolean asks(String collection) {
    return answers.stream().anyMatch(answer -> answer.collection().equals(collection));
  }

  /** Grades by {@code reportId.paragraphId}, of the answers in collections that are here. */
  Map<String, Integer> grades(Set<String> collections) {
    Map<String, Integer> grades = new HashMap<>();
    for (Answer answer : answers) {
      if (collections.contains(answer.collection())) {
        grades.put(Ids.key(Ids.reportId(answer.path()), answer.paragraph()), answer.grade());
      }
    }
    return grades;
  }
}
