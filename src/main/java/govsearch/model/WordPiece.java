package govsearch.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * BERT's tokenizer (Devlin et al. 2019; WordPiece of Schuster and Nakajima 2012): text is cleaned,
 * Han characters and punctuation stand by themselves, and each other word is cut into the longest
 * pieces that the vocabulary has, from the left.
 */
final class WordPiece {

  private static final String BEGIN = "[CLS]";
  private static final String END = "[SEP]";
  private static final String UNKNOWN = "[UNK]";
  private static final String INNER = "##";

  /** A longer word is unknown as a whole, as in the original. */
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> vocabulary;
  private final boolean lowerCase;
  private final int begin;
  private final int end;
  private final int unknown;

  /**
   * A tokenizer.
   *
   * @param lowerCase whether case and accents are dropped
   * @throws IllegalArgumentException if the vocabulary is none of BERT's
   */
  WordPiece(Map<String, Integer> vocabulary, boolean lowerCase) {
    this.vocabulary = Map.copyOf(vocabulary);
    this.lowerCase = lowerCase;
    this.begin = number(BEGIN);
    this.end = number(END);
    this.unknown = number(UNKNOWN);
  }

  private int number(String piece) {
    Integer number = vocabulary.get(piece);
    if (number == null) {
      throw new IllegalArgumentException("no " + piece + " in the vocabulary");
    }
    return number;
  }

  /**
   * The numbers of a text's pieces between those that begin and end every text.
   *
   * @param most how many at the most, those two included
   */
  long[] encode(String text, int most) {
    List<Integer> pieces = new ArrayList<>();
    pieces.add(begin);
    for (String word : words(text)) {
      if (pieces.size() >= most - 1) {
        break;
      }
      addPieces(word, pieces);
    }
    List<Integer> kept = pieces.subList(0, Math.min(pieces.size(), most - 1));
    long[] numbers = new long[kept.size() + 1];
    for (int i = 0; i < kept.size(); i++) {
      numbers[i] = kept.get(i);
    }
    numbers[kept.size()] = end;
    return numbers;
  }

  private List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String cleaned = lowerCase ? withoutAccents(text.toLowerCase(Locale.ROOT)) : text;
    cleaned
        .codePoints()
        .forEach(
            c -> {
              if (isDropped(c)) {
                return;
              }
              boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
              boolean alone = isHan(c) || isPunctuation(c);
              if ((space || alone) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
              }
              if (alone) {
                words.add(Character.toString(c));
              } else if (!space) {
                word.appendCodePoint(c);
              }
            });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  private static String withoutAccents(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isDropped(int c) {
    if (c == '\t' || c == '\n' || c == '\r') {
      return false;
    }
    int type = Character.getType(c);
    return c == 0
        || c == 0xFFFD
        || type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE;
  }

  /** The blocks that BERT takes for Chinese: not kana and hangul. */
  private static boolean isHan(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }

  /** All of ASCII that is no letter and no figure, as in the original, and Unicode's. */
  private static boolean isPunctuation(int c) {
    if ((c >= 33 && c <= 47)
        || (c >= 58 && c <= 64)
        || (c >= 91 && c <= 96)
        || (c >= 123 && c <= 126)) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private void addPieces(String word, List<Integer> out) {
    int size = out.size();
    int start = 0;
    while (start < word.length()) {
      int stop = word.length();
      Integer found = null;
      while (stop > start && word.length() <= LONGEST_WORD) {
        String piece = (start > 0 ? INNER : "") + word.substring(start, stop);
        found = vocabulary.get(piece);
        if (found != null) {
          break;
        }
        stop--;
      }
      if (found == null) {
        out.subList(size, out.size()).clear();
        out.add(unknown);
        return;
      }
      out.add(found);
      start = stop;
    }
  }
}
