package govsearch.engine.lucene.suggest;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Texts that may have been meant, and of some of them how many paragraphs have them. */
final class NearTexts {

  /** Of a text that has not been counted. */
  static final long UNKNOWN = -1;

  private final Map<String, Long> counts = new LinkedHashMap<>();

  /** Adds a text that has not been counted. */
  void add(String text) {
    counts.putIfAbsent(text, UNKNOWN);
  }

  /** Adds texts that have been counted. */
  void addAll(Map<String, Long> counted) {
    counts.putAll(counted);
  }

  void remove(String text) {
    counts.remove(text);
  }

  void removeAll(NearTexts others) {
    counts.keySet().removeAll(others.counts.keySet());
  }

  /** Takes over some of others. */
  void moveFrom(NearTexts others, Predicate<String> wanted) {
    Iterator<Map.Entry<String, Long>> each = others.counts.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, Long> one = each.next();
      if (wanted.test(one.getKey())) {
        counts.merge(one.getKey(), one.getValue(), Math::max); // a known number before none
        each.remove();
      }
    }
  }

  /** Those of a kind. */
  NearTexts where(Predicate<String> wanted) {
    NearTexts some = new NearTexts();
    counts.forEach(
        (text, count) -> {
          if (wanted.test(text)) {
            some.counts.put(text, count);
          }
        });
    return some;
  }

  /** With their numbers, or {@link #UNKNOWN}. */
  Map<String, Long> counts() {
    return counts;
  }
}
