package govsearch.engine.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EndsTest {

  private static String random(Random random, int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> String.valueOf("法治人".charAt(random.nextInt(3))))
        .collect(Collectors.joining());
  }

  @Test
  void areThoseThatLookingAtEachFinds() throws IOException {
    Random random = new Random(13);
    for (int round = 0; round < 2_000; round++) {
      String collection = random(random, random.nextInt(40));
      String text = random(random, 2 + random.nextInt(8));
      if (collection.contains(text)) {
        continue;
      }
      Ends ends =
          Ends.of(
              text, texts -> List.of(Counted.all(collection.contains(texts.getFirst()) ? 1 : 0)));
      int before = 0;
      int behind = 0;
      for (int length = 1; length < text.length(); length++) {
        before = collection.contains(text.substring(0, length)) ? length : before;
        behind = collection.contains(text.substring(text.length() - length)) ? length : behind;
      }
      assertThat(ends).as("%s in %s", text, collection).isEqualTo(new Ends(before, behind));
    }
  }
}
