package govsearch.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads topics and the words that tell of them; the resource's head describes the format. */
final class TopicsFile {

  private static final String TOPIC = "事由：";
  private static final String CUES = "词：";
  private static final String WEAK_CUES = "旁词：";
  private static final int STRONG = 2;
  private static final int WEAK = 1;

  /**
   * A word that tells of a topic.
   *
   * @param topic its place among the names
   * @param weight 2 for one that tells by itself
   * @param share the same, less for a word that tells of several topics
   */
  record Cue(int topic, String word, int weight, double share) {}

  private final List<String> names = new ArrayList<>();
  private final List<Cue> cues = new ArrayList<>();
  private final Map<String, Integer> having = new HashMap<>();

  /** The topic whose words are read. */
  private int current;

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException where a line is in no known form
   */
  TopicsFile(String text) {
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(this::add);
  }

  private void add(String line) {
    if (line.startsWith(TOPIC)) {
      begin(line.substring(TOPIC.length()));
    } else if (names.isEmpty()) {
      throw new IllegalArgumentException("no topic yet: " + line);
    } else if (line.startsWith(CUES)) {
      add(line.substring(CUES.length()), STRONG);
    } else if (line.startsWith(WEAK_CUES)) {
      add(line.substring(WEAK_CUES.length()), WEAK);
    } else {
      throw new IllegalArgumentException(line);
    }
  }

  /** A topic that was there before is gone on with. */
  private void begin(String name) {
    current = names.indexOf(name);
    if (current < 0) {
      current = names.size();
      names.add(name);
    }
  }

  private void add(String words, int weight) {
    for (String one : words.split("、", -1)) {
      String word = Literal.literal(one);
      if (word.isEmpty()) {
        throw new IllegalArgumentException("an empty word: " + words);
      }
      cues.add(new Cue(current, word, weight, weight));
    }
  }

  List<String> names() {
    return names;
  }

  /** The words, each once for each of its topics, with what it tells of it the most. */
  List<Cue> cues() {
    record Of(int topic, String word) {}
    Map<Of, Cue> best = new LinkedHashMap<>();
    for (Cue cue : cues) {
      best.merge(new Of(cue.topic(), cue.word()), cue, (a, b) -> a.weight() < b.weight() ? b : a);
    }
    best.keySet().forEach(of -> having.merge(of.word(), 1, Integer::sum));
    return best.values().stream()
        .map(
            cue -> {
              double share = cue.weight() / Math.sqrt(having.getOrDefault(cue.word(), 1));
              return new Cue(cue.topic(), cue.word(), cue.weight(), share);
            })
        .toList();
  }
}
