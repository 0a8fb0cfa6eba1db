package govsearch.ingest.structure;

import govsearch.ingest.extract.RejectedFileException;
import govsearch.text.Radicals;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into lines and takes out of each what nobody wrote: marks left by converters, control
 * and zero-width characters, indentation; radicals that stand for characters become those. Lines
 * with nothing else are left out.
 */
public final class Lines {

  /** The longest real report has some 500; a file with as many lines as this is something else. */
  public static final int MOST = 20_000;

  private static final Pattern BREAK = Pattern.compile("\\R");
  private static final Pattern CONVERTER_MARK = Pattern.compile("\\[bookmark:[^\\]\\n]{0,80}]");

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private Lines() {}

  /**
   * Cuts.
   *
   * @throws RejectedFileException if no report has so many lines
   */
  public static List<String> of(String text) throws RejectedFileException {
    List<String> raw = new ArrayList<>();
    Matcher lineBreak = BREAK.matcher(text);
    for (int start = 0; start < text.length(); ) {
      boolean found = lineBreak.find(start);
      String line = text.substring(start, found ? lineBreak.start() : text.length());
      if (!clean(line).isEmpty()) {
        raw.add(line);
      }
      if (raw.size() > MOST) {
        throw new RejectedFileException("超过 " + MOST + " 行，不像报告");
      }
      start = found ? lineBreak.end() : text.length();
    }
    return HardBreaks.joined(raw).stream().map(Lines::clean).toList();
  }

  /** One line without noise; what is inside it stays as written. */
  static String clean(String raw) {
    String visible = Radicals.unified(visible(raw));
    if (visible.indexOf('[') >= 0) {
      visible = CONVERTER_MARK.matcher(visible).replaceAll("");
    }
    int start = 0;
    int end = visible.length();
    while (start < end && isSpace(visible.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(visible.charAt(end - 1))) {
      end--;
    }
    return visible.substring(start, end);
  }

  private static String visible(String raw) {
    if (!hasNoise(raw)) {
      return raw;
    }
    StringBuilder out = new StringBuilder(raw.length());
    raw.codePoints().filter(c -> !isNoise(c)).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** A line without any space, as for comparing: titles and names are set letter by letter. */
  public static String squeezed(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (isSpace(line.charAt(i))) {
        return SPACES.matcher(line).replaceAll("");
      }
    }
    return line;
  }

  private static boolean hasNoise(String raw) {
    for (int at = 0; at < raw.length(); ) {
      int codePoint = raw.codePointAt(at);
      if (isNoise(codePoint)) {
        return true;
      }
      at += Character.charCount(codePoint);
    }
    return false;
  }

  private static boolean isNoise(int codePoint) {
    if (codePoint >= 0x4E00 && codePoint <= 0x9FFF) {
      return false; // Han, nearly always
    }
    int type = Character.getType(codePoint);
    return (type == Character.CONTROL && codePoint != '\t') || type == Character.FORMAT;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
