package govsearch.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.text.Literal;
import govsearch.text.Quantities;
import govsearch.text.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The sentences of {@code figures/sentences.tsv}, and the figures that a reader gives in each. */
class FigureSentencesTest {

  private static final Path SENTENCES =
      Path.of("src", "test", "resources", "figures", "sentences.tsv");
  private static final double LEAST = 0.98;

  @Test
  void everyPhraseHasTheFiguresThatAReaderGivesIt() throws IOException {
    int wanted = 0;
    int given = 0;
    int right = 0;
    List<String> faults = new ArrayList<>();
    for (String row : Files.readAllLines(SENTENCES)) {
      if (row.startsWith("#") || row.isBlank()) {
        continue;
      }
      String[] cells = row.split("\t");
      List<String> want = cells[2].equals("-") ? List.of() : List.of(cells[2].split(","));
      List<String> got = figures(cells[0], cells[1]);
      wanted += want.size();
      given += got.size();
      right += (int) got.stream().filter(want::contains).count();
      if (!got.equals(want)) {
        faults.add(row + " but " + got);
      }
    }
    assertThat(wanted).isGreaterThan(60);
    assertThat((double) right / given).as("precision; %s", faults).isGreaterThanOrEqualTo(LEAST);
    assertThat((double) right / wanted).as("recall; %s", faults).isGreaterThanOrEqualTo(LEAST);
  }

  private static List<String> figures(String sentence, String phrase) {
    List<Quantity> quantities = Quantities.of(sentence);
    if (phrase.equals("*")) {
      return quantities.stream().map(FigureSentencesTest::shown).toList();
    }
    var at = Literal.of(sentence).occurrences(Literal.literal(phrase)).getFirst();
    return new Attachment(sentence, quantities)
        .of(at).stream().map(FigureSentencesTest::shown).collect(Collectors.toList());
  }

  private static String shown(Attached attached) {
    return (attached.target() ? ">" : "")
        + (attached.before() == null ? "" : shown(attached.before()) + "→")
        + shown(attached.quantity());
  }

  private static String shown(Quantity quantity) {
    return quantity.value().toPlainString() + quantity.normalUnit();
  }
}
