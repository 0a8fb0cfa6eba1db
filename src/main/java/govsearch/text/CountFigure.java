package govsearch.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A count with its measure word, or a sum of money: 120 余名, 3 至 5 场, 两千万元. */
final class CountFigure {

  static final Pattern PATTERN =
      Pattern.compile(
          FigureParts.BEFORE
              + "(?<low>"
              + FigureParts.NUMBER
              + "|(?:数|几|好几)[十百千万]{1,6})"
              + "(?:(?:-|~|至|到)(?<high>"
              + FigureParts.NUMBER
              + "))?"
              + "(?<odd>余|多|来|几)?(?<scale>[万亿])?(?<odd2>余|多)?"
              + "(?<unit>"
              + Units.PATTERN
              + ")"
              + FigureParts.BEHIND);

  /** A number that is none: 数十, 好几百. */
  static final Pattern SEVERAL = Pattern.compile("[数几好]++");

  private CountFigure() {}

  /**
   * The figure that a match of {@link #PATTERN} is; empty if it counts nothing.
   *
   * @param text in literal form
   * @param folded the same with its source
   */
  static Optional<Quantity> of(Matcher match, String text, FoldedText folded) {
    String low = match.group("low");
    int start = match.start("low");
    String unit = match.group("unit");
    if (FigureParts.isNoFigure(text, start)
        || (low.charAt(0) > '9' && NumberInName.is(match, text))) {
      return Optional.empty();
    }
    if (unit.equals("级") && (low.endsWith("万") || low.endsWith("亿"))) {
      return Optional.empty(); // 两万亿级: of a size
    }
    boolean several = SEVERAL.matcher(low).lookingAt();
    String scale = match.group("scale") == null ? "" : match.group("scale"); // 1亿2350余万
    Optional<BigDecimal> value =
        Numerals.value((several ? SEVERAL.matcher(low).replaceFirst("") : low) + scale);
    String high = match.group("high");
    Optional<BigDecimal> upTo = high == null ? value : Numerals.value(high + scale);
    if (value.isEmpty() || upTo.isEmpty()) {
      return Optional.empty();
    }
    boolean odd = match.group("odd") != null || match.group("odd2") != null;
    Quantity.Vagueness vagueness =
        several || "几".equals(match.group("odd"))
            ? Quantity.Vagueness.ABOUT
            : FigureParts.vagueness(match.group("before"), odd, match.group("behind"));
    boolean rate = unit.equals("个百分点");
    return Optional.of(
        new Quantity(
            folded.source(new Range(match.start(), match.end())),
            FigureParts.plain(value.get()),
            FigureParts.plain(upTo.get().max(value.get())),
            unit,
            Units.normal(unit),
            rate
                ? Quantity.Kind.RATE
                : Units.isMoney(unit) ? Quantity.Kind.MONEY : Quantity.Kind.COUNT,
            vagueness));
  }
}
