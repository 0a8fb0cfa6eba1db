package govsearch.text;

import govsearch.text.TopicsFile.Cue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What kind of matter a text is about, told by words that go with it. Unlike a wording of the
 * {@link Thesaurus} none of these stands for another: 包工头, 白条 and 工棚 only tell that it is about
 * wages.
 */
public final class Topics {

  private static final String RESOURCE = "topics.txt";
  private static final String AS_TOLD = "topics-told.txt";

  /** What a text must have of a topic: a word that tells by itself, or two that tell together. */
  private static final int LEAST = 2;

  private final List<String> names;

  private final WordTable<Numbered> table;

  /** Those of one character, by that; hardly any character is one. */
  private final Map<Character, List<Numbered>> single = new HashMap<>();

  private final BitSet singles = new BitSet();

  /** How many words there are, one for two topics counted twice. */
  private final int words;

  /** A word of a topic with its place among all. */
  private record Numbered(Cue cue, int number) {}

  private Topics(TopicsFile file) {
    names = List.copyOf(file.names());
    List<Numbered> cues = new ArrayList<>();
    file.cues().forEach(cue -> cues.add(new Numbered(cue, cues.size())));
    words = cues.size();
    table = new WordTable<>(cues, one -> one.cue().word(), Numbered[]::new, Numbered[][]::new);
    for (Numbered one : cues) {
      if (one.cue().word().length() == 1) {
        char word = one.cue().word().charAt(0);
        single.computeIfAbsent(word, any -> new ArrayList<>(1)).add(one);
        singles.set(word);
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
   *
   * @return of each topic, in the order of {@link #names()}
   */
  public double[] shares(String text) {
    double[] sums = new double[names.size()];
    find(Literal.literal(text), cue -> sums[cue.topic()] += cue.share());
    return sums;
  }

  /** Tells of each word once, but of none that lies in a longer one of its topic. */
  private void find(String literal, Consumer<Cue> found) {
    int[] ends = new int[names.size()];
    long[] seen = new long[words / Long.SIZE + 1]; // by their numbers, a bit each
    for (int at = 0; at < literal.length(); at++) {
      for (Numbered one : table.at(literal, at)) {
        if (literal.startsWith(one.cue().word(), at)) {
          find(one, at, ends, seen, found);
        }
      }
      if (singles.get(literal.charAt(at))) {
        for (Numbered one : single.getOrDefault(literal.charAt(at), List.of())) {
          find(one, at, ends, seen, found);
        }
      }
    }
  }

  private static void find(Numbered one, int at, int[] ends, long[] seen, Consumer<Cue> found) {
    Cue cue = one.cue();
    int end = at + cue.word().length();
    if (end > ends[cue.topic()]) {
      ends[cue.topic()] = end;
      long bit = 1L << one.number();
      if ((seen[one.number() / Long.SIZE] & bit) == 0) {
        seen[one.number() / Long.SIZE] |= bit;
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
