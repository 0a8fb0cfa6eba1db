package govsearch.insight.figures;

import govsearch.text.Quantity;
import java.util.Set;
import java.util.regex.Pattern;

/** What a unit can count, and whether something else stands between a figure and a phrase. */
final class Subjects {

  private static final Pattern PEOPLE =
      Pattern.compile("(?:人|人员|员|师|者|手|官|骨干|干部|队伍|顾问|专家|带头人|力量|主任|书记)$");
  private static final Pattern CASES =
      Pattern.compile("(?:纠纷|争执|案件|案|件|事项|诉求|投诉|举报|隐患|信访|诉讼|复议|矛盾)$");
  private static final Set<String> OF_PEOPLE = Set.of("人", "人次");
  private static final Set<String> OF_CASES = Set.of("件", "个", "项");
  private static final Set<String> OF_EVENTS = Set.of("次", "场", "期", "轮", "人次", "人", "堂", "节");

  /** What is done; behind it stands what it is done to. */
  private static final String VERB =
      "(?:受理|办理|办结|接待|化解|调解|调处|培养|培育|培训|选聘|聘请|聘任|选派|选拔|配备|新增|新建|新聘|排查|发放|开展|组织|举办|召开|审查|参与"
          + "|协助|提供|解答|建成|建立|设立|打造|成立|整改|处理|处置|完成|查处|检查|出动|审核|制定|评选|宣讲)";

  /** 12场次大型普法活动: what the number is of stands close behind it. */
  private static final int LONGEST_GAP = 10;

  private static final int LONGEST_MODIFIER = 6;

  /** Between 66人次 and 学法考试, 3次 and 法治培训. */
  private static final Pattern DOES = Pattern.compile("(?:参加|参与|旁听|接受|组织|开展|召开|举办|进行|举行)(?:了|各类)?");

  private static final Pattern OTHER_SUBJECT =
      Pattern.compile("[、，,；;：:。和与及有为]|以及|" + VERB + "|参加|旁听|接受|进行");

  /** What is counted itself where it stands first: 12个村配备了…. */
  private static final Pattern COUNTED =
      Pattern.compile("(?:行政)?(?:村|社区|乡镇|部门|单位|企业|学校|小区|网格|站所|县|家庭)(?!级)");

  /** 受理群众诉求 before a number: it is the number of those, unless they are nameless. */
  private static final Pattern DONE_TO = Pattern.compile(VERB + "(?:各类|了|各种)?(?<what>.{2,12})$");

  private static final Pattern NAMELESS =
      Pattern.compile(".{0,4}(?:骨干|人员|干部|学员|队员|成员|专人|对象|活动|工作)");

  /** What has levels: 三级矛盾纠纷排查机制 says nothing of how many 矛盾纠纷 there are. */
  private static final Pattern OF_LEVELS =
      Pattern.compile("(?:机制|网络|体系|组织|平台|队伍|阵地|中心|架构|机构|干部|联动|调解|部门|级)$");

  private Subjects() {}

  /** Whether a figure right before a phrase may count it. */
  static boolean mayCount(Quantity quantity, String phrase) {
    return !quantity.normalUnit().equals("级") || OF_LEVELS.matcher(phrase).find();
  }

  /** Whether a unit counts what a literal phrase names: people or cases. */
  static boolean counts(String unit, String phrase) {
    Set<String> units =
        PEOPLE.matcher(phrase).find()
            ? OF_PEOPLE
            : CASES.matcher(phrase).find() ? OF_CASES : Set.of();
    return units.contains(unit);
  }

  /** Whether a figure counts a phrase behind it, by the literal text between the two. */
  static boolean modifies(Quantity quantity, String between, String phrase) {
    if (between.length() > LONGEST_GAP || quantity.kind() != Quantity.Kind.COUNT) {
      return false;
    }
    var does = DOES.matcher(between);
    boolean event = OF_EVENTS.contains(quantity.normalUnit());
    String modifier = event && does.lookingAt() ? between.substring(does.end()) : between;
    return modifier.length() <= LONGEST_MODIFIER
        && !OTHER_SUBJECT.matcher(modifier).find()
        && !COUNTED.matcher(modifier).lookingAt()
        && (event || !PEOPLE.matcher(phrase).find() || counts(quantity.normalUnit(), phrase));
  }

  /** Whether the literal text between a phrase and a figure names something else that it counts. */
  static boolean isOfAnother(String between, String phrase) {
    var done = DONE_TO.matcher(between);
    if (!done.find()) {
      return false;
    }
    String what = done.group("what").replace("\"", "");
    return !NAMELESS.matcher(what).matches() && !what.contains(phrase);
  }
}
