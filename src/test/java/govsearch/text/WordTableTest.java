package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordTableTest {

  private static final String CHARACTERS = "法治政府Ab\uFFFF𠮷";

  @Test
  void findsWhatBeginsAtAnyPlaceAsAWalkOverAllWordsDoes() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      Set<String> words = new LinkedHashSet<>();
      int count = random.nextInt(60);
      for (int i = 0; i < count; i++) {
        words.add(any(random, 1 + random.nextInt(4)));
      }
      WordTable<String> table =
          new WordTable<>(words, word -> word, String[]::new, String[][]::new);
      String text = any(random, random.nextInt(40));
      for (int at = 0; at < text.length(); at++) {
        String rest = text.substring(at);
        List<String> expected = new ArrayList<>();
        for (String word : words) {
          if (word.length() > 1 && rest.length() > 1 && rest.startsWith(word.substring(0, 2))) {
            expected.add(word);
          }
        }
        assertThat(table.at(text, at))
            .containsExactlyInAnyOrderElementsOf(expected)
            .isSortedAccordingTo(Comparator.comparingInt(String::length).reversed());
      }
    }
  }

  private static String any(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }
}
