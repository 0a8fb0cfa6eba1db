package govsearch.ingest.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field of the block that sites put above a document, such as 发布机构 with its value. One line may
 * hold several: as {@code 索引号：… 发布机构：…}, as {@code [ 索引号 ] … [ 发布机构 ] …}, or as a table's cells
 * with a stroke between.
 *
 * @param name without spaces
 * @param value empty where the line gives none
 */
record SiteField(String name, String value) {

  /** A line with one field is not longer; one with several may be. */
  private static final int LONGEST = 80;

  private static final int LONGEST_OF_MANY = 600;
  private static final String BREAK = "[\\s　|]";

  /** Names that no document's line begins with. */
  private static final String SURE =
      spaced(
          "索引号|索引编号|信息索引号|信息索引|信息编号|发布机构|发布单位|发布部门|发布机关|发文机构|发文机关|发文单位|发文部门|制发机关|制发机构|制定机关"
              + "|印发机关|印发单位|公开机构|公开主体|公开机关|公开责任部门|责任部门|责任单位|信息提供单位|信息提供|成文日期|成文时间|发文日期|发文时间"
              + "|发布日期|发布时间|发表时间|公开日期|公开时间|公开时限|印发日期|印发时间|生成日期|生成时间|公文生成日期|更新时间|更新日期|文号"
              + "|备注/文号|文件编号|文件编码|文件登记号|登记号|发文字号|发文文号|统一编号|主题分类|主题词|体裁分类|组配分类|服务对象分类|信息分类"
              + "|信息类别|信息类型|信息来源|信息名称|信息标题|文件名称|公开方式|公开范围|公开形式|公开类别|公开目录|公开属性|公开程序|审核程序"
              + "|有效性|是否有效|效力状态|效力级别|有效状态|失效日期|废止日期|生效日期|内容概述|内容摘要|文章来源|稿件来源|浏览次数|阅读次数"
              + "|点击次数|访问次数|浏览量|访问量|点击量|阅读量|点击数|浏览数|载体类型|记录形式|所属栏目|所属主题");

  /** Names that a text may begin with too: fields only with a colon, or as a table's cell. */
  private static final String UNSURE =
      spaced("来源|作者|责任编辑|编辑|审核|时间|日期|关键词|关键字|分类|名称|标题|时效|时效性|语种|浏览|阅读|点击|访问|字体|字号|初审|复审|终审");

  private static final String OPEN = "[\\[【〔]?\\s{0,8}";
  private static final String CLOSE = "\\s{0,8}[\\]】〕]?\\s{0,8}";

  private static final Pattern LABEL =
      Pattern.compile(
          ("(?<=^|BREAK|[\\[【〔])OPEN(?:(?<sure>SURE)CLOSE(?:[:：]|(?=BREAK|$)|(?<=[\\]】〕]))"
                  + "|(?<unsure>UNSURE)CLOSE(?:[:：]|(?<=[\\]】〕])))"
                  + "|(?<glued>发布时间|发布日期|信息来源|浏览次数)\\s*[:：]")
              .replace("BREAK", BREAK)
              .replace("OPEN", OPEN)
              .replace("CLOSE", CLOSE)
              .replace("UNSURE", UNSURE)
              .replace("SURE", SURE));

  private static final Pattern CELL = Pattern.compile("(?:" + SURE + "|" + UNSURE + ")\\s*[:：]?");

  /** What may stand before the first field: a day, or who publishes. */
  private static final Pattern BEFORE =
      Pattern.compile(
          ("(?<day>" + SiteWords.DATE.pattern() + ")?\\s*")
              + "(?<issuer>[\\p{IsHan}]{2,24}(?:政府|办公室|委员会|办事处|[局办镇乡]|街道|党委|网站|信息网))?\\s*(?:www\\.[\\w.]{4,40})?\\s*");

