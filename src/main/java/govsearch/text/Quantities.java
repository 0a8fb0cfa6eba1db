package govsearch.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the figures of a text: counts with their measure words, rates, and sums of money. Years,
 * dates, ordinals, document numbers and numbers inside names (三项制度, “一站式”) are none.
 */
public final class Quantities {

  /*
   * Every part of a number has a greatest length, so that looking for one at every character takes
   * linear time on any text; and what is longer counts nothing that anybody has.
   */
  /** 1万2千, 3千5百. */
  private static final String MIXED = "(?:[0-9]{1,4}[亿万千百]){2,4}+";

  private static final String ARABIC =
      "[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\\.[0-9]{1,12})?|[0-9]{1,18}(?:\\.[0-9]{1,12})?";
  /*
   * What belongs to a number is not given back, else every shorter one would be tried with every unit:
   * only 千 may begin one, in 千克 and 千米.
   */
  private static final String THOUSAND = "千(?![克米])";

  private static final String CHINESE =
      "(?<![一二两三四五六七八九十百千])[一二两三四五六七八九十百千](?:[零〇一二两三四五六七八九十百万亿]|" + THOUSAND + "){0,24}+";
  private static final String NUMBER =
      "(?:" + MIXED + "|(?:" + ARABIC + ")(?:[百万亿]|" + THOUSAND + "){0,4}+|" + CHINESE + ")";

  private static final String BEFORE =
      "(?<before>(?:不少于|不低于|至少|超过|超出|突破|多达|高达|逾|超|上(?=[百千万])"
          + "|不超过|不多于|至多|最多|不足|不到|将近|接近|近|大约|大概|(?<![民条契合签违公节预制])约|几乎))?";
  private static final String BEHIND = "(?<behind>\\(?(?:以上|以下|以内|之内|左右|上下|有余|之多)\\)?)?";

  static final Pattern COUNT =
      Pattern.compile(
          BEFORE
              + "(?<low>"
              + NUMBER
              + "|(?:数|几|好几)[十百千万]{1,6})"
              + "(?:(?:-|~|至|到)(?<high>"
              + NUMBER
              + "))?"
              + "(?<odd>余|多|来|几)?(?<scale>[万亿])?(?<odd2>余|多)?"
              + "(?<unit>"
              + Units.PATTERN
              + ")"
              + BEHIND);

  static final Pattern RATE =
      Pattern.compile(
          BEFORE
              + "(?:(?<low>(?:"
              + ARABIC
              + "))(?:[%‰]?(?:-|~|至|到)(?<high>(?:"
              + ARABIC
              + ")))?(?<sign>[%‰])|百分之(?<hundredths>[零〇一二两三四五六七八九十百0-9.]{1,24}+(?![零〇一二两三四五六七八九十百0-9]))"
              + "|(?<below>[二两三四五六七八九十百])分之(?<above>[一二两三四五六七八九十])"
              + "|(?<tenths>[一二两三四五六七八九0-9](?:\\.[0-9])?)成(?<half>[半一二三四五六七八九](?!成))?(?!立|员|效|果|功|为|熟|长|本|绩|就|了|交|型|都|年)"
              + "|(?<halves>过半|半数|一半))(?<odd>余|多)?"
              + BEHIND);

  /** Before a number, what makes it an ordinal, a name or a number of something else. */
  private static final Pattern NO_FIGURE_BEFORE =
      Pattern.compile("(?:第|届|[A-Za-z0-9+.:/·•・-]|[〔\\[][0-9]{4}[〕\\]])$");

  /** Small Chinese numerals stand in names and idioms as often as they count. */
  private static final Pattern IN_A_NAME_BEFORE =
      Pattern.compile("(?:[\"“‘《<+一每逐同某这那另唯统单任]|作为|最多跑|成为)$");

  private static final Pattern FEW_BEFORE = Pattern.compile("(?:仅有?|只有?|配备|选派|聘请|聘任)$");
  private static final Pattern MEETING_BEHIND =
      Pattern.compile("全会|全体|(?:职工|村民|妇女|党员|人民)?代表(?:大会|会)|党代会|会议精神");
  private static final Pattern SEVERAL = Pattern.compile("[数几好]++");
  private static final Pattern AT_MOST = Pattern.compile("不超过|不多于|至多|最多|以下|以内|之内");
  private static final Pattern NEARLY = Pattern.compile("近|不足|不到|几乎");
  private static final Pattern ABOUT = Pattern.compile("约|大概|左右|上下");

  /** How far around a number it is told whether it counts. */
  private static final int REACH = 7;

  private static final Set<String> SMALL_UNITS =
      Set.of(
          "名", "位", "户", "起", "件", "期", "批", "场", "所", "处", "份", "篇", "部", "台", "辆", "级", "次", "人",
          "场次", "人次");
  private static final Set<String> IDIOM_UNITS = Set.of("级", "次", "人", "批");

  private Quantities() {}

  /**
   * Whether a part of a text can have a figure, at a glance.
   *
   * @param literal the text in literal form
   * @param part of it
   */
  public static boolean mayHave(String literal, Range part) {
    return FigureFinder.hasNumeral(literal, part);
  }

