package govsearch.engine.lucene.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IndexedBigramsTest {

  private static final char[] CHARACTERS = "甲乙丙丁戊一丂龥!Az0".toCharArray();

  private static List<String> texts(Random random) {
    List<String> texts = new ArrayList<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
      }
      texts.add(text.toString());
    }
    return texts;
  }

  @Test
  void areThoseOfAScan() {
    Random random = new Random(20_261_128);
    for (int round = 0; round < 200; round++) {
      List<String> texts = texts(random);
      IndexedBigrams bigrams = IndexedBigrams.of(texts);
      for (char one : CHARACTERS) {
        TreeSet<Character> behind = new TreeSet<>();
        TreeSet<Character> before = new TreeSet<>();
        for (char other : CHARACTERS) {
          long count = texts.stream().filter(text -> text.contains("" + one + other)).count();
          assertThat(bigrams.count(one, other))
              .as("%s%s in %s", one, other, texts)
              .isEqualTo(count);
          assertThat(bigrams.contains(one, other)).isEqualTo(count > 0);
          if (count > 0) {
            behind.add(other);
          }
          if (texts.stream().anyMatch(text -> text.contains("" + other + one))) {
            before.add(other);
          }
        }
        assertThat(bigrams.has(one)).isEqualTo(!behind.isEmpty() || !before.isEmpty());
        assertThat(bigrams.behind(one)).isEqualTo(joined(behind));
        assertThat(bigrams.before(one)).isEqualTo(joined(before));
      }
    }
  }

  private static String joined(Set<Character> characters) {
    StringBuilder all = new StringBuilder();
    characters.forEach(all::append);
    return all.toString();
  }
}
