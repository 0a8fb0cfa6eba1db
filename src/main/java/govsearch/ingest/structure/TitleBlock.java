package govsearch.ingest.structure;

import govsearch.report.ParagraphKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines above a document's text: letterhead, title, bylines, salutation.
 *
 * @param kinds of the first lines, as many as the block has
 * @param title the title's lines joined, without repetition; null where there is none
 */
record TitleBlock(List<ParagraphKind> kinds, @Nullable String title) {

  private static final int LONGEST_TITLE_LINE = 80;
  private static final int LONGEST_SALUTATION = 40;
  private static final int LONGEST_STAMP = 30;
  private static final int MOST_LINES = 25;

  private static final Pattern OCCASION =
      Pattern.compile(
          "^(?:[—―–-]{1,2}.*|[（(](?>.*?(会议|通过|发布)).*+(?<=[)）])|.*(会议上|会议通过).*|.*[摄撰]$|.*作.{0,2}政府工作报告.*"
              + "|[（(]?\\d{4}年\\d{1,2}月\\d{1,2}日[)）]?)");

  /** A letterhead's lines: 柳湾镇人民政府文件, 柳政发〔2024〕3号, 签发人：. */
  private static final Pattern LETTERHEAD =
      Pattern.compile(
          "^(?:[^《》]{2,30}(政府|委员会|党委|党工委|办事处|办公室|委)\\s*(文\\s*件|[(（]\\s*报\\s*告\\s*[)）])"
              + "|.{1,20}[〔\\[【（(]\\s*\\d{4}\\s*[〕\\]】）)]\\s*+第?\\s*+\\d+\\s*号(\\s+.*)?|签发人?\\s*[:：].*)");

  /** What is stamped above all: 000001, 秘密★1年, 特急, 内部资料 注意保存, 附件2. */
  private static final Pattern STAMP =
      Pattern.compile(
          "(?:(?:份号[:：]?)?\\d{3,8}+|(?:绝密|机密|秘密|内部|不予公开|主动公开|依申请公开)(?:[★☆*].{0,6})?|特急|加急|急件|平急"
              + "|内部(?:资料|材料|文件)|注意(?:保存|保管|保密)|(?:征求意见|送审|讨论|审议|公示|公开|修改|报送|上报|正式)稿|初稿|草稿|样本|模板"
              + "|附[件表][0-9０-９一二三四五六七八九十]{0,2}[:：]?|[，,、])++");

  private static final String ADDRESSED =
      "[^。；，,：:]{1,39}?(?:委|府|局|厅|院|办|处|室|会|科|组|部|所|站|中心|领导|代表|同志|们|各位)";

  private static final Pattern SALUTATION =
      Pattern.compile("^(NAMED[，,])*+NAMED\\s*+[:：]".replace("NAMED", ADDRESSED));

  static TitleBlock of(List<String> lines) {
    int end = 0;
    boolean addressed = false;
    while (!addressed && end < Math.min(MOST_LINES, lines.size()) && isAbove(lines, end)) {
      addressed = isSalutation(lines.get(end));
      end++;
    }
    List<TitleLines> titles = TitleLines.in(lines.subList(0, end));
    TitleLines chosen = TitleLines.best(titles);
    List<ParagraphKind> kinds = new ArrayList<>();
    for (int i = 0; i < end; i++) {
      kinds.add(kind(lines.get(i), i, titles, chosen));
    }
    return new TitleBlock(kinds, chosen == null ? null : chosen.text());
  }

  private static ParagraphKind kind(
      String line, int index, List<TitleLines> titles, @Nullable TitleLines chosen) {
    if (isSalutation(line)) {
      return ParagraphKind.SALUTATION;
    }
    boolean title =
        chosen != null
            && titles.stream().anyMatch(part -> part.has(index) && part.isCopyOf(chosen));
    return title ? ParagraphKind.TITLE : ParagraphKind.BYLINE;
  }

  private static boolean isAbove(List<String> lines, int index) {
    String line = lines.get(index);
    if (isSalutation(line)) {
      return true;
    }
    boolean above =
        isStamp(line)
            || line.length() <= LONGEST_TITLE_LINE
                && HeadingMark.of(line).isEmpty()
                && HeadingMark.slip(line).isEmpty()
                && (!line.contains("。") || isBeside(line))
                && "，；：,;:".indexOf(line.charAt(line.length() - 1)) < 0;
    // What stands right above the text may be an unnumbered heading of it.
    return above && !isUnnumberedHeading(lines, index);
  }

  private static boolean isUnnumberedHeading(List<String> lines, int index) {
    String line = lines.get(index);
    boolean titleBefore = lines.subList(0, index).stream().anyMatch(TitleLines::isDocument);
    return titleBefore
        && !SectionCues.announced(line).isEmpty()
        && !TitleLines.isDocument(line)
        && !isBeside(line);
  }

  /** Whether a line belongs to a title block, though not to the title. */
  static boolean isBeside(String line) {
    return OCCASION.matcher(line).matches() || LETTERHEAD.matcher(line).matches() || isStamp(line);
  }

  private static boolean isStamp(String line) {
    return line.length() <= LONGEST_STAMP && STAMP.matcher(Lines.squeezed(line)).matches();
  }

  static boolean isSalutation(String line) {
    return line.length() <= LONGEST_SALUTATION && SALUTATION.matcher(line).matches();
  }
}
