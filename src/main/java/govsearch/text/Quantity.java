package govsearch.text;

import java.math.BigDecimal;

/**
 * A number with its unit, as a text gives it.
 *
 * @param at of number, unit and the words that make it vague, in the text
 * @param value with 万 and 亿 multiplied in; of a rate in per cent; of 三至五名 the lower
 * @param upTo the upper end of a range; the same as {@code value} where there is none
 * @param unit as written; empty for a rate without one
 * @param normalUnit one for units that mean the same: 人 for 名 and 位, 件 for 起
 */
public record Quantity(
    Range at,
    BigDecimal value,
    BigDecimal upTo,
    String unit,
    String normalUnit,
    Kind kind,
    Vagueness vagueness) {

  /** The same in a text before which so many characters stand. */
  public Quantity movedBy(int characters) {
    Range moved = new Range(at.start() + characters, at.end() + characters);
    return new Quantity(moved, value, upTo, unit, normalUnit, kind, vagueness);
  }

  /** What is counted. */
  public enum Kind {
    COUNT("count"),
    RATE("rate"),
    MONEY("money");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** As the API writes it. */
    public String code() {
      return code;
    }
  }

  /** How exactly. */
  public enum Vagueness {
    EXACT("exact"),
    /** 约, 左右, 数十, 十几. */
    ABOUT("about"),
    /** 余, 多, 以上, 超过, 不少于. */
    MORE("more"),
    /** 近, 将近, 不到. */
    NEARLY("nearly"),
    /** 以内, 以下, 不超过. */
    LESS("less");

    private final String code;

    Vagueness(String code) {
      this.code = code;
    }

    /** As the API writes it. */
    public String code() {
      return code;
    }
  }
}
