package govsearch.engine.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneEditTest {

  private static final String LETTERS = "法治人";

  private static String random(Random random, int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
        .collect(Collectors.joining());
  }

  /** Every text that one edit makes of one. */
  private static Set<String> edits(String text) {
    Set<String> edits = new HashSet<>();
    for (int at = 0; at <= text.length(); at++) {
      for (int letter = 0; letter < LETTERS.length(); letter++) {
        char other = LETTERS.charAt(letter);
        edits.add(text.substring(0, at) + other + text.substring(at));
        if (at < text.length()) {
          edits.add(text.substring(0, at) + other + text.substring(at + 1));
        }
      }
      if (at < text.length()) {
        edits.add(text.substring(0, at) + text.substring(at + 1));
      }
      if (at + 1 < text.length()) {
        edits.add(
            text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2));
      }
    }
    edits.remove(text);
    return edits;
  }

  @Test
  void findsWhatMakingEveryEditFinds() {
    Random random = new Random(20_261_128);
    int found = 0;
    for (int round = 0; round < 400; round++) {
      List<String> texts =
          IntStream.range(0, 30)
              .mapToObj(i -> random(random, 1 + random.nextInt(6)))
              .distinct()
              .toList();
      OneEdit oneEdit = new OneEdit(texts);
      String text = random(random, 1 + random.nextInt(6));
      Set<String> edits = edits(text);

      Set<String> near = oneEdit.near(text);
      assertThat(near)
          .as("%s among %s", text, texts)
          .isEqualTo(texts.stream().filter(edits::contains).collect(Collectors.toSet()));
      found += near.size();
    }
    assertThat(found).isGreaterThan(500);
  }

  @ParameterizedTest
  @CsvSource({
    "行政执鱼, 行政执法, true",
    "行政执, 行政执法, true",
    "行政执执法, 行政执法, true",
    "行政法执, 行政执法, true",
    "行政执法, 行政执法, false",
    "执政行法, 行政执法, false",
    "行政, 行政执法, false",
    "行改执鱼, 行政执法, false",
  })
  void differsByOneEdit(String one, String other, boolean isOneEdit) {
    assertThat(OneEdit.isOneEdit(one, other)).isEqualTo(isOneEdit);
    assertThat(OneEdit.isOneEdit(other, one)).isEqualTo(isOneEdit);
  }

  @Test
  void whatIsLongerThanAnybodyTypesIsLeftOut() {
    String longest = "法".repeat(21);
    OneEdit oneEdit = new OneEdit(List.of(longest, "法".repeat(22)));

    assertThat(oneEdit.near("法".repeat(20))).containsExactly(longest);
    assertThat(oneEdit.near("法".repeat(23))).isEmpty();
  }
}
