package govsearch.insight.selfcheck;

import govsearch.text.Quantities;
import govsearch.text.Quantity;
import govsearch.text.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one sentence that cannot all be right: a part that is more than the whole, more done
 * than there was to do, a rate above a hundred that can be no more than that, a rate that is not
 * that of the two figures before it.
 */
final class Contradictions {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** So far from the quotient a rate is rounded, or taken of something else. */
  private static final double ROUNDED = 1.0;

  private static final int REACH = 12;

  private static final Pattern PART = Pattern.compile("其中[^。；;]{0,40}$");

  private static final Pattern TO_DO =
      Pattern.compile("(?:排查|受理|收到|接到|摸排|登记|梳理|发现|接收|承办|调解|调处|收集|办理)[^，,。；;、]{0,10}$");

  private static final Pattern DONE =
      Pattern.compile(
          "[，,、（(](?:已|现已|均|其中|全部)?(?:成功)?(?:化解|调解成功|成功调解|调处成功|办结|整改完成|完成整改|整改|答复|回复|解决|处置)(?:成功|到位|了|矛盾纠纷|矛盾|纠纷|案件)?$");

  private static final Pattern OF_A_WHOLE =
      Pattern.compile(
          "(?:成功|化解|调解|调处|办结|满意|合格|覆盖|参与|参考|参学|知晓|公开|及时|通过|持证|出庭|审核|审查|签约|整改|回复|答复|普及|优秀|到位|建成|结案|履行|达标|处置|入户|公示|录入)(?:率|度)[^，,。；;0-9]{0,6}$"
              + "|占(?:比|总数|全部|全镇|全乡)?[^，,。；;0-9]{0,6}$");

  private static final Pattern GROWTH = Pattern.compile("同比|增长|提高|提升|上升|增加|较上年|比上年|下降");

  private static final Pattern OF_DONE =
      Pattern.compile("(?:化解|调解成功|调处成功|成功|办结|整改|结案|回复|答复)率(?:为|达到|达|在)?$");

  private Contradictions() {}

  /** Those of a sentence. */
  static List<SelfChecked.Contradiction> of(SelfChecked.Spot sentence) {
    String text = sentence.text();
    List<Quantity> all = Quantities.of(text);
    List<SelfChecked.Contradiction> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Quantity one = all.get(i);
      String message =
          one.kind() == Quantity.Kind.RATE ? ofRate(text, all, i) : ofCount(text, all, i);
      if (message != null) {
        found.add(
            new SelfChecked.Contradiction(
                new SelfChecked.Spot(
                    sentence.paragraph(), span(all, i).shifted(sentence.at().start())),
                message));
      }
    }
    return found;
  }

  /** From the figure before, which it is held against, to the figure itself. */
  private static Range span(List<Quantity> all, int i) {
    Quantity first = all.get(Math.max(0, i - 1));
    Range own = all.get(i).at();
    return all.get(i).kind() == Quantity.Kind.RATE
        ? own
        : new Range(Math.min(first.at().start(), own.start()), own.end());
  }

  private static @Nullable String ofRate(String text, List<Quantity> all, int i) {
    Quantity rate = all.get(i);
    String before = before(text, rate);
    if (rate.normalUnit().equals("%")
        && rate.value().compareTo(HUNDRED) > 0
        && OF_A_WHOLE.matcher(before).find()
        && !GROWTH.matcher(before).find()) {
      return text.substring(rate.at().start(), rate.at().end()) + " 超过 100%";
    }
    if (i < 2 || !OF_DONE.matcher(before).find() || !isExact(rate)) {
      return null;
    }
    Quantity whole = all.get(i - 2);
    Quantity done = all.get(i - 1);
    if (!isPair(text, whole, done) || whole.value().signum() == 0) {
      return null;
    }
    double quotient = 100 * done.value().doubleValue() / whole.value().doubleValue();
    return quotient <= 100 && Math.abs(quotient - rate.value().doubleValue()) > ROUNDED
        ? shown(text, whole)
            + "中的 "
            + shown(text, done)
            + "是 "
            + Math.round(quotient * 10) / 10.0
            + "%，不是 "
            + shown(text, rate)
        : null;
  }

  private static @Nullable String ofCount(String text, List<Quantity> all, int i) {
    Quantity one = all.get(i);
    Quantity whole = whole(text, all, i);
    if (whole != null && one.value().compareTo(whole.upTo()) > 0 && isExact(whole)) {
      return "其中的 " + shown(text, one) + "多于全部的 " + shown(text, whole);
    }
    if (i > 0 && isPair(text, all.get(i - 1), one)) {
      Quantity toDo = all.get(i - 1);
      if (one.value().compareTo(toDo.upTo()) > 0 && isExact(toDo)) {
        return "办成的 " + shown(text, one) + "多于 " + shown(text, toDo);
      }
    }
    return null;
  }

  /** What a figure behind 其中 is a part of: the last of its unit before that word. */
  private static @Nullable Quantity whole(String text, List<Quantity> all, int i) {
    Quantity part = all.get(i);
    if (!PART.matcher(text.substring(0, part.at().start())).find()) {
      return null;
    }
    int word = text.lastIndexOf("其中", part.at().start());
    for (int j = i - 1; j >= 0; j--) {
      Quantity other = all.get(j);
      if (other.at().end() <= word) {
        return other.normalUnit().equals(part.normalUnit())
                && text.substring(other.at().end(), word).indexOf('。') < 0
            ? other
            : null;
      }
    }
    return null;
  }

  /** 排查矛盾纠纷52件，化解51件. */
  private static boolean isPair(String text, Quantity toDo, Quantity done) {
    return toDo.kind() == Quantity.Kind.COUNT
        && toDo.normalUnit().equals(done.normalUnit())
        && TO_DO.matcher(before(text, toDo)).find()
        && DONE.matcher(text.substring(toDo.at().end(), done.at().start())).matches();
  }

  private static boolean isExact(Quantity quantity) {
    return quantity.vagueness() == Quantity.Vagueness.EXACT
        && quantity.value().compareTo(quantity.upTo()) == 0;
  }

  private static String before(String text, Quantity quantity) {
    int start = quantity.at().start();
    return text.substring(Math.max(0, start - 2 * REACH), start);
  }

  private static String shown(String text, Quantity quantity) {
    return quantity.at().of(text) + " ";
  }
}
