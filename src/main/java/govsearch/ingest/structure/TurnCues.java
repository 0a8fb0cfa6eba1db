package govsearch.ingest.structure;

import govsearch.report.Section;
import govsearch.text.Range;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sentence says that leaves its section though no heading does: 下一步，我镇将… below problems,
 * 在取得成绩的同时，也存在…等问题 below what was done. Stricter than the cues for a heading that announced the
 * turn, since here nothing else speaks for it.
 */
final class TurnCues {

  private static final int LONGEST_OPENING = 40;
  private static final String DEFECT = "问题|不足|短板|弱项|差距|薄弱|困难|挑战|矛盾";

  private static final Pattern AHEAD =
      Pattern.compile(
          "(?:各位代表[！，,!]?)?(?:下一?步|下一?阶段|接下来|今后|下一?年度?|明年|来年|新的一年)"
              + "(?![^，。,：:]{0,12}(?:计划|方案)[，,]).*+",
          Pattern.DOTALL);

  /** Against problems: 针对以上问题，我镇将…; 为此，将…. */
  private static final Pattern AGAINST =
      Pattern.compile("(?:针对|围绕|对照)(?:以上|上述|这些|此类|存在|查摆|工作中)[^。，,]{0,20}[，,]|[为对]此[，,]");

  private static final Pattern WILL = Pattern.compile("将|拟|要(?!求)|计划|力争|采取|重点|下功夫|着力|着重|加以|努力");
  private static final Pattern HAS = Pattern.compile("已|了|完成");

  /** Below problems, who says what he is going to do turns to it: 我镇将进一步…. */
  private static final Pattern WE_WILL =
      Pattern.compile(
          "(?:我们|我[镇乡街区县局办市]|我街道|本[镇乡]|全[镇乡]|镇(?:党委)?政府)[^，。,]{0,4}将"
              + "(?:进一步|继续|采取|从|重点|着力|着重|围绕|以|持续|认真|切实|坚持|努力|不断|加大|加强|强化|紧|聚焦)");

  /** 也要清醒地看到; what is seen so is no success. */
  private static final Pattern SEEN =
      Pattern.compile("(?:也|还|应当?|必须|要|清醒|同时)[^。，,；;]{0,8}(?:认识|看|意识)到");

  private static final Pattern OPENING =
      Pattern.compile(
          "虽|尽管|但|然而|不过|可是|同时|与此同时|当然|总的来|总体|综上|对照|对标|与[^。，,]{1,40}相比|目前|当前|各位代表|我们|我[镇乡街区省市县]"
              + "|全[镇乡省市县区]|工作中|在工作中|成绩|[^。，,]{0,30}(?:的同时|之余|之外)");

  /** 仍存在, 还面临: what is still there, unless it is what something was done to. */
  private static final Pattern STILL =
      Pattern.compile(
          "(?<!对|就|将|把|针对)(?:还|仍|依然|尚|也)[^。，,；;]{0,8}(?:存在|面临|有(?!关|效|序|力|所))|(?:还|仍|尚|与)[^。，,；;]{0,20}(?:差距|不够|不足|薄弱)");

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:目前|当前|工作中)?[，,]?(?:存在|面临)的?(?:主要|突出|一些)?的?(?:" + DEFECT + ")[^。，,]{0,8}(?:[：:]|是|有)");

  private static final Pattern DEFECTS =
      Pattern.compile(
          "(?:存在|面临)[^。]{0,60}(?:"
              + DEFECT
              + ")|(?:还|仍|等|老|新|不少|一些|主要|突出)[^。，,；;]{0,12}(?:"
              + DEFECT
              + ")|(?:"
              + DEFECT
              + ")[^。，,]{0,10}(?:仍|还|依然|较|比较|突出|不少|并存)"
              + "|不足|薄弱|不够|差距|有待|偏低|偏弱|滞后|严峻|不高|不强");

  /** What was done about them: such a sentence tells of work. */
  private static final Pattern DEALT_WITH =
      Pattern.compile(
          "(?:解决|化解|整治|破解|整改|排查|消除|查处|纠正|督促)[^。，,；;]{0,20}(?:"
              + DEFECT
              + ")"
              + "|坚持问题导向|问题线索|(?:发现|排查)[^。，,]{0,12}(?:问题|隐患)|(?:"
              + DEFECT
              + ")[^。，,；;]{0,12}[，,](?:及时|已|均|开展|组织|责令|逐一|全部)");

  /** A last short sentence about problems, 对此，我们将认真解决, is no plan. */
  private static final int SHORTEST_PLAN = 60;

  private TurnCues() {}

  /**
   * The section that a text's sentence turns to; empty if it stays where it is.
   *
   * @param later whether the sentence opens with a year behind the one reported on
   */
  static Optional<Section> turn(Section from, String text, Range at, boolean later) {
    String sentence = at.of(text);
    boolean open =
        from == Section.ACHIEVEMENTS || from == Section.LEADERSHIP || from == Section.OTHER;
    if ((open || from == Section.PROBLEMS) && isAhead(sentence, later)) {
      return Optional.of(Section.PLANS);
    }
    boolean whole = at.start() == 0 || text.length() - at.start() >= SHORTEST_PLAN;
    if (from == Section.PROBLEMS && whole && isAgainst(sentence)) {
      return Optional.of(Section.PLANS);
    }
    return open && isProblem(sentence) ? Optional.of(Section.PROBLEMS) : Optional.empty();
  }

  private static boolean isAhead(String sentence, boolean later) {
    return AHEAD.matcher(sentence).matches() || (later && WILL.matcher(sentence).find());
  }

  private static boolean isAgainst(String sentence) {
    boolean against = AGAINST.matcher(sentence).lookingAt() && WILL.matcher(sentence).find();
    return (against && !HAS.matcher(sentence).find()) || WE_WILL.matcher(sentence).lookingAt();
  }

  private static boolean isProblem(String sentence) {
    if (NAMED.matcher(sentence).lookingAt()) {
      return true;
    }
    return saysDefect(sentence) && !DEALT_WITH.matcher(sentence).find();
  }

  private static boolean saysDefect(String sentence) {
    Matcher seen = SEEN.matcher(sentence);
    boolean mayBeSeen = sentence.contains("识到") || sentence.contains("看到");
    if (mayBeSeen && seen.find() && seen.start() <= LONGEST_OPENING) {
      return hasDefect(sentence, seen.end());
    }
    if (!OPENING.matcher(sentence).lookingAt()) {
      return false;
    }
    Matcher still = STILL.matcher(sentence);
    return still.find() && hasDefect(sentence, still.start());
  }

  private static boolean hasDefect(String sentence, int from) {
    return DEFECTS.matcher(sentence).region(from, sentence.length()).find();
  }
}
