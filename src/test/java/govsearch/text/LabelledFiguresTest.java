package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every number of the seeds, labelled by reading each: which are figures, and what they say. */
class LabelledFiguresTest {

  private static final Path SEEDS = Path.of("..", "shared", "seeds");
  private static final Path LABELS = Path.of("src", "test", "resources", "figures", "labels.jsonl");
  private static final Set<String> FIGURES = Set.of("count", "rate", "money");
  private static final double LEAST = 0.98;

  /** A figure found in a file, its offset in the whole file. */
  private record Found(Quantity quantity, int offset) {
    boolean covers(int position) {
      return quantity.at().start() + offset <= position && position < quantity.at().end() + offset;
    }
  }

  @Test
  void figuresAreFoundAndReadAsAPersonReadsThem() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(SEEDS), "skipped: the real reports (../shared/seeds) are not here");
    int right = 0;
    int labelled = 0;
    int found = 0;
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, List<JsonNode>> file : labels().entrySet()) {
      List<Found> unclaimed = figures(Files.readString(SEEDS.resolve(file.getKey())));
      found += unclaimed.size();
      for (JsonNode label : file.getValue()) {
        if (!FIGURES.contains(label.get("kind").asString())) {
          continue;
        }
        labelled++;
        Found match =
            unclaimed.stream()
                .filter(f -> f.covers(label.get("start").intValue()))
                .findFirst()
                .orElse(null);
        unclaimed.remove(match);
        if (match != null && says(match.quantity(), label)) {
          right++;
        } else {
          faults.add("not read as labelled: " + label);
        }
      }
      unclaimed.forEach(figure -> faults.add("no figure: " + figure));
    }
    System.out.printf(
        "figures of the seeds: precision %.3f, recall %.3f (%d labelled)%n",
        (double) right / found, (double) right / labelled, labelled);
    assertThat((double) right / found).as("precision; %s", faults).isGreaterThanOrEqualTo(LEAST);
    assertThat((double) right / labelled).as("recall; %s", faults).isGreaterThanOrEqualTo(LEAST);
  }

  private static boolean says(Quantity quantity, JsonNode label) {
    String vague = label.get("vague").isNull() ? "exact" : label.get("vague").asString();
    return quantity.value().compareTo(new BigDecimal(label.get("value").asString())) == 0
        && quantity.kind().code().equals(label.get("kind").asString())
        && quantity.vagueness().code().equals(vague)
        && quantity.normalUnit().equals(label.get("unitNormalised").asString());
  }

  private static Map<String, List<JsonNode>> labels() throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    Map<String, List<JsonNode>> byFile = new LinkedHashMap<>();
    for (String line : Files.readAllLines(LABELS)) {
      JsonNode label = json.readTree(line);
      byFile.computeIfAbsent(label.get("file").asString(), f -> new ArrayList<>()).add(label);
    }
    return byFile;
  }

  private static List<Found> figures(String text) {
    List<Found> found = new ArrayList<>();
    int offset = 0;
    for (String line : text.split("\n", -1)) {
      for (Quantity quantity : Quantities.of(line)) {
        found.add(new Found(quantity, offset));
      }
      offset += line.length() + 1;
    }
    return found;
  }
}
