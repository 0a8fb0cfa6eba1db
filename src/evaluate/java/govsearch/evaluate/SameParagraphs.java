package govsearch.evaluate;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.report.Ids;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.text.Fingerprints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which paragraphs say the same but for figures and names. Counted once, they are no more worth to
 * a ranking that lists them all than to one that lists the first.
 */
final class SameParagraphs {

  private final Map<String, String> names = new HashMap<>();

  /** Of a whole collection, which is a small one. */
  SameParagraphs(LuceneEngine engine) {
    List<ReportHead> heads = new ArrayList<>();
    engine.everyReport(heads::add);
    Map<Long, String> first = new HashMap<>();
    for (ReportHead head : heads) {
      Report report = engine.report(head.id()).orElseThrow();
      Fingerprints fingerprints = new Fingerprints(head.placeNames());
      for (Paragraph paragraph : report.paragraphs()) {
        String key = Ids.key(head.id(), paragraph.id());
        long print = fingerprints.of(paragraph.text()).whole();
        names.put(key, first.computeIfAbsent(print, any -> key));
      }
    }
  }

  /** A ranking without what says the same as something before it. */
  List<String> once(List<String> ranking, int most) {
    return ranking.stream()
        .map(key -> names.getOrDefault(key, key))
        .distinct()
        .limit(most)
        .toList();
  }

  /** All that say the same as one, itself included. */
  List<String> all(String key) {
    String name = names.getOrDefault(key, key);
    return names.entrySet().stream()
        .filter(one -> one.getValue().equals(name))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Grades of what says the same: the best. */
  Map<String, Integer> once(Map<String, Integer> grades) {
    Map<String, Integer> once = new HashMap<>();
    grades.forEach((key, grade) -> once.merge(names.getOrDefault(key, key), grade, Math::max));
    return once;
  }
}
