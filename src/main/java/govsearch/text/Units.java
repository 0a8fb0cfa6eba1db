package govsearch.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The measure words that reports count with. Spans of time are no figures of anything. */
final class Units {

  /** First of each group: what the others mean too. */
  private static final List<List<String>> SAME =
      List.of(
          List.of("人", "名", "位"),
          List.of("人次", "人/次"),
          List.of("件", "起", "宗", "桩", "例", "件次"),
          List.of("次", "回", "次数"),
          List.of("场", "场次"),
          List.of("户", "户次"),
          List.of("份", "余份"));

  private static final List<String> OTHERS =
      List.of(
          "个百分点", "个", "项", "条", "册", "期", "家", "所", "处", "块", "面", "本", "套", "幅", "张", "篇", "部",
          "台", "辆", "支", "批", "轮", "级", "班次", "学时", "课时", "类", "门", "封", "卷", "宗卷", "卷宗", "座", "对",
          "组", "站", "堂", "节", "公里", "千米", "平方米", "平方公里", "亩", "公顷", "吨", "公斤", "千克", "立方米", "间",
          "架", "艘", "枚", "只", "头", "棵", "株", "根", "杆", "盏", "版", "字", "页", "款", "则", "桌", "圈", "趟",
          "遍", "步", "人份");

  private static final List<String> MONEY = List.of("元", "块钱", "元钱");

  private static final Map<String, String> NORMAL = new HashMap<>();

  static {
    SAME.forEach(group -> group.forEach(unit -> NORMAL.put(unit, group.getFirst())));
    OTHERS.forEach(unit -> NORMAL.put(unit, unit));
    MONEY.forEach(unit -> NORMAL.put(unit, "元"));
  }

  /** Any unit, the longest that fits; 个月, 个小时 and the like are spans of time. */
  static final String PATTERN =
      longestFirst(NORMAL.keySet())
          + "(?<!个(?=(?:多|半)?(?:月|小时|工作日|年|星期|学期|季度|日|周)))"
          + "(?<!位(?=一体))(?<!级(?=等保))(?<!期(?=间))";

  private Units() {}

  /**
   * One of some texts, the longest that fits. What begins none of them fails at its first
   * character: in a text full of numbers a unit is looked for behind every digit.
   */
  private static String longestFirst(Set<String> texts) {
    Map<String, List<String>> byFirst = new TreeMap<>();
    for (String text : texts) {
      byFirst.computeIfAbsent(text.substring(0, 1), first -> new ArrayList<>()).add(text);
    }
    String any =
        byFirst.values().stream()
            .map(
                same ->
                    same.stream()
                        .sorted(
                            Comparator.comparingInt(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|")))
            .collect(Collectors.joining("|", "(?:", ")"));
    return "(?=[" + String.join("", byFirst.keySet()) + "])" + any;
  }

  /** What a unit means. */
  static String normal(String unit) {
    return NORMAL.getOrDefault(unit, unit);
  }

  static boolean isMoney(String unit) {
    return MONEY.contains(unit);
  }
}
