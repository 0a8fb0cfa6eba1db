package govsearch.engine.lucene.suggest;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Texts that may have been meant, and of some of them how many paragraphs have them. */
final class NearTexts {

  private final Map<String, Counted> counts = new LinkedHashMap<>();

  /** Adds a text that has not been counted. */
  void add(String text) {
    counts.putIfAbsent(text, Counted.UNKNOWN);
  }

  /** Adds texts that have been counted, as far as that goes. */
  void addAll(Map<String, Counted> counted) {
    counts.putAll(counted);
  }

  void remove(String text) {
    counts.remove(text);
  }

  void removeAll(NearTexts others) {
    removeAll(others.counts.keySet());
  }

  void removeAll(Set<String> others) {
    counts.keySet().removeAll(others);
  }

  /** Takes over some of others. */
  void moveFrom(NearTexts others, Predicate<String> wanted) {
    Iterator<Map.Entry<String, Counted>> each = others.counts.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, Counted> one = each.next();
      if (wanted.test(one.getKey())) {
        counts.merge(one.getKey(), one.getValue(), NearTexts::better);
        each.remove();
      }
    }
  }

  /** A known number before none. */
  private static Counted better(Counted one, Counted other) {
    return other.exact() || other.paragraphs() > one.paragraphs() ? other : one;
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

  /** With what is known of their numbers. */
  Map<String, Counted> counts() {
    return counts;
  }
}
