package govsearch.ingest.structure;

import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What of a file's text cannot be all of a report, or is more than one: told, with the reason. */
public final class Doubts {

  /** Less is a title and a signature, or a site's words. */
  private static final int NO_TEXT = 15;

  /** A file with more than a title in it. */
  private static final int SOME_BYTES = 1_000;

  private static final int LITTLE_TEXT = 200;

  /** So large a file with little text has it in pictures, or gets it from elsewhere. */
  private static final int MANY_BYTES = 60_000;

  private static final int MANY_BYTES_OF_PAGE = 20_000;

  private static final Pattern TITLE =
      Pattern.compile("[^。，；：:《》]{6,60}(?:法治|依法行政|工作)[^。，；：:《》]{0,12}(?:报告|总结|汇报)");

  private Doubts() {}

  /**
   * Reasons to look at a report, in Chinese; mostly none.
   *
   * @param path of its file, for the kind that it is of
   * @param bytes of its file
   */
  public static List<String> of(String path, List<Paragraph> paragraphs, long bytes) {
    List<String> doubts = new ArrayList<>();
    int body =
        paragraphs.stream()
            .filter(paragraph -> paragraph.kind() == ParagraphKind.BODY)
            .mapToInt(paragraph -> paragraph.text().length())
            .sum();
    String lower = path.toLowerCase(Locale.ROOT);
    boolean page = lower.contains(".htm") || lower.contains(".mht");
    boolean large = bytes >= (page ? MANY_BYTES_OF_PAGE : MANY_BYTES);
    if ((body < NO_TEXT && bytes >= SOME_BYTES) || (body < LITTLE_TEXT && large)) {
      doubts.add(
          "正文只读出 " + body + " 字（文件 " + Math.ceilDiv(bytes, 1000) + " KB）：" + why(page, large));
    }
    for (Paragraph title : furtherTitles(paragraphs)) {
      doubts.add(
          "第 " + title.ordinal() + " 段“" + title.text() + "”像另一份报告的标题：几份报告在一个文件里时只作一份收入，请拆成几个文件");
    }
    return doubts;
  }

  private static String why(boolean page, boolean large) {
    if (!large) {
      return "原文件可能只有标题、只有网站栏目，或者没有保存完整";
    }
    return page ? "网页的正文可能由脚本载入，或者在附件里，请打开原网页另存" : "正文可能是图片，请换文字版，扫描的 pdf 可用 --ocr 读";
  }

  /** Titles of a report within the text, each above a first section of its own. */
  private static List<Paragraph> furtherTitles(List<Paragraph> paragraphs) {
    List<Paragraph> titles = new ArrayList<>();
    Set<String> own = new HashSet<>(); // a report that stands twice in a file is one
    boolean sections = false;
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      if (paragraph.kind() == ParagraphKind.TITLE && paragraph.text().indexOf('\uFFFD') >= 0) {
        return List.of(); // of which report it is cannot be read
      }
      boolean title = isTitle(paragraph.text()) && own.add(paragraph.text());
      if (sections && title && beginsAnew(paragraphs, i)) {
        titles.add(paragraph);
      }
      sections |= paragraph.heading() != null && paragraph.heading().level() == 1;
    }
    return titles;
  }

  private static boolean isTitle(String line) {
    return TITLE.matcher(line).matches() && YearReader.inTitle(line).isPresent();
  }

  private static boolean beginsAnew(List<Paragraph> paragraphs, int title) {
    return paragraphs.stream()
        .skip(title + 1L)
        .map(Paragraph::heading)
        .filter(heading -> heading != null && heading.level() == 1)
        .findFirst()
        .filter(heading -> heading.title().startsWith("一") || heading.title().startsWith("1"))
        .isPresent();
  }
}
