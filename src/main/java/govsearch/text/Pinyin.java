package govsearch.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds Chinese text by what is typed of its sound: whole syllables (falvmingbai), initials
 * (flmbr), both mixed, the last syllable as far as it is typed; characters stand for themselves, so
 * that 法律mbr works too. Every reading that a character has in the standard dictionaries is tried,
 * tones aside: 重庆 is found by chongqing and by zhongqing.
 *
 * <p>The readings are Unicode data (Unihan) as a resource.
 */
public final class Pinyin {

  private static final String RESOURCE = "pinyin.txt";

  private static final Pattern APOSTROPHE = Pattern.compile("['’‘`´-]");
  private static final Pattern WITH_DOTS = Pattern.compile("[uU]\u0308");
  private static final Pattern TONE = Pattern.compile("(?<=[a-zA-Z])\\p{Mn}++");
  private static final Pattern YU = Pattern.compile("(?<=[ln])yu");

  private static final int LONGEST_SYLLABLE = 6;

  /** So few letters can be tried in every way sooner than what failed can be noted. */
  private static final int SHORT = 6;

  /** Readings by BMP character; null for those that have none. */
  private static final String[][] READINGS = new String[Character.MIN_SUPPLEMENTARY_CODE_POINT][];

  private static final Map<String, String> BY_READING = new HashMap<>();

  static {
    load();
  }

  private Pinyin() {}

  /**
   * What is typed, as {@link #find} takes it: in literal form without tones, apostrophes and other
   * marks between syllables; {@code v} for ü.
   */
  public static String typed(String text) {
    String apart =
        Normalizer.normalize(APOSTROPHE.matcher(text).replaceAll(""), Normalizer.Form.NFD);
    String plain = TONE.matcher(WITH_DOTS.matcher(apart).replaceAll("v")).replaceAll("");
    return YU.matcher(Literal.literal(plain).toLowerCase(Locale.ROOT)).replaceAll("v");
  }

  /** The readings of a character, without tones; empty if it has none. */
  public static List<String> readings(int codePoint) {
    String[] readings = Character.isBmpCodePoint(codePoint) ? READINGS[codePoint] : null;
    return readings == null ? List.of() : List.of(readings);
  }

  /** The characters that share a reading with one, itself included; empty if it has none. */
  public static String soundingLike(char character) {
    StringBuilder alike = new StringBuilder();
    readings(character).forEach(reading -> alike.append(BY_READING.get(reading)));
    return alike.toString();
  }

  /** Whether two literal texts can be read alike, character by character. */
  public static boolean soundAlike(String one, String other) {
    if (one.length() != other.length()) {
      return false;
    }
    for (int i = 0; i < one.length(); i++) {
      if (one.charAt(i) != other.charAt(i)
          && readings(one.charAt(i)).stream().noneMatch(readings(other.charAt(i))::contains)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The first place in a literal text that may be meant by what is typed.
   *
   * @param typed see {@link #typed}
   */
  public static Optional<Range> find(String typed, String literal) {
    for (int start = 0; start < literal.length() && !typed.isEmpty(); start++) {
      if (typed.length() > LONGEST_SYLLABLE * (literal.length() - start)) {
        break;
      }
      if (begins(typed.charAt(0), literal.charAt(start))) {
        int end = new Match(typed, literal).end(0, start);
        if (end >= 0) {
          return Optional.of(new Range(start, end));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a typed character may begin to stand for a character of a text. */
  private static boolean begins(char typed, char character) {
    if (typed == character) {
      return true;
    }
    String[] readings = READINGS[character];
    if (readings != null) {
      for (String reading : readings) {
        if (reading.charAt(0) == typed) {
          return true;
        }
      }
    }
    return false;
  }

  /** One comparison; what failed once is not tried again, so that it takes linear time. */
  private static final class Match {
    private final String typed;
    private final String literal;
    private @Nullable BitSet failed;

    Match(String typed, String literal) {
      this.typed = typed;
      this.literal = literal;
    }

    /** Where in the text the rest of what is typed ends; -1 if it does not fit. */
    int end(int from, int at) {
      if (from == typed.length()) {
        return at;
      }
      if (at == literal.length() || (failed != null && failed.get(at * typed.length() + from))) {
        return -1;
      }
      int end = tried(from, at);
      if (end < 0 && typed.length() > SHORT) {
        failed = failed == null ? new BitSet() : failed;
        failed.set(at * typed.length() + from);
      }
      return end;
    }

    private int tried(int from, int at) {
      char character = literal.charAt(at);
      if (typed.charAt(from) == character) {
        return end(from + 1, at + 1);
      }
      if (!Character.isLetterOrDigit(character)) {
        return end(from, at + 1); // nobody types the marks within a name
      }
      String[] readings = READINGS[character];
      for (int i = 0; readings != null && i < readings.length; i++) {
        int end = read(readings[i], from, at);
        if (end >= 0) {
          return end;
        }
      }
      return -1;
    }

    private int read(String reading, int from, int at) {
      int common = 0;
      while (common < reading.length()
          && from + common < typed.length()
          && same(typed.charAt(from + common), reading.charAt(common))) {
        common++;
      }
      if (common == 0) {
        return -1;
      }
      if (from + common == typed.length()) {
        return at + 1;
      }
      int end = common == reading.length() ? end(from + common, at + 1) : -1;
      boolean twoLetters = common > 1 && reading.charAt(1) == 'h';
      if (end < 0 && twoLetters) {
        end = end(from + 2, at + 1);
      }
      return end < 0 ? end(from + 1, at + 1) : end;
    }

    /** Who has no ü at hand types u. */
    private static boolean same(char typed, char read) {
      return typed == read || (typed == 'u' && read == 'v');
    }
  }

  private static void load() {
    try (InputStream in = Pinyin.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + RESOURCE);
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
      lines.filter(line -> !line.startsWith("#")).forEach(Pinyin::add);
      addFolded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is compared is folded: 乾 of 乾潭镇 stands as 干 there, which is then read qian too. */
  private static void addFolded() {
    for (int character = 0; character < READINGS.length; character++) {
      int folded = HanVariants.simplified(character);
      if (READINGS[character] == null || folded == character || folded >= READINGS.length) {
        continue;
      }
      for (String syllable : READINGS[character].clone()) {
        if (READINGS[folded] == null || !List.of(READINGS[folded]).contains(syllable)) {
          add(syllable, (char) folded);
          BY_READING.merge(syllable, Character.toString(folded), String::concat);
        }
      }
    }
  }

  /** Reads a line: a syllable, a space, the characters that are read so. */
  private static void add(String line) {
    int space = line.indexOf(' ');
    String syllable = line.substring(0, space);
    BY_READING.put(syllable, line.substring(space + 1));
    for (char character : line.substring(space + 1).toCharArray()) {
      add(syllable, character);
    }
  }

  private static void add(String syllable, char character) {
    String[] known = READINGS[character];
    String[] more = new String[known == null ? 1 : known.length + 1];
    if (known != null) {
      System.arraycopy(known, 0, more, 0, known.length);
    }
    more[more.length - 1] = syllable;
    READINGS[character] = more;
  }
}
