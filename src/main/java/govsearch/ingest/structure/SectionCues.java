package govsearch.ingest.structure;

import govsearch.report.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What words say which section a text belongs to. Read off real reports; each is a cue, and where
 * none speaks the section is {@link Section#OTHER}.
 */
final class SectionCues {

  /** What a heading announces. */
  private static final Map<Section, Pattern> HEADING = new EnumMap<>(Section.class);

  /** What a heading of level 2 must be made of to leave the section of the heading above it. */
  private static final Map<Section, Pattern> SUBHEADING = new EnumMap<>(Section.class);

  /** What a sentence begins with where a text turns to a section. */
  private static final Map<Section, Pattern> TURN = new EnumMap<>(Section.class);

  /** What a section's sentences contain, for headings that announce nothing. */
  private static final Map<Section, Pattern> TEXT = new EnumMap<>(Section.class);

  private static final String DEFECTS = "(困难|问题|不足之处|不足|短板|弱项|差距|薄弱环节)";
  private static final String END = "(?=$|[和及与、（(：:]|以及|原因)";

  /** Problems that are dealt with are no section of problems: 坚持问题导向, 解决突出问题. */
  private static final Pattern DEALT_WITH =
      Pattern.compile(
          "(解决|化解|整治|破解|补齐|补足|补强|克服|纠治|聚焦|坚持|紧盯|瞄准)[^，、和及与]{0,8}"
              + DEFECTS
              + "|突?出?问题(导向|整改(?!措施))|(针对|对照|围绕)[^，、和及与]{0,10}"
              + DEFECTS
              + "的?");

  private static final Pattern AGAINST = Pattern.compile("针对[^，、和及与]{0,10}" + DEFECTS);

  private static final int LONGEST_ANNOUNCEMENT = 20;

  /** Words that say for sure that something is planned. */
  private static final String FUTURE =
      "下一?步|下一?年|下一?阶段|打算|今后|明年|来年|(改进|整改|努力)(的|工作)?(方向|措施|举措|对策|办法|意见|建议|目标)"
          + "|展望|对策|后[两三]年|拟采取|开好局|起好步|规划[^，]{0,8}草案";

  /** Tasks, which are planned ones unless the heading says that they were done. */
  private static final String TASKS = "工作重点|重点工作|重点任务|目标任务|主要任务|重大任务|主要目标|工作目标|计划|安排|思路";

  private static final Pattern TASKS_DONE =
      Pattern.compile("^(?>.*?(" + TASKS + "|部署)).*(成效|完成情况|落实情况|推进情况|开展情况|进展|回顾)");

  static {
    HEADING.put(
        Section.LEADERSHIP,
        Pattern.compile("第一责任人|主要负责人|履职(尽责)?(情况|$)|(党政|主要)领导.{0,10}(履行|职责|履职)"));
    HEADING.put(
        Section.PROBLEMS,
        Pattern.compile(
            "(存在|面临)着?的?(一些|主要|突出|较大)?(困难|问题|不足|短板|差距|薄弱)"
                + "|(查摆|查找|发现|检视|剖析|反思)(出|到)?的?(主要|突出|一些)?(问题|不足|短板)"
                + "|(问题|不足|短板)(的)?(查摆|查找|剖析|分析|检视|反思|清单|梳理)|(主要|突出)的?"
                + (DEFECTS + END + "|" + DEFECTS + "(及|和|与|、|以及)|" + DEFECTS + "[：:]?$|短板弱项")));
    HEADING.put(
        Section.PLANS,
        Pattern.compile(
            FUTURE + "|(" + TASKS + ")" + END + "|\\d{4}年[^及和与、年]{0,12}(" + TASKS + ")"));
    HEADING.put(
        Section.ACHIEVEMENTS,
        Pattern.compile("成效|举措|做法|(?<!改进|整改)措施|开展情况|工作情况|完成情况|落实情况|推进情况|建设情况$|回顾|成就|成绩|亮点|进展|总结"));
    SUBHEADING.put(
        Section.PROBLEMS,
        Pattern.compile(
            ("(工作中)?(还|仍)?(存在|主要|突出)的?(主要|突出)?" + DEFECTS + "((和|及|与|、|以及|原因|方面).*)?|")
                + (DEFECTS + "((和|及|与|、|以及).*)?")));
    SUBHEADING.put(
        Section.PLANS,
        Pattern.compile(
            "(下一?步|下一?年|今后|明年|改进措施|整改措施).*|(\\d{4}年度?)?(重点)?工作(计划|打算|思路|安排)((和|及|与|、|以及).*)?"));
    SUBHEADING.put(Section.LEADERSHIP, Pattern.compile("(党政)?主要负责人.*第一责任人.*|第一责任人履职.*"));
    TURN.put(
        Section.PLANS,
        Pattern.compile(
            "(针对(以上|上述|存在)|为此|今后|明年|下一?步|下一?年|下一?阶段|接下来|下阶段|[二2][〇零0][〇零一二三四五六七八九0-9]{2}年[，,]?(我|全)).*"));
    TURN.put(
        Section.PROBLEMS,
        Pattern.compile(
            "(虽然|尽管|但是?|同时|与此同时|在(看到|肯定|取得)|对照|我镇|存在的?|主要问题|工作中)" + ".{0,60}(问题|不足|短板|差距|弱项).*"));
    TEXT.put(
        Section.ACHIEVEMENTS,
        Pattern.compile("[0-9０-９]余?(次|场|件|份|人|名|个|期|条|起|万|户|册)|开展了|完成|组织|累计|截至|全年|今年以来|年内|建立了|已"));
    TEXT.put(Section.PROBLEMS, Pattern.compile("不足|不够|薄弱|欠缺|有待|滞后|(?<!补齐|补强|弥补|补)短板|缺乏|不强|不高|不到位"));
    TEXT.put(Section.PLANS, Pattern.compile("将|下一步|(?<!有待)进一步|力争|拟|继续"));
  }

  private static final Pattern SURELY_FUTURE = Pattern.compile(FUTURE);

  /** What is taken behind problems: measures, without a word of what they achieved. */
  private static final Pattern MEASURES = Pattern.compile("措施|举措|办法|对策|建议");

  private static final Pattern DONE = Pattern.compile("成效|成绩|情况|做法|亮点|回顾|总结|进展|经验");

  /** A plan's reasons are no plan yet; how a paper came to be is none either. */
  private static final Pattern OF_NO_SECTION =
      Pattern.compile("主要考虑|总体考虑|有关考虑|(起草|编制)(过程|情况|说明|背景)");

  /** Themes that are no work: they do not carry on the plans before them. */
  private static final Pattern NO_WORK = Pattern.compile("其他|其它|说明|事项|情况|形势|考虑|基本|附|建议|体会|经验|名词");

  /** The clause that says what a long heading announces. */
  private static final int LONGEST_CLAUSES = 80;

  private SectionCues() {}

  /** The sections that a level-1 heading announces, in its order; empty if none. */
  static List<Section> announced(String heading) {
    record At(Section section, int place) {}
    boolean against = AGAINST.matcher(heading).find();
    String title = DEALT_WITH.matcher(lastClause(heading)).replaceAll("");
    List<At> found = new ArrayList<>();
    HEADING.forEach(
        (section, pattern) -> {
          Matcher matcher = pattern.matcher(title);
          if (matcher.find()) {
            found.add(new At(section, matcher.start()));
          }
        });
    List<Section> sections =
        found.stream().sorted(Comparator.comparingInt(At::place)).map(At::section).toList();
    if (against && sections.equals(List.of(Section.ACHIEVEMENTS)) && isMeasures(title)) {
      return List.of(Section.PLANS); // 针对上述问题采取的措施
    }
    return withoutDoubles(sections, TASKS_DONE.matcher(title).find());
  }

  /** Of 以…为指导，…，推动法治政府建设的主要举措和成效 the last part: those before it are no titles. */
  private static String lastClause(String heading) {
    return heading.length() <= LONGEST_CLAUSES
        ? heading
        : heading.substring(Math.max(heading.lastIndexOf('，'), heading.lastIndexOf(',')) + 1);
  }

  /** Whether a title, without its number, is of words that announce a section and of few others. */
  static boolean announcesAlone(String title) {
    return announcedBelow(title).isPresent()
        || (title.length() <= LONGEST_ANNOUNCEMENT && !announced(title).isEmpty());
  }

  /** Whether a heading is of measures only, which behind problems are planned ones. */
  static boolean isMeasures(String heading) {
    return MEASURES.matcher(heading).find() && !DONE.matcher(heading).find();
  }

  /** Whether a heading says itself that what it heads is of no section. */
  static boolean isOfNone(String heading) {
    return OF_NO_SECTION.matcher(heading).find();
  }

  /** Whether a theme is of work: behind plans, it is one more of them. */
  static boolean isWork(String heading) {
    return !NO_WORK.matcher(heading).find();
  }

  /** Measures and tasks are words of two sections; the others of the heading say of which. */
  private static List<Section> withoutDoubles(List<Section> sections, boolean tasksDone) {
    List<Section> result = new ArrayList<>(sections);
    int achievements = result.indexOf(Section.ACHIEVEMENTS);
    int plans = result.indexOf(Section.PLANS);
    int problems = result.indexOf(Section.PROBLEMS);
    if (achievements < 0) {
      return result;
    }
    if (result.contains(Section.LEADERSHIP) || (plans >= 0 && plans < achievements && !tasksDone)) {
      result.remove(Section.ACHIEVEMENTS);
    } else if (plans >= 0 && tasksDone && result.size() == 2) {
      result.remove(Section.PLANS);
    } else if (problems >= 0 && problems < achievements) { // 存在问题及工作措施
      result.remove(Section.ACHIEVEMENTS);
      if (plans < 0) {
        result.add(Section.PLANS);
      }
    }
    return result;
  }

  /** Whether a heading's plans may as well be what was done: tasks without a word of the future. */
  static boolean mayBeDone(String heading) {
    return !SURELY_FUTURE.matcher(heading).find();
  }

  /** The section that a level-2 heading, without its number, turns to by itself. */
  static Optional<Section> announcedBelow(String title) {
    return SUBHEADING.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(title).matches())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether a sentence begins as one that turns to a section. */
  static boolean turnsTo(Section section, String sentence) {
    Pattern pattern = TURN.get(section);
    return pattern != null && pattern.matcher(sentence).matches();
  }

  /** The section that a text's own words speak for most; {@link Section#OTHER} if hardly any do. */
  static Section spokenFor(String text) {
    Section best = Section.OTHER;
    long most = 0;
    long second = 0;
    for (var entry : TEXT.entrySet()) {
      long count = entry.getValue().matcher(text).results().count();
      if (count > most) {
        second = most;
        most = count;
        best = entry.getKey();
      } else {
        second = Math.max(second, count);
      }
    }
    return most >= 2 && most * 2 >= second * 3 ? best : Section.OTHER;
  }
}
