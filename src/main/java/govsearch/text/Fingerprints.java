package govsearch.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints by which sentences and paragraphs of different reports are recognised as the same:
 * equal for texts that differ only in figures, in the report's own place names, in numbering,
 * punctuation and writing.
 */
public final class Fingerprints {

  /**
   * With ten million different paragraphs (the whole country over ten years) two of them meet in so
   * many with a chance of one in six; each bit more is a megabit more for a million paragraphs.
   */
  public static final int WHOLE_BITS = 48;

  /** A sentence shorter than this is no one's in particular: 现将有关情况报告如下. */
  private static final int SHORTEST = 8;

  private static final Pattern NUMBERING =
      Pattern.compile(
          "^(\\([一二三四五六七八九十0-9]{1,3}\\)|其?[一二三四五六七八九十]{1,3}(是|要|、|,)|第[一二三四五六七八九十]{1,3}[,、]?"
              + "|[0-9]{1,2}[.、](?![0-9]))");
  private static final String NUMBERING_BEGINS = "(其第一二三四五六七八九十0123456789";
  private static final Pattern NAME_END = Pattern.compile("(?:街道|苏木|[省市县区旗镇乡])$");
  private static final char FIGURE_MASK = '#';
  private static final char NAME_MASK = '@';
  private static final int SHORTEST_STEM = 2;

  private final String[] names;

  /**
   * A sentence.
   *
   * @param at its range in the text
   * @param length of its masked text, for weighing
   */
  public record Sentence(Range at, long fingerprint, int length) {}

  /**
   * A paragraph's fingerprints.
   *
   * @param whole of all its text, however short; {@value #WHOLE_BITS} bits
   * @param length of its masked text, of which the sentences' lengths are parts
   * @param sentences those that are long enough to be recognised
   */
  public record Prints(long whole, int length, List<Sentence> sentences) {
    public Prints {
      sentences = List.copyOf(sentences);
    }
  }

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
    names = masked.toArray(String[]::new);
  }

  /** A paragraph's fingerprints. */
  public Prints of(String text) {
    return of(text, Literal.of(text));
  }

  /**
   * A paragraph's fingerprints.
   *
   * @param literal the literal form of the text
   */
  public Prints of(String text, FoldedText literal) {
    List<Sentence> sentences = new ArrayList<>();
    Mask mask = new Mask(literal.text());
    for (Range at : Sentences.of(text)) {
      int from = mask.length;
      mask.add(literal.folded(at));
      if (mask.length - from >= SHORTEST) {
        sentences.add(new Sentence(at, mask.hash(from), mask.length - from));
      }
    }
    return new Prints(mask.hash(0) >>> (Long.SIZE - WHOLE_BITS), mask.length, sentences);
  }

  /** The sentences of a text that are long enough to be recognised. */
  public List<Sentence> sentences(String text) {
    return of(text).sentences();
  }

  /** The fingerprint of a whole paragraph, however short. */
  public long paragraph(String text) {
    return of(text).whole();
  }

  /** What is left of a literal text when it is masked, sentence after sentence. */
  private final class Mask {
    private final String literal;
    private final Matcher numbering;
    private byte[] bytes;

    /** In UTF-16 units. */
    private int length;

    Mask(String literal) {
      this.literal = literal;
      this.numbering = NUMBERING.matcher(literal);
      this.bytes = new byte[2 * literal.length()];
    }

    void add(Range sentence) {
      int end = sentence.end();
      int at = sentence.start();
      if (NUMBERING_BEGINS.indexOf(literal.charAt(at)) >= 0
          && numbering.region(at, end).lookingAt()) {
        at = numbering.end();
      }
      while (at < end) {
        char c = literal.charAt(at);
        String name = nameAt(at, end);
        if (name != null) {
          put(NAME_MASK);
          at += name.length();
        } else if (isDigit(c)) {
          put(FIGURE_MASK);
          at = figureEnd(at, end);
        } else if (Character.isSurrogate(c)) {
          if (Character.isLetterOrDigit(literal.codePointAt(at))) {
            put(c);
            put(literal.charAt(Math.min(at + 1, literal.length() - 1)));
          }
          at += Character.charCount(literal.codePointAt(at));
        } else {
          if (isContent(c)) {
            put(c);
          }
          at++;
        }
      }
    }

    private @Nullable String nameAt(int at, int end) {
      for (String name : names) {
        if (literal.charAt(at) == name.charAt(0)
            && at + name.length() <= end
            && literal.startsWith(name, at)) {
          return name;
        }
      }
      return null;
    }

    /** The end of 1,234.5 from its first digit on. */
    private int figureEnd(int from, int end) {
      int at = from + 1;
      while (at < end
          && (isDigit(literal.charAt(at))
              || (at + 1 < end
                  && (literal.charAt(at) == '.' || literal.charAt(at) == ',')
                  && isDigit(literal.charAt(at + 1))))) {
        at++;
      }
      return at;
    }

    private void put(char c) {
      if (2 * length == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(16, 2 * bytes.length));
      }
      bytes[2 * length] = (byte) (c >>> 8);
      bytes[2 * length + 1] = (byte) c;
      length++;
    }

    long hash(int from) {
      return MurmurHash3.hash128x64(bytes, 2 * from, 2 * (length - from), 0)[0];
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isContent(char c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || c == FIGURE_MASK
        || c == NAME_MASK
        || Character.isLetter(c)
        || isNumber(c);
  }

  private static boolean isNumber(char c) {
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }
}