  private static final Pattern SIGNS = Pattern.compile("[\\s　:：]");
  private static final Pattern DAY = Pattern.compile("发布[日时][期间]|发表时间|公开[日时][期间]|更新[日时][期间]|时间|日期");
  private static final Pattern ISSUER =
      Pattern.compile("(?:发布|发文|制发|制定|印发|公开)(?:机构|机关|单位|部门|主体)|公开责任部门|责任(?:部门|单位)|信息提供(?:单位)?");

  /** Dots and the like that a list on a page begins its lines with. */
  private static final Pattern BULLET = Pattern.compile("^[•·●▪■◆▶►○*\\-–—]+\\s*");

  private static String spaced(String names) {
    return Stream.of(names.split("\\|"))
        .sorted((one, other) -> other.length() - one.length())
        .map(
            name ->
                name.chars().mapToObj(Character::toString).collect(Collectors.joining("[\\s　]*")))
        .collect(Collectors.joining("|"));
  }

  /** A line without the dot of a list. */
  static String bare(String line) {
    return BULLET.matcher(line).replaceFirst("");
  }

  /** The fields of a line; none if it is anything else. */
  static List<SiteField> of(String raw) {
    if (raw.length() > LONGEST_OF_MANY) {
      return List.of();
    }
    String line = bare(raw);
    List<SiteField> fields = line.contains("|") ? cells(line) : List.of();
    if (fields.isEmpty()) {
      fields = labelled(line);
    }
    return raw.length() > LONGEST && fields.size() < 2 ? List.of() : fields;
  }

  private static List<SiteField> cells(String line) {
    List<SiteField> fields = new ArrayList<>();
    for (String cell : line.split("\\|", -1)) {
      String text = cell.strip();
      if (CELL.matcher(text).matches()) {
        fields.add(new SiteField(withoutSigns(text), ""));
      } else if (fields.isEmpty() && !text.isEmpty()) {
        return List.of();
      } else if (!text.isEmpty() && fields.getLast().value.isEmpty()) {
        fields.set(fields.size() - 1, new SiteField(fields.getLast().name, text));
      }
    }
    return fields;
  }

  private static List<SiteField> labelled(String line) {
    Matcher label = LABEL.matcher(line);
    List<SiteField> fields = new ArrayList<>();
    int valueStart = -1;
    String name = "";
    while (label.find()) {
      if (valueStart < 0) {
        Matcher before = BEFORE.matcher(line.substring(0, label.start()));
        if (!before.matches()) {
          return List.of();
        }
        add(fields, "发布日期", before.group("day"));
        add(fields, "发布单位", before.group("issuer"));
      } else {
        fields.add(new SiteField(name, value(line.substring(valueStart, label.start()))));
      }
      name =
          withoutSigns(
              Stream.of("sure", "unsure", "glued")
                  .map(label::group)
                  .filter(group -> group != null)
                  .findFirst()
                  .orElse(""));
      valueStart = label.end();
    }
    if (valueStart >= 0) {
      fields.add(new SiteField(name, value(line.substring(valueStart))));
    }
    return fields;
  }

  private static void add(List<SiteField> fields, String name, String value) {
    if (value != null) {
      fields.add(new SiteField(name, value));
    }
  }

  private static String value(String raw) {
    int start = 0;
    int end = raw.length();
    while (start < end && isBetween(raw.charAt(start))) {
      start++;
    }
    while (end > start && isBetween(raw.charAt(end - 1))) {
      end--;
    }
    return raw.substring(start, end);
  }

  /** Whether it stands between fields. */
  private static boolean isBetween(char c) {
    return c == '|' || c == '　' || (c <= ' ' && Character.isWhitespace(c));
  }

  private static String withoutSigns(String name) {
    return SIGNS.matcher(name).replaceAll("");
  }

  /** Whether it is the day on which the page was published. */
  boolean isPublished() {
    return DAY.matcher(name).matches();
  }

  /** Whether it names who issued the document, or who put it on the page. */
  boolean isIssuer() {
    return ISSUER.matcher(name).matches() || isSource();
  }

  /** Whether it names where the text came from, who need not have issued it. */
  boolean isSource() {
    return name.endsWith("来源");
  }
}
