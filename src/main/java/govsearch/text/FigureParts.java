package govsearch.text;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What counts and rates are alike in: how numbers are written, and the words around them. */
final class FigureParts {

  /*
   * Every part of a number has a greatest length, so that looking for one at every character takes
   * linear time on any text; and what is longer counts nothing that anybody has.
   */

  /** 1万2千, 3千5百, 3万5000, 1亿2350.5万. */
  private static final String MIXED =
      "(?>(?:[0-9]{1,4}[亿万千百]){1,4}[0-9]{1,4}(?:\\.[0-9]{1,12})?+(?![0-9])[万千百]?+)";

  /** 3, 1,200 and 98.5. */
  static final String ARABIC =
      "[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\\.[0-9]{1,12})?|[0-9]{1,18}(?:\\.[0-9]{1,12})?";

  /*
   * What belongs to a number is not given back, else every shorter one would be tried with every unit:
   * only 千 may begin one, in 千克 and 千米.
   */
  private static final String THOUSAND = "千(?![克米])";

  private static final String CHINESE =
      "(?<![一二两三四五六七八九十百千])[一二两三四五六七八九十百千](?:[零〇一二两三四五六七八九十百万亿]|" + THOUSAND + "){0,24}+";

  /** A number in any script, without the words around it. */
  static final String NUMBER =
      "(?:" + MIXED + "|(?:" + ARABIC + ")(?:[百万亿]|" + THOUSAND + "){0,4}+|" + CHINESE + ")";

  /** The words before a number that say how exactly it is meant. */
  static final String BEFORE =
      "(?<before>(?:不少于|不低于|至少|超过|超出|突破|多达|高达|逾|超|上(?=[百千万])"
          + "|不超过|不多于|至多|最多|不足|不到|将近|接近|近|大约|大概|(?<![民条契合签违公节预制])约|几乎))?";

  /** As {@link #BEFORE}, behind it. */
  static final String BEHIND = "(?<behind>\\(?(?:以上|以下|以内|之内|左右|上下|有余|之多)\\)?)?";

  /** How far around a number it is told whether it counts. */
  static final int REACH = 7;

  /** Before a number, what makes it an ordinal, a name, a number of something else, or a rest. */
  private static final Pattern NO_FIGURE_BEFORE =
      Pattern.compile("(?:第|届|[A-Za-z0-9+.:/·•・-]|[0-9][百千万亿]|[〔\\[][0-9]{4}[〕\\]])$");

  private static final Pattern AT_MOST = Pattern.compile("不超过|不多于|至多|最多|以下|以内|之内");
  private static final Pattern NEARLY = Pattern.compile("近|不足|不到|几乎");
  private static final Pattern ABOUT = Pattern.compile("约|大概|左右|上下");

  private FigureParts() {}

  /** Whether what stands before a number makes it no figure: 第, a letter, 〔2024〕. */
  static boolean isNoFigure(String text, int number) {
    return NO_FIGURE_BEFORE.matcher(text.substring(Math.max(0, number - REACH), number)).find();
  }

  /**
   * How exactly a figure is meant.
   *
   * @param before the words before it; null for none
   * @param odd whether it is said to be somewhat more
   * @param behind the words behind it; null for none
   */
  static Quantity.Vagueness vagueness(
      @Nullable String before, boolean odd, @Nullable String behind) {
    String words = (before == null ? "" : before) + (behind == null ? "" : behind);
    if (AT_MOST.matcher(words).find()) {
      return Quantity.Vagueness.LESS;
    }
    if (NEARLY.matcher(words).find()) {
      return Quantity.Vagueness.NEARLY;
    }
    if (ABOUT.matcher(words).find()) {
      return Quantity.Vagueness.ABOUT;
    }
    return odd || !words.isEmpty() ? Quantity.Vagueness.MORE : Quantity.Vagueness.EXACT;
  }

  /** Without zeros behind the point, and without an exponent. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
