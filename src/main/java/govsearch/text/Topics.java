package govsearch.text;

import govsearch.text.TopicsFile.Cue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What kind of matter a text is about, told by words that go with it. Unlike a wording of the
 * {@link Thesaurus} none of these stands for another: 包工头, 白条 and 工棚 only tell that it is about
 * wages.
 */
public final class Topics {

  private static final String RESOURCE = "topics.txt";
  private static final String AS_TOLD = "topics-told.txt";
  private static final Cue[] NONE = {};

  /** What a text must have of a topic: a word that tells by itself, or two that tell together. */
  private static final int LEAST = 2;

  private final List<String> names;

  /** By their first two characters, longer ones first, in a table that is open. */
  private final Cue[][] byBeginning;

  /** Those of one character. */
  private final Map<Character, List<Cue>> single = new HashMap<>();

  private Topics(TopicsFile file) {
    names = List.copyOf(file.names());
    List<Cue> cues = file.cues();
    Map<Integer, List<Cue>> longer =
        cues.stream()
            .filter(cue -> cue.word().length() > 1)
            .sorted(Comparator.comparingInt((Cue cue) -> cue.word().length()).reversed())
            .collect(Collectors.groupingBy(cue -> beginning(cue.word(), 0)));
    byBeginning = new Cue[Math.max(2, Integer.highestOneBit(longer.size()) * 8)][];
    longer.forEach(
        (beginning, some) -> {
          int slot = slot(beginning);
          while (byBeginning[slot] != null) {
            slot = (slot + 1) & (byBeginning.length - 1);
          }
          byBeginning[slot] = some.toArray(Cue[]::new);
        });
    for (Cue cue : cues) {
      if (cue.word().length() == 1) {
        single.computeIfAbsent(cue.word().charAt(0), any -> new ArrayList<>(1)).add(cue);
      }
    }
  }

  /** Those that come with the program. */
  public static Topics builtIn() {
    return BuiltIn.TOPICS;
  }

  /**
   * The same and more, by the words in which people tell of them too: for problems and what is
   * planned against them, which are short and few. A paragraph of any kind says such words by
   * chance.
   */
  public static Topics asTold() {
    return AsTold.TOPICS;
  }

  /**
   * Reads a file's text.
   *
   * @throws IllegalArgumentException where a line is in no known form
   */
  static Topics parse(String text) {
    return new Topics(new TopicsFile(text));
  }

  private static int beginning(String text, int at) {
    return text.charAt(at) << Character.SIZE | text.charAt(at + 1);
  }

  private int slot(int beginning) {
    int mixed = beginning * 0x9E3779B1;
    return (mixed ^ mixed >>> 16) & (byBeginning.length - 1);
  }

  private Cue[] beginningAt(String literal, int at) {
    if (at + 1 < literal.length()) {
      int beginning = beginning(literal, at);
      for (int slot = slot(beginning);
          byBeginning[slot] != null;
          slot = (slot + 1) & (byBeginning.length - 1)) {
        if (beginning(byBeginning[slot][0].word(), 0) == beginning) {
          return byBeginning[slot];
        }
      }
    }
    return NONE;
  }

  /** Their names, in the order of the file. */
  public List<String> names() {
    return names;
  }

  /** As {@link #of(FoldedText)}, of any text. */
  public Map<String, Integer> of(String text) {
    return ofLiteral(Literal.literal(text));
  }

  /** What a text is about, with how much it says of that: at least 2. */
  public Map<String, Integer> of(FoldedText literal) {
    return ofLiteral(literal.text());
  }

  /** The same, of a text in its literal form. */
  public Map<String, Integer> ofLiteral(String literal) {
    int[] sums = new int[names.size()];
    find(literal, cue -> sums[cue.topic()] += cue.weight());
    Map<String, Integer> topics = new LinkedHashMap<>();
    for (int topic = 0; topic < sums.length; topic++) {
      if (sums[topic] >= LEAST) {
        topics.put(names.get(topic), sums[topic]);
      }
    }
    return topics;
  }

  /**
   * What a text may be about, by any word that goes with it: each is worth less the more topics it
   * goes with.
   */
  public Map<String, Double> shares(String text) {
    double[] sums = new double[names.size()];
    find(Literal.literal(text), cue -> sums[cue.topic()] += cue.share());
    Map<String, Double> topics = new LinkedHashMap<>();
    for (int topic = 0; topic < sums.length; topic++) {
      if (sums[topic] > 0) {
        topics.put(names.get(topic), sums[topic]);
      }
    }
    return topics;
  }

  /** Tells of each word once, but of none that lies in a longer one of its topic. */
  private void find(String literal, Consumer<Cue> found) {
    int[] ends = new int[names.size()];
    Set<Cue> seen = new HashSet<>();
    for (int at = 0; at < literal.length(); at++) {
      for (Cue cue : beginningAt(literal, at)) {
        if (literal.startsWith(cue.word(), at)) {
          find(cue, at, ends, seen, found);
        }
      }
      for (Cue cue : single.getOrDefault(literal.charAt(at), List.of())) {
        find(cue, at, ends, seen, found);
      }
    }
  }

  private static void find(Cue cue, int at, int[] ends, Set<Cue> seen, Consumer<Cue> found) {
    int end = at + cue.word().length();
    if (end > ends[cue.topic()]) {
      ends[cue.topic()] = end;
      if (seen.add(cue)) {
        found.accept(cue);
      }
    }
  }

  private static Topics read(String... resources) {
    StringBuilder text = new StringBuilder();
    for (String resource : resources) {
      try (InputStream in = Topics.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IOException("missing resource " + resource);
        }
        text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return parse(text.toString());
  }

  private static final class BuiltIn {
    private static final Topics TOPICS = read(RESOURCE);
  }

  private static final class AsTold {
    private static final Topics TOPICS = read(RESOURCE, AS_TOLD);
  }
}