  /** All figures of a text, in order, disjoint. */
  public static List<Quantity> of(String text) {
    FoldedText folded = Literal.of(text);
    String literal = folded.text();
    List<Quantity> found = new ArrayList<>();
    FigureFinder rate = new FigureFinder(RATE, literal);
    FigureFinder count = new FigureFinder(COUNT, literal);
    int at = 0;
    boolean moreRates = rate.find();
    boolean moreCounts = count.find();
    while (moreRates || moreCounts) {
      boolean takeRate =
          moreRates && (!moreCounts || rate.match().start() <= count.match().start());
      Matcher next = takeRate ? rate.match() : count.match();
      if (next.start() >= at) {
        Optional<Quantity> quantity =
            takeRate ? rate(next, literal, folded) : count(next, literal, folded);
        if (quantity.isPresent()) {
          found.add(quantity.get());
          at = next.end();
        }
      }
      if (takeRate) {
        moreRates = rate.find();
      } else {
        moreCounts = count.find();
      }
    }
    return found;
  }

  private static Optional<Quantity> count(Matcher match, String text, FoldedText folded) {
    String low = match.group("low");
    int start = match.start("low");
    String unit = match.group("unit");
    if (NO_FIGURE_BEFORE.matcher(text.substring(Math.max(0, start - REACH), start)).find()
        || (low.charAt(0) > '9' && isName(match, text))) {
      return Optional.empty();
    }
    if (unit.equals("级") && (low.endsWith("万") || low.endsWith("亿"))) {
      return Optional.empty(); // 两万亿级: of a size
    }
    boolean several = SEVERAL.matcher(low).lookingAt();
    Optional<BigDecimal> value =
        Numerals.value(several ? SEVERAL.matcher(low).replaceFirst("") : low);
    String high = match.group("high");
    Optional<BigDecimal> upTo = high == null ? value : Numerals.value(high);
    if (value.isEmpty() || upTo.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal scale = scale(match.group("scale"));
    boolean odd = match.group("odd") != null || match.group("odd2") != null;
    Quantity.Vagueness vagueness =
        several || "几".equals(match.group("odd"))
            ? Quantity.Vagueness.ABOUT
            : vagueness(match.group("before"), odd, match.group("behind"));
    boolean rate = unit.equals("个百分点");
    return Optional.of(
        new Quantity(
            folded.source(new Range(match.start(), match.end())),
            plain(value.get().multiply(scale)),
            plain(upTo.get().multiply(scale).max(value.get().multiply(scale))),
            unit,
            Units.normal(unit),
            rate
                ? Quantity.Kind.RATE
                : Units.isMoney(unit) ? Quantity.Kind.MONEY : Quantity.Kind.COUNT,
            vagueness));
  }

  /** Whether a Chinese numeral is rather part of a name or an idiom. */
  private static boolean isName(Matcher match, String text) {
    String low = match.group("low");
    boolean vague =
        match.group("odd") != null
            || match.group("before") != null
            || SEVERAL.matcher(low).lookingAt();
    if (isScale(low.charAt(0)) && !vague) {
      return true; // 千家万户, 百姓
    }
    int number = match.start("low");
    String before = text.substring(Math.max(0, number - REACH), number);
    int unitEnd = match.end("unit");
    String behind = text.substring(unitEnd, Math.min(text.length(), unitEnd + REACH));
    if (match.group("unit").equals("次") && MEETING_BEHIND.matcher(behind).lookingAt()) {
      return true; // 十次全会: which, not how many
    }
    if (IN_A_NAME_BEFORE.matcher(before).find()) {
      return true;
    }
    if (low.length() > 1 || vague) {
      return false;
    }
    String unit = match.group("unit");
    if (!SMALL_UNITS.contains(unit) || behind.lastIndexOf('一', 2) >= 0) {
      return true; // 三项制度, 一件事一次办
    }
    boolean one = low.equals("一");
    boolean idiom =
        one
                && (IDIOM_UNITS.contains(unit)
                    || (!behind.isEmpty() && "事件实".indexOf(behind.charAt(0)) >= 0))
            || behind.startsWith("性");
    return idiom && !(unit.equals("人") && FEW_BEFORE.matcher(before).find());
  }

  private static boolean isScale(char c) {
    return c == '百' || c == '千' || c == '万' || c == '亿';
  }

  private static Optional<Quantity> rate(Matcher match, String text, FoldedText folded) {
    if (NO_FIGURE_BEFORE
        .matcher(text.substring(Math.max(0, match.start() - REACH), match.start()))
        .find()) {
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
            plain(value.get()),
            plain(upTo.max(value.get())),
            match.group("sign") == null ? "" : match.group("sign"),
            "%",
            Quantity.Kind.RATE,
            vagueness(match.group("before"), over, match.group("behind"))));
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

  private static Quantity.Vagueness vagueness(String before, boolean odd, String behind) {
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

  private static BigDecimal scale(String scale) {
    return scale == null ? BigDecimal.ONE : Numerals.value("1" + scale).orElseThrow();
  }

  /** Without zeros behind the point, and without an exponent. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
