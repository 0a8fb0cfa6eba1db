package govsearch.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rate: 98.5%, 百分之九十, 三分之二, 八成半, 过半. */
final class RateFigure {

  static final Pattern PATTERN =
      Pattern.compile(
          FigureParts.BEFORE
              + "(?:(?<low>(?:"
              + FigureParts.ARABIC
              + "))(?:[%‰]?(?:-|~|至|到)(?<high>(?:"
              + FigureParts.ARABIC
              + ")))?(?<sign>[%‰])|百分之(?<hundredths>[零〇一二两三四五六七八九十百0-9.]{1,24}+(?![零〇一二两三四五六七八九十百0-9]))"
              + "|(?<below>[二两三四五六七八九十百])分之(?<above>[一二两三四五六七八九十])"
              + "|(?<tenths>[一二两三四五六七八九0-9](?:\\.[0-9])?)成(?<half>[半一二三四五六七八九](?!成))?(?!立|员|效|果|功|为|熟|长|本|绩|就|了|交|型|都|年)"
              + "|(?<halves>过半|半数|一半))(?<odd>余|多)?"
              + FigureParts.BEHIND);

  private RateFigure() {}

  /**
   * The figure that a match of {@link #PATTERN} is; empty if it is none.
   *
   * @param text in literal form
   * @param folded the same with its source
   */
  static Optional<Quantity> of(Matcher match, String text, FoldedText folded) {
    if (FigureParts.isNoFigure(text, match.start())) {
      return Optional.empty();
    }
    Optional<BigDecimal> value = percent(match);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String high = match.group("high");
    BigDecimal upTo = high == null ? value.get() : new BigDecimal(high.replace(",", ""));
    boolean over = match.group("odd") != null || "过半".equals(match.group("halves"));
    return Optional.of(
        new Quantity(
            folded.source(new Range(match.start(), match.end())),
            FigureParts.plain(value.get()),
            FigureParts.plain(upTo.max(value.get())),
            match.group("sign") == null ? "" : match.group("sign"),
            "%",
            Quantity.Kind.RATE,
            FigureParts.vagueness(match.group("before"), over, match.group("behind"))));
  }

  private static Optional<BigDecimal> percent(Matcher match) {
    if (match.group("sign") != null) {
      BigDecimal value = new BigDecimal(match.group("low").replace(",", ""));
      return Optional.of(match.group("sign").equals("‰") ? value.movePointLeft(1) : value);
    }
    if (match.group("hundredths") != null) {
      return Numerals.value(match.group("hundredths"));
    }
    if (match.group("halves") != null) {
      return Optional.of(BigDecimal.valueOf(50));
    }
    if (match.group("tenths") != null) {
      String half = match.group("half");
      BigDecimal more =
          half == null
              ? BigDecimal.ZERO
              : half.equals("半") ? BigDecimal.valueOf(5) : Numerals.value(half).orElseThrow();
      return Numerals.value(match.group("tenths")).map(v -> v.movePointRight(1).add(more));
    }
    Optional<BigDecimal> above = Numerals.value(match.group("above"));
    Optional<BigDecimal> below = Numerals.value(match.group("below"));
    return above.flatMap(
        a -> below.map(b -> a.movePointRight(2).divide(b, 1, RoundingMode.HALF_UP)));
  }
}
