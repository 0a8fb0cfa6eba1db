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
  private static final class Known implements TextCounter {
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, Long> bounds = new HashMap<>();
    private int counted;

    void add(String text, long count, long bound) {
      counts.put(text, count);
      bounds.put(text, bound);
    }

    @Override
    public List<Counted> of(List<String> literals) {
      counted += literals.size();
      return literals.stream().map(counts::get).map(Counted::all).toList();
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
        .containsExactly(
            new NearText("行政", 9, true),
            new NearText("行政执法", 7, true),
            new NearText("行政执", 7, true));
    assertThat(known.counted).isEqualTo(2);
  }

  /** How many more have 行政执 than 行政执法 is nothing that anybody asks. */
  @Test
  void aPartOfWhatIsInManyIsNotCounted() throws IOException {
    List<String> counted = new ArrayList<>();
    TextCounter counter =
        new TextCounter() {
          @Override
          public List<Counted> of(List<String> literals) {
            counted.addAll(literals);
            return literals.stream().map(one -> Counted.atLeast(500, 80_000)).toList();
          }

          @Override
          public List<Long> atMost(List<String> literals) {
            return literals.stream().map(one -> 81_000L).toList();
          }
        };

    assertThat(MostFrequent.of(counter, unknown(List.of("行政执", "行政执法")), 5))
        .containsExactly(new NearText("行政执法", 500, false), new NearText("行政执", 500, false));
    assertThat(counted).containsExactly("行政执法");
  }

  /** What was met where it was looked for among others is there, though no work is left. */
  @Test
  void whatWasMetNeedNotBeCounted() throws IOException {
    NearTexts near = new NearTexts();
    near.addAll(Map.of("一是坚持", Counted.atLeast(37, 4_000), "一是持续", Counted.atLeast(4, 90)));
    near.add("一是持");
    TextCounter spent = literals -> literals.stream().map(one -> Counted.UNKNOWN).toList();

    assertThat(MostFrequent.of(spent, near, 5))
        .containsExactly(new NearText("一是坚持", 30, false), new NearText("一是持续", 4, false));
  }

  @Test
  void ofThoseInManyTheMostFrequentComesFirst() throws IOException {
    Map<String, Counted> counts =
        Map.of(
            "甲甲", Counted.atLeast(500, 900),
            "乙乙", Counted.atLeast(500, 70_000),
            "丙丙", Counted.all(499));
    TextCounter counter = literals -> literals.stream().map(counts::get).toList();

    assertThat(texts(MostFrequent.of(counter, unknown(counts.keySet()), 5)))
        .containsExactly("乙乙", "甲甲", "丙丙");
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
          near.addAll(Map.of(text, Counted.all(known.counts.get(text))));
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
        .containsExactly(new NearText("文7", 900, true));
    assertThat(known.counted).isLessThan(20);
  }

  @Test
  void whereNothingIsKnownBeforehandAllAreCountedAtOnce() throws IOException {
    List<Integer> asked = new ArrayList<>();
    TextCounter counter =
        literals -> {
          asked.add(literals.size());
          return literals.stream().map(one -> Counted.all(one.length())).toList();
        };

    assertThat(texts(MostFrequent.of(counter, unknown(List.of("甲", "甲乙", "甲乙丙")), 2)))
        .containsExactly("甲乙丙", "甲乙");
    assertThat(asked).containsExactly(3);
  }
}
