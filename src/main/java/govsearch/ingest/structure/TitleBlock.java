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
  private static final int MOST_LINES = 15;

  private static final Pattern DOCUMENT =
      Pattern.compile("报告|总结|汇报|情况|要点|自查|\\d{4}年度?.{0,20}(法治政府建设|法治建设|依法行政)");
  private static final Pattern OCCASION =
      Pattern.compile(
          "[—―–-]{1,2}.*|[（(].*(会议|通过|发布).*[)）]|.*(会议上|会议通过).*|.*[摄撰]$|.*作.{0,2}政府工作报告.*"
              + "|[（(]?\\d{4}年\\d{1,2}月\\d{1,2}日[)）]?");

  /** A letterhead's lines: 柳湾镇人民政府文件, 柳政发〔2024〕3号, 签发人：. */
  private static final Pattern LETTERHEAD =
      Pattern.compile(
          "[^《》]{2,30}(政府|委员会|党委|党工委|办事处|办公室)文件"
              + "|.{1,20}[〔\\[【（(]\\d{4}[〕\\]】）)]\\s*第?\\s*\\d+\\s*号(\\s+.*)?|签发人?\\s*[:：].*");

  private static final Pattern SALUTATION =
      Pattern.compile("[^。；，,]{1,39}(委|府|局|厅|院|办|处|室|会|科|组|部|所|站|中心|领导|代表|同志|们|各位)\\s*[:：]");

  static TitleBlock of(List<String> lines) {
    int end = 0;
    boolean addressed = false;
    while (!addressed && end < Math.min(MOST_LINES, lines.size()) && isAbove(lines, end)) {
      addressed = isSalutation(lines.get(end));
      end++;
    }
    int core = -1;
    for (int i = 0; i < end; i++) {
      if (isDocument(lines.get(i))) {
        core = i;
      }
    }
    List<ParagraphKind> kinds = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < end; i++) {
      String line = lines.get(i);
      ParagraphKind kind = kind(line, i, core);
      kinds.add(kind);
      if (kind == ParagraphKind.TITLE) {
        addPart(parts, line);
      }
    }
    return new TitleBlock(kinds, parts.isEmpty() ? null : String.join("", parts));
  }

  private static boolean isAbove(List<String> lines, int index) {
    String line = lines.get(index);
    if (isSalutation(line)) {
      return true;
    }
    boolean above =
        line.length() <= LONGEST_TITLE_LINE
            && HeadingMark.of(line).isEmpty()
            && HeadingMark.slip(line).isEmpty()
            && (!line.contains("。") || isBeside(line))
            && "，；：,;:".indexOf(line.charAt(line.length() - 1)) < 0;
    // What stands right above the text may be an unnumbered heading of it.
    return above && !isUnnumberedHeading(lines, index);
  }

  private static boolean isUnnumberedHeading(List<String> lines, int index) {
    String line = lines.get(index);
    boolean titleBefore = lines.subList(0, index).stream().anyMatch(TitleBlock::isDocument);
    return titleBefore
        && !SectionCues.announced(line).isEmpty()
        && !isDocument(line)
        && !isBeside(line);
  }

  private static ParagraphKind kind(String line, int index, int core) {
    if (isSalutation(line)) {
      return ParagraphKind.SALUTATION;
    }
    boolean title = index <= core && !isBeside(line);
    return title ? ParagraphKind.TITLE : ParagraphKind.BYLINE;
  }

  /** Whether a line is of a document's name. */
  static boolean isDocument(String line) {
    return DOCUMENT.matcher(line).find() && !isBeside(line) && !isSalutation(line);
  }

  /** Whether a line belongs to a title block, though not to the title. */
  private static boolean isBeside(String line) {
    return OCCASION.matcher(line).matches() || LETTERHEAD.matcher(line).matches();
  }

  static boolean isSalutation(String line) {
    return line.length() <= LONGEST_SALUTATION && SALUTATION.matcher(line).matches();
  }

  /** Sites print the title twice, or its short form below it. */
  private static void addPart(List<String> parts, String line) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).contains(line)) {
        return;
      }
      if (line.contains(parts.get(i))
          && line.length() > parts.get(i).length() + 4
          && isDocument(parts.get(i))) {
        parts.set(i, line);
        return;
      }
    }
    parts.add(line);
  }
}
