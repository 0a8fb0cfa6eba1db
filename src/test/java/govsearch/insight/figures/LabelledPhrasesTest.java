package govsearch.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.Shared;
import govsearch.text.Literal;
import govsearch.text.Quantities;
import govsearch.text.Quantity;
import govsearch.text.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every figure of the seeds, labelled with what it counts: where those words stand in its
 * paragraph, asking for them gives it, and gives no figure of anything else.
 */
class LabelledPhrasesTest {

  private static final Path LABELS = Path.of("src", "test", "resources", "figures", "labels.jsonl");
  private static final Set<String> FIGURES = Set.of("count", "rate", "money");
  private static final double LEAST = 0.98;

  /** A labelled figure in its line. */
  private record Labelled(String line, int at, Set<String> phrases) {}

  @Test
  void askingForWhatAFigureCountsGivesIt() throws IOException {
    List<Labelled> labels = labels(Shared.folder("seeds"));
    int asked = 0;
    int given = 0;
    int found = 0;
    int right = 0;
    List<String> faults = new ArrayList<>();
    for (Labelled label : labels) {
      for (String phrase : label.phrases()) {
        List<Range> places = Literal.of(label.line()).occurrences(Literal.literal(phrase));
        if (places.isEmpty()) {
          continue; // a label in other words than the report's
        }
        asked++;
        List<Quantity> figures = Quantities.of(label.line());
        Set<Integer> attached = new TreeSet<>();
        for (Range place : places) {
          for (Attached figure : new Attachment(label.line(), figures).of(place)) {
            attached.add(start(figure.quantity()));
            if (figure.before() != null) {
              attached.add(start(figure.before()));
            }
          }
        }
        int own = own(figures, label);
        if (attached.contains(own)) {
          found++;
        } else {
          faults.add("not given for " + phrase + ": " + label);
        }
        for (int start : attached) {
          given++;
          boolean fits =
              start == own
                  || labels.stream()
                      .filter(other -> other.line().equals(label.line()))
                      .filter(other -> own(figures, other) == start)
                      .anyMatch(other -> isOf(phrase, other));
          right += fits ? 1 : 0;
          if (!fits) {
            faults.add("given for " + phrase + " at " + start + ": " + label.line());
          }
        }
      }
    }
    double recall = (double) found / asked;
    double precision = (double) right / given;
    System.out.printf(
        "figures by what they count: precision %.3f, recall %.3f (%d phrases)%n",
        precision, recall, asked);
    assertThat(recall).as("recall; %s", faults).isGreaterThanOrEqualTo(LEAST);
    assertThat(precision).as("precision; %s", faults).isGreaterThanOrEqualTo(LEAST);
  }

  /**
   * Labels are shortened where what is counted is long; those of rates say of what kind they are
   * (化解率), and not of what.
   */
  private static boolean isOf(String phrase, Labelled other) {
    return other.phrases().stream()
        .anyMatch(p -> p.contains(phrase) || phrase.contains(p) || p.endsWith("率"));
  }

  private static int start(Quantity quantity) {
    return quantity.at().start();
  }

  /** Where the figure begins that stands at a label; -1 if none was read there. */
  private static int own(List<Quantity> figures, Labelled label) {
    return figures.stream()
        .filter(q -> q.at().start() <= label.at() && label.at() < q.at().end())
        .map(LabelledPhrasesTest::start)
        .findFirst()
        .orElse(-1);
  }

  private static List<Labelled> labels(Path seeds) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    List<Labelled> labels = new ArrayList<>();
    for (String row : Files.readAllLines(LABELS)) {
      JsonNode label = json.readTree(row);
      Set<String> phrases = new TreeSet<>();
      for (String name : List.of("phrase", "alsoPhrase")) {
        if (label.hasNonNull(name)) {
          phrases.add(label.get(name).asString());
        }
      }
      if (FIGURES.contains(label.get("kind").asString())) {
        String text = Files.readString(seeds.resolve(label.get("file").asString()));
        int start = label.get("start").intValue();
        int from = text.lastIndexOf('\n', start) + 1;
        int to = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
        labels.add(new Labelled(text.substring(from, to), start - from, phrases));
      }
    }
    return labels;
  }
}
