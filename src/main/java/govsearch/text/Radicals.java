package govsearch.text;

import java.text.Normalizer;

/**
 * Radicals as characters of their own, which some fonts of pdf give in place of the characters that
 * look the same: ⺠ for 民, ⼀ for 一. NFKC knows the Kangxi radicals (U+2F00) only; those of the
 * supplement (U+2E80) are read by Unicode's EquivalentUnifiedIdeograph, the Traditional ones
 * straight as their Simplified forms.
 */
public final class Radicals {

  private static final char FIRST = '\u2E80';
  private static final char FIRST_KANGXI = '\u2F00';
  private static final char LAST_KANGXI = '\u2FD5';

  /** Radical, character, radical, character, … */
  private static final String PAIRS =
      "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗㣺"
          + "⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹"
          + "⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠"
          + "⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑长⻒长⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠"
          + "⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟";

  private static final char[] SUPPLEMENT = new char[FIRST_KANGXI - FIRST];

  static {
    for (int i = 0; i < PAIRS.length(); i += 2) {
      SUPPLEMENT[PAIRS.charAt(i) - FIRST] = PAIRS.charAt(i + 1);
    }
  }

  private Radicals() {}

  /** The character that looks like a radical of the supplement; else the character itself. */
  static int unified(int codePoint) {
    if (codePoint < FIRST || codePoint >= FIRST_KANGXI) {
      return codePoint;
    }
    char unified = SUPPLEMENT[codePoint - FIRST];
    return unified == 0 ? codePoint : unified;
  }

  private static boolean hasRadical(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST && text.charAt(i) <= LAST_KANGXI) {
        return true;
      }
    }
    return false;
  }

  /** A text without radicals, as it was meant. */
  public static String unified(String text) {
    if (!hasRadical(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean kangxi = c >= FIRST_KANGXI && c <= LAST_KANGXI;
      out.append(
          kangxi
              ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC)
              : String.valueOf((char) unified(c)));
    }
    return out.toString();
  }
}
