package govsearch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Texts that nobody writes in good faith: runs, repeats and nests of some signs. */
public final class HostileTexts {

  private static final int SMALL = 8;
  private static final int DRAWN = 16;

  /** Of longer texts there are not as many: what is true of a thousand signs is of a million. */
  private static final int LONG = 10_000;

  private static final int SOME = 16;
  private static final String BRACKETS = "()（）[]［］〔〕【】{}《》〈〉“”‘’「」『』<>";
  private static final long SEED = 11;

  private HostileTexts() {}

  /**
   * Texts of about a length: every sign of an alphabet in a row; two and three of it in turn (all
   * pairs of a small one, some of a larger or longer one); brackets in brackets; and each row also
   * behind another sign and before one, so that what nearly fits fails at its end.
   */
  public static List<String> of(List<String> alphabet, int length) {
    List<String> texts = new ArrayList<>();
    Random random = new Random(SEED);
    List<String> signs = new ArrayList<>(alphabet);
    Collections.shuffle(signs, random);
    int most = length > LONG ? SOME : signs.size();
    for (String sign : signs.subList(0, Math.min(most, signs.size()))) {
      texts.add(repeated(sign, length));
    }
    for (List<String> some : mixtures(alphabet, length, random)) {
      String row = repeated(String.join("", some), length);
      String end = alphabet.get(random.nextInt(alphabet.size()));
      texts.add(row + (random.nextBoolean() ? end : "\u0001"));
      texts.add(end + row);
    }
    for (int i = 0; i < BRACKETS.length(); i += 2) {
      if (alphabet.contains(BRACKETS.substring(i, i + 1))) {
        String open = repeated(BRACKETS.substring(i, i + 1), length / 2);
        String close = repeated(BRACKETS.substring(i + 1, i + 2), length / 2);
        texts.add(open + alphabet.getFirst() + close);
      }
    }
    return texts;
  }

  private static List<List<String>> mixtures(List<String> alphabet, int length, Random random) {
    List<List<String>> mixtures = new ArrayList<>();
    if (alphabet.size() <= SMALL && length <= LONG) {
      for (String one : alphabet) {
        for (String two : alphabet) {
          mixtures.add(List.of(one, two));
        }
      }
    }
    for (int i = 0; i < DRAWN; i++) {
      List<String> drawn = new ArrayList<>();
      for (int j = 0; j < 1 + i % 4; j++) {
        drawn.add(alphabet.get(random.nextInt(alphabet.size())));
      }
      mixtures.add(drawn);
    }
    return mixtures;
  }

  private static String repeated(String sign, int length) {
    return sign.repeat(Math.max(1, length / sign.length()));
  }
}
