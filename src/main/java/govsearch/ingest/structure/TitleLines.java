package govsearch.ingest.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are one title: a line with a document's name, the lines above it that only begin one
 * (an issuer, 关于…, a year), and a last word that stands alone. A page may print several.
 *
 * @param first index of the first line
 * @param last index of the last line
 * @param text the lines joined
 */
record TitleLines(int first, int last, String text) {

  private static final Pattern DOCUMENT =
      Pattern.compile("报告|总结|汇报|情况|要点|自查|\\d{4}年度?.{0,20}(法治政府建设|法治建设|依法行政)");

  /** A title's end that stands on a line alone: 的报告, 报　告. */
  private static final Pattern TAIL =
      Pattern.compile("^(的|工作|情况|年度|建设|自查|述法|及)*+(报告|总结|汇报|(?<=情况))([（(][^（）()]{1,12}[)）])?");

  private static final String PLACE = "\\p{IsHan}{2}(?:镇|乡|街|苏木|[县区市旗州盟省])";
  private static final Pattern TOPIC = Pattern.compile("法治|依法|述法|普法");
  private static final Pattern WHOLE = Pattern.compile("(?:报告|总结|汇报)$");
  private static final Pattern WITH_REMARK = Pattern.compile("(?:报告|总结|汇报)[（(]");
  private static final Pattern HAS_PLACE = Pattern.compile(PLACE);
  private static final Pattern HAS_YEAR =
      Pattern.compile("[0-9０-９]{4}\\s*年?|[二2][〇零○0OoＯО0-9一二三四五六七八九]{3}\\s*年?");

  /** What a title begins with on a line of its own. */
  private static final Pattern ISSUER =
      Pattern.compile(
          "^[^，。；：:]{1,40}(政府|办事处|委员会|党委|党工委|工委|办公室|司法所|领导小组|[局委镇乡县区市旗街州省]|街道|苏木)([（(][^）)]{1,10}[）)])?");

  private static final Pattern BEGUN =
      Pattern.compile("^(?:(中共|关于|印发|贯彻|推进|开展|履行|落实).*|.*(法治|依法|普法|责任).*|.*《[^《》]*+)");

  static List<TitleLines> in(List<String> lines) {
    List<TitleLines> titles = new ArrayList<>();
    int free = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (isDocument(lines.get(i)) && !isTail(lines, i + 1)) {
        int first = i;
        while (first > free && goesOn(lines, first, i)) {
          first--;
        }
        titles.add(new TitleLines(first, i, String.join("", lines.subList(first, i + 1))));
        free = i + 1;
      }
    }
    return titles;
  }

  /** The one that says most; of equals the last, which is the document's own. */
  static @Nullable TitleLines best(List<TitleLines> titles) {
    return titles.stream()
        .max(
            Comparator.comparingInt(TitleLines::said)
                .thenComparingInt(one -> Lines.squeezed(one.text).length())
                .thenComparingInt(TitleLines::first))
        .map(best -> longestCopy(titles, best))
        .orElse(null);
  }

  private static TitleLines longestCopy(List<TitleLines> titles, TitleLines best) {
    return titles.stream()
        .filter(other -> Lines.squeezed(other.text).contains(Lines.squeezed(best.text)))
        .max(Comparator.comparingInt(other -> Lines.squeezed(other.text).length()))
        .orElse(best);
  }

  private int said() {
    String plain = Lines.squeezed(text);
    return (HAS_YEAR.matcher(plain).find() ? 2 : 0)
        + (HAS_PLACE.matcher(plain).find() ? 2 : 0)
        + (TOPIC.matcher(plain).find() ? 1 : 0);
  }

  boolean has(int index) {
    return first <= index && index <= last;
  }

  /** Whether it says nothing that another does not. */
  boolean isCopyOf(TitleLines other) {
    return Lines.squeezed(other.text).contains(Lines.squeezed(text));
  }

  /** Whether the line above the first so far belongs to the title that ends at {@code core}. */
  private static boolean goesOn(List<String> lines, int first, int core) {
    String above = Lines.squeezed(lines.get(first - 1));
    if (TitleBlock.isBeside(lines.get(first - 1))
        || TitleBlock.isSalutation(lines.get(first - 1))) {
      return false;
    }
    String begun = Lines.squeezed(String.join("", lines.subList(first, core + 1)));
    if (isDocument(lines.get(first - 1))) {
      // Only an end that cannot stand alone leaves the line above unfinished.
      return first == core && TAIL.matcher(begun).matches() && !isWhole(above);
    }
    boolean tail = TAIL.matcher(begun).matches();
    boolean issuer = ISSUER.matcher(above).matches();
    boolean placed = HAS_PLACE.matcher(Lines.squeezed(lines.get(core))).find();
    if (placed && HAS_YEAR.matcher(begun).find()) {
      return issuer && begun.startsWith("关于");
    }
    if (ISSUER.matcher(Lines.squeezed(lines.get(first))).matches() && first < core) {
      boolean nameless = !HAS_PLACE.matcher(Lines.squeezed(lines.get(first))).find();
      return issuer && (nameless || isParty(above));
    }
    return tail
        || issuer
        || HAS_YEAR.matcher(above).find()
        || BEGUN.matcher(above).matches() && !HAS_YEAR.matcher(begun).find();
  }

  /** A party committee above its government; a site's name above an issuer is not of the title. */
  private static boolean isParty(String above) {
    return above.startsWith("中共") || above.endsWith("委员会") || above.endsWith("党委");
  }

  private static boolean isWhole(String line) {
    return WHOLE.matcher(line).find()
        || ((line.endsWith("）") || line.endsWith(")")) && WITH_REMARK.matcher(line).find());
  }

  private static boolean isTail(List<String> lines, int index) {
    return index < lines.size()
        && TAIL.matcher(Lines.squeezed(lines.get(index))).matches()
        && !isWhole(Lines.squeezed(lines.get(index - 1)));
  }

  /** Whether a line is of a document's name. */
  static boolean isDocument(String line) {
    return DOCUMENT.matcher(Lines.squeezed(line)).find()
        && !TitleBlock.isBeside(line)
        && !TitleBlock.isSalutation(line);
  }
}
