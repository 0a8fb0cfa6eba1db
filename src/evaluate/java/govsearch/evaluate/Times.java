package govsearch.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How long something took, again and again, in milliseconds. */
final class Times {
  private static final double MILLION = 1e6;

  private final List<Double> millis = new ArrayList<>();

  /** Does something once more; gives how long it took. */
  double of(LongSupplier work) {
    long start = System.nanoTime();
    var unused = work.getAsLong();
    double took = (System.nanoTime() - start) / MILLION;
    add(took);
    return took;
  }

  void add(double one) {
    millis.add(one);
  }

  void clear() {
    millis.clear();
  }

  private double at(int percent) {
    return millis.stream().sorted().skip(millis.size() * percent / 100).findFirst().orElse(0.0);
  }

  void print(String who, Times beside) {
    System.out.printf(
        Locale.ROOT,
        "%s：%d 次，中位数 %.1f 毫秒（普通查询的 %.2f 倍），第 95 百分位 %.1f 毫秒（%.2f 倍）%n",
        who,
        millis.size(),
        at(50),
        at(50) / beside.at(50),
        at(95),
        at(95) / beside.at(95));
  }
}
