package govsearch.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sentences in which people tell of matters, some of each: what a text is about can be told by
 * which of them it is like, where none of the words of {@link Topics} are in it.
 */
public final class MatterSentences {

  private static final String RESOURCE = "matters-in-sentences.txt";
  private static final String MATTER = "事由：";
  private static final String SENTENCE = "例：";

  /** BM25's usual ones. */
  private static final double K1 = 1.2;

  private static final double B = 0.75;

  /** The likest count most. */
  private static final double SHARPNESS = 3;

  /**
   * A sentence.
   *
   * @param matter its place among them
   */
  public record Sentence(int matter, String text) {}

  private final List<Sentence> all;
  private final int matters;

  /** By pairs of characters how much they tell of each matter that has them. */
  private final Map<String, double[]> weights = new HashMap<>();

  private MatterSentences(List<Sentence> all) {
    this.all = List.copyOf(all);
    this.matters = 1 + all.stream().mapToInt(Sentence::matter).max().orElse(-1);
    weigh();
  }

  /** Those that come with the program. */
  public static MatterSentences builtIn() {
    return BuiltIn.SENTENCES;
  }

  /**
   * Reads a file's text; the resource's head describes the format.
   *
   * @throws IllegalArgumentException where a line is in no known form
   */
  static MatterSentences parse(String text) {
    List<Sentence> sentences = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith(MATTER) && names.add(line)) {
        continue;
      }
      if (line.startsWith(SENTENCE) && !names.isEmpty()) {
        sentences.add(new Sentence(names.size() - 1, line.substring(SENTENCE.length())));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        throw new IllegalArgumentException(line);
      }
    }
    return new MatterSentences(sentences);
  }

  private void weigh() {
    double[] lengths = new double[matters];
    for (Sentence sentence : all) {
      for (String pair : pairs(sentence.text())) {
        weights.computeIfAbsent(pair, any -> new double[matters])[sentence.matter()]++;
        lengths[sentence.matter()]++;
      }
    }
    double average = 0;
    for (double length : lengths) {
      average += length / Math.max(1, matters);
    }
    for (double[] counts : weights.values()) {
      int having = 0;
      for (double count : counts) {
        having += count > 0 ? 1 : 0;
      }
      double rare = Math.log(1 + (matters - having + 0.5) / (having + 0.5));
      for (int i = 0; i < matters; i++) {
        counts[i] = rare * counts[i] / (counts[i] + K1 * (1 - B + B * lengths[i] / average));
      }
    }
  }

  private static List<String> pairs(String text) {
    String literal = Literal.literal(text);
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < literal.length(); i++) {
      if (Character.isLetter(literal.charAt(i)) && Character.isLetter(literal.charAt(i + 1))) {
        pairs.add(literal.substring(i, i + 2));
      }
    }
    return pairs;
  }

  /** All of them, those of one matter together. */
  public List<Sentence> all() {
    return all;
  }

  /** How many matters they tell of. */
  public int matters() {
    return matters;
  }

  /** How much a text is about each of the matters, by the pairs of characters that it shares. */
  public double[] about(String text) {
    Map<String, Integer> counts = new HashMap<>();
    pairs(text).forEach(pair -> counts.merge(pair, 1, Integer::sum));
    double[] about = new double[matters];
    counts.forEach(
        (pair, count) -> {
          double[] tells = weights.get(pair);
          if (tells != null) {
            double counted = 1 + Math.log(count);
            for (int i = 0; i < matters; i++) {
              about[i] += counted * tells[i];
            }
          }
        });
    for (int i = 0; i < matters; i++) {
      about[i] = Math.pow(about[i], SHARPNESS);
    }
    return about;
  }

  private static final class BuiltIn {
    private static final MatterSentences SENTENCES = read();

    private static MatterSentences read() {
      try (InputStream in = MatterSentences.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IOException("missing resource " + RESOURCE);
        }
        return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
