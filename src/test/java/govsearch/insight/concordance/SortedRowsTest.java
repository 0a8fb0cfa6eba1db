package govsearch.insight.concordance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.insight.LineKey;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedRowsTest {

  private static Set<Path> temporary() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith("govsearch-sort"))
          .collect(Collectors.toSet());
    }
  }

  private static LineKey key(Random random, int i) {
    return new LineKey(
        "法治政府建设".substring(random.nextInt(6)), "r" + random.nextInt(5), random.nextInt(9), i);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 999, 1_000, 5_000})
  void rowsComeOutInOrderAsTheyWentIn(int held) throws IOException {
    Set<Path> before = temporary();
    Random random = new Random(held);
    List<LineKey> keys = new ArrayList<>();
    List<List<Object>> found = new ArrayList<>();
    try (SortedRows rows = new SortedRows(held)) {
      for (int i = 0; i < 1_000; i++) {
        LineKey key = key(random, i);
        keys.add(key);
        rows.add(key, Arrays.asList("\uD840\uDC0B" + key, i, i / 2.0, null));
      }
      rows.forEach(found::add);
    }
    keys.sort(Comparator.naturalOrder());
    assertThat(found)
        .isEqualTo(
            keys.stream()
                .map(
                    k ->
                        Arrays.<Object>asList("\uD840\uDC0B" + k, k.start(), k.start() / 2.0, null))
                .toList());
    assertThat(temporary()).isEqualTo(before);
  }

  @Test
  void filesAreGoneAlsoWhenItIsBrokenOff() throws IOException {
    Set<Path> before = temporary();
    assertThatThrownBy(
            () -> {
              try (SortedRows rows = new SortedRows(2)) {
                for (int i = 0; i < 9; i++) {
                  rows.add(new LineKey("a", "r", 1, i), List.of(i));
                }
                rows.forEach(
                    cells -> {
                      throw new IOException("full");
                    });
              }
            })
        .hasMessage("full");
    assertThat(temporary()).isEqualTo(before);
  }

  @Test
  void rowsDoNotStayInMemory() throws IOException {
    List<WeakReference<String>> added = new ArrayList<>();
    try (SortedRows rows = new SortedRows()) {
      for (int i = 0; i < 1_000_000; i++) {
        String text = "第" + i + "行";
        rows.add(new LineKey(text, "r", 1, i), Arrays.asList(text, i));
        if (i % 10_000 == 0) {
          added.add(new WeakReference<>(text));
        }
      }
      System.gc();
      assertThat(added.stream().filter(text -> text.get() != null).count())
          .as("at most a tenth of them waits")
          .isLessThanOrEqualTo(10);
      int[] count = {0};
      rows.forEach(cells -> count[0]++);
      assertThat(count[0]).isEqualTo(1_000_000);
    }
  }
}
