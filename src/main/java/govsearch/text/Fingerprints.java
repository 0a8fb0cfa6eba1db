package govsearch.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Fingerprints by which sentences and paragraphs of different reports are recognised as the same:
 * equal for texts that differ only in figures, in the report's own place names, in numbering,
 * punctuation and writing.
 */
public final class Fingerprints {

  /** A sentence shorter than this is no one's in particular: 现将有关情况报告如下. */
  private static final int SHORTEST = 8;

  private static final Pattern NUMBERING =
      Pattern.compile(
          "^(\\([一二三四五六七八九十0-9]{1,3}\\)|其?[一二三四五六七八九十]{1,3}(是|要|、|,)|第[一二三四五六七八九十]{1,3}[,、]?"
              + "|[0-9]{1,2}[.、](?![0-9]))");
  private static final Pattern FIGURE = Pattern.compile("[0-9]++(?:[.,][0-9]++)*+");
  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}#@]");
  private static final Pattern NAME_END = Pattern.compile("(?:街道|苏木|[省市县区旗镇乡])$");
  private static final String FIGURE_MASK = "#";
  private static final String NAME_MASK = "@";
  private static final int SHORTEST_STEM = 2;

  private final List<String> names;

  /**
   * A sentence.
   *
   * @param at its range in the text
   * @param length of its literal form, for weighing
   */
  public record Sentence(Range at, long fingerprint, int length) {}

  /**
   * Fingerprints of one report's texts.
   *
   * @param ownNames the report's own place names; they are masked, with and without what they end
   *     in (西仓镇, 西仓)
   */
  public Fingerprints(Collection<String> ownNames) {
    List<String> masked = new ArrayList<>();
    for (String name : ownNames) {
      String literal = Literal.literal(name);
      if (literal.isEmpty()) {
        continue; // it would be found between all characters
      }
      masked.add(literal);
      String stem = NAME_END.matcher(literal).replaceFirst("");
      if (stem.length() >= SHORTEST_STEM) {
        masked.add(stem);
      }
    }
    masked.sort(Comparator.comparingInt(String::length).reversed());
    names = List.copyOf(masked);
  }

  /** The sentences of a text that are long enough to be recognised. */
  public List<Sentence> sentences(String text) {
    List<Sentence> sentences = new ArrayList<>();
    for (Range at : Sentences.of(text)) {
      String masked = masked(at.of(text));
      if (masked.length() >= SHORTEST) {
        sentences.add(new Sentence(at, hash(masked), masked.length()));
      }
    }
    return sentences;
  }

  /** The fingerprint of a whole paragraph, however short. */
  public long paragraph(String text) {
    return hash(masked(text));
  }

  /** Length of a paragraph's masked text, of which its sentences' lengths are parts. */
  public int length(String text) {
    return masked(text).length();
  }

  private String masked(String text) {
    String literal = NUMBERING.matcher(Literal.literal(text)).replaceFirst("");
    for (String name : names) {
      literal = literal.replace(name, NAME_MASK);
    }
    literal = FIGURE.matcher(literal).replaceAll(FIGURE_MASK);
    return PUNCTUATION.matcher(literal).replaceAll("");
  }

  private static long hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
