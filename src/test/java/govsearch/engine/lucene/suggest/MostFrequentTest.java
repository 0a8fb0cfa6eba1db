package govsearch.engine.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.NearText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MostFrequentTest {

  /** Counts that are known, and bounds that are somewhere above them. */
  private static final class Known implements NearestTexts.Counter {
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, Long> bounds = new HashMap<>();
    private int counted;

    void add(String text, long count, long bound) {
      counts.put(text, count);
      bounds.put(text, bound);
    }

    @Override
    public List<Long> of(List<String> literals) {
      counted += literals.size();
      return literals.stream().map(counts::get).toList();
    }

    @Override
    public List<Long> atMost(List<String> literals) {
      return literals.stream().map(bounds::get).toList();
    }

    List<String> scanned(int most) {
      return counts.entrySet().stream()
          .filter(one -> one.getValue() > 0)
          .sorted(
              Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(most)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  private static List<String> texts(List<NearText> near) {
    return near.stream().map(NearText::text).toList();
  }

  private static NearTexts unknown(Iterable<String> texts) {
    NearTexts near = new NearTexts();
    texts.forEach(near::add);
    return near;
  }

  /** Whatever has 行政执法 has 行政执, which no more paragraphs can have. */
  @Test
  void whatFollowsFromALongerTextIsNotCounted() throws IOException {
    Known known = new Known();
    known.add("行政执", 7, 7);
    known.add("行政执法", 7, 7);
    known.add("行政", 9, 12);

    assertThat(MostFrequent.of(known, unknown(List.of("行政执", "行政执法", "行政")), 5))
        .containsExactly(new NearText("行政", 9), new NearText("行政执", 7), new NearText("行政执法", 7));
    assertThat(known.counted).isEqualTo(2);
  }

  @Test
  void findsWhatCountingAllFinds() throws IOException {
    Random random = new Random(20_261_128);
    for (int round = 0; round < 300; round++) {
      Known known = new Known();
      int texts = random.nextInt(60);
      for (int i = 0; i < texts; i++) {
        long count = random.nextInt(5); // many of the same count, some that are nowhere
        known.add("文" + (char) ('一' + i), count, count + random.nextInt(3));
      }
      List<String> all = new ArrayList<>(known.counts.keySet());
      int most = random.nextInt(6);

      NearTexts near = new NearTexts();
      for (String text : all) {
        if (random.nextInt(3) == 0) {
          near.addAll(Map.of(text, known.counts.get(text)));
        } else {
          near.add(text);
        }
      }
      assertThat(texts(MostFrequent.of(known, near, most))).isEqualTo(known.scanned(most));
    }
  }

  @Test
  void countsNoMoreThanMayBeAmongTheFirst() throws IOException {
    Known known = new Known();
    for (int i = 0; i < 400; i++) {
      known.add("文" + i, i == 7 ? 900 : 1, i == 7 ? 1_000 : 400 - i);
    }

    assertThat(MostFrequent.of(known, unknown(known.counts.keySet()), 1))
        .containsExactly(new NearText("文7", 900));
    assertThat(known.counted).isLessThan(20);
  }

  @Test
  void whereNothingIsKnownBeforehandAllAreCountedAtOnce() throws IOException {
    List<Integer> asked = new ArrayList<>();
    NearestTexts.Counter counter =
        literals -> {
          asked.add(literals.size());
          return literals.stream().map(one -> (long) one.length()).toList();
        };

    assertThat(texts(MostFrequent.of(counter, unknown(List.of("甲", "甲乙", "甲乙丙")), 2)))
        .containsExactly("甲乙丙", "甲乙");
    assertThat(asked).containsExactly(3);
  }
}
