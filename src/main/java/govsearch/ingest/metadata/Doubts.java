package govsearch.ingest.metadata;

import govsearch.ingest.structure.YearReader;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    String little = little(path, paragraphs, bytes);
    return with(little, paragraphs);
  }

  /**
   * Reasons to look at a report whose text was recognised in pictures: their size tells nothing.
   */
  public static List<String> ofRecognised(List<Paragraph> paragraphs) {
    int body = body(paragraphs);
    return with(body < NO_TEXT ? "正文只识别出 " + body + " 字，请换清楚的扫描件或者文字版" : null, paragraphs);
  }

  private static List<String> with(@Nullable String little, List<Paragraph> paragraphs) {
    List<String> doubts = new ArrayList<>();
    if (little != null) {
      doubts.add(little);
    }
    for (Paragraph title : furtherTitles(paragraphs)) {
      doubts.add(
          "第 " + title.ordinal() + " 段“" + title.text() + "”像另一份报告的标题：几份报告在一个文件里时只作一份收录，请拆成几个文件");
    }
    return doubts;
  }

  private static int body(List<Paragraph> paragraphs) {
    return paragraphs.stream()
        .filter(paragraph -> paragraph.kind() == ParagraphKind.BODY)
        .mapToInt(paragraph -> paragraph.text().length())
        .sum();
  }

  private static @Nullable String little(String path, List<Paragraph> paragraphs, long bytes) {
    int body = body(paragraphs);
    String lower = path.toLowerCase(Locale.ROOT);
    boolean page = lower.contains(".htm") || lower.contains(".mht");
    boolean large = bytes >= (page ? MANY_BYTES_OF_PAGE : MANY_BYTES);
    if ((body >= NO_TEXT || bytes < SOME_BYTES) && (body >= LITTLE_TEXT || !large)) {
      return null;
    }
    String why = large ? whyLarge(page, lower.endsWith(".pdf")) : "原文件可能只有标题、只有网站栏目，或者没有保存完整";
    return "正文只读出 " + body + " 字（文件 " + Math.ceilDiv(bytes, 1000) + " KB）：" + why;
  }

  private static String whyLarge(boolean page, boolean pdf) {
    if (page) {
      return "网页的正文可能由脚本载入，或者在附件里，请打开原网页另存";
    }
    // Reading scans helps no pdf that was taken: it has text, or its pictures have been read.
    return pdf ? "有的页可能是图片，没有读出，请对照原文件，或换文字版" : "正文可能是图片，请换文字版，或存成 pdf 扫描件用 --ocr 读";
  }

  /** Titles of another report within the text, each above a first section of its own. */
  private static List<Paragraph> furtherTitles(List<Paragraph> paragraphs) {
    List<Paragraph> titles = new ArrayList<>();
    List<TitleSays> told = new ArrayList<>(); // a report that stands twice in a file is one
    told.add(TitleSays.of(ownTitle(paragraphs)));
    boolean sections = false;
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      if (isTitle(paragraph.text())) {
        TitleSays says = TitleSays.of(List.of(paragraph.text()));
        if (told.stream().noneMatch(says::isOfTheReportOf)) {
          if (sections && beginsAnew(paragraphs, i)) {
            titles.add(paragraph);
          }
          told.add(says);
        }
      }
      sections |= paragraph.heading() != null && paragraph.heading().level() == 1;
    }
    return titles;
  }

  /** The lines at the top, for an issuer may stand in one of its own. */
  private static List<String> ownTitle(List<Paragraph> paragraphs) {
    return paragraphs.stream()
        .takeWhile(paragraph -> paragraph.heading() == null)
        .filter(paragraph -> paragraph.kind() == ParagraphKind.TITLE)
        .map(Paragraph::text)
        .toList();
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
