package govsearch.evaluate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A problem of a report, and what that report plans for it.
 *
 * @param file of the report
 * @param problem a part of the statement that says it
 * @param measure a part of the statement that plans for it; null where none does
 * @param nextYear what the town's next report says came of it; null where there is none
 */
record RemedyQuestion(
    String file, String problem, @Nullable String measure, @Nullable Place nextYear) {

  /** A part of a statement in a file. */
  record Place(String file, String text) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Judgement(
      @Nullable List<RemedyQuestion> remedies,
      @Nullable List<RemedyQuestion> ownRemedies,
      @Nullable List<RemedyQuestion> unplanned) {}

  /** Those of the graded similar problems; each once, though several questions have it. */
  static List<RemedyQuestion> read(Path file) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    Set<RemedyQuestion> questions = new LinkedHashSet<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        Judgement judgement = mapper.readValue(line, Judgement.class);
        if (judgement.remedies() != null) {
          questions.addAll(judgement.remedies());
        }
        if (judgement.ownRemedies() != null) {
          questions.addAll(judgement.ownRemedies());
        }
        if (judgement.unplanned() != null) {
          questions.addAll(judgement.unplanned());
        }
      }
    }
    return new ArrayList<>(questions);
  }
}
