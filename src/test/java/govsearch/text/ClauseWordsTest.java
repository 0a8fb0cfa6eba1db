package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClauseWordsTest {

  @Test
  void knowsTheFirstPlaceOfEachWordOfAClauseHoweverManyThereAre() {
    Random random = new Random(3);
    ClauseWords words = new ClauseWords();
    for (int clause = 0; clause < 300; clause++) {
      words.clear(clause);
      Map<Integer, Integer> first = new HashMap<>();
      int count = random.nextInt(clause % 10 == 0 ? 500 : 12);
      int numbers = 1 + random.nextInt(200);
      for (int place = 0; place < count; place++) {
        int number = random.nextInt(numbers);
        words.add(number, place, place + 2);
        boolean isFirst = first.putIfAbsent(number, place) == null;
        assertThat(words.isFirst(place)).isEqualTo(isFirst);
      }
      assertThat(words.count()).isEqualTo(count);
      for (int number = 0; count > 0 && number < numbers; number++) {
        assertThat(words.hasAll(new int[] {number})).isEqualTo(first.containsKey(number));
        if (first.containsKey(number)) {
          assertThat(words.first(number).start()).isEqualTo(first.get(number));
        }
      }
    }
  }
}
