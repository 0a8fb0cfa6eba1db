package govsearch.ingest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines that a web site put around a document: buttons, breadcrumbs, counters, and the
 * header block of index number, issuer and dates. Only lines that are nothing else are taken; what
 * is doubtful stays in the report.
 */
final class SiteChrome {

  /** A line as short as a button or a site's field. */
  private static final int SHORT = 40;

  private static final String BUTTON =
      "[【\\[（(]?\\s*(下载|打印|全屏|收藏|加大|还原|减小|打印本页|打印此页|打印文章|关闭|关闭窗口|关闭本页|返回顶部|分享|分享到"
          + "|分享到微信|微信|微博|我要纠错|纠错|语音播报|无障碍|繁體|繁体|登录|注册)\\s*[:：]?\\s*[】\\]）)]?";

  /** Whole lines that no document contains. */
  private static final Pattern CONTROL =
      Pattern.compile(
          BUTTON
              + "([\\s|｜]+"
              + BUTTON
              + ")*"
              + "|扫一扫.{0,16}(当前页|本页|手机).{0,6}|》》点击图片进入专题《《"
              + "|[【\\[]?\\s*字[体号]\\s*[:：]?(\\s*(大|中|小|加大|还原|减小|默认|[\\s|】\\]])*)"
              + "|(浏览|阅读|点击|访问)(次数|量|数)?\\s*[:：]\\s*[\\d次]*"
              + "|相关(报道|链接|附件|文档|新闻|阅读|稿件)\\s*([:：]|>>|＞＞)"
              + "|(版权所有|主办单位|承办单位|网站标识码|技术支持)\\s*[:：].*"
              + "|.{0,20}ICP备.{0,40}|.{0,10}公网安备.{0,30}"
              + "|[0-9a-f]{32}\\s*:");

  private static final Pattern RELATED =
      Pattern.compile("相关(报道|链接|附件|文档|新闻|阅读|稿件)\\s*([:：]|>>|＞＞)");

  /** Lines that belong to chrome only beside chrome. */
  private static final Set<String> BESIDE_CONTROLS =
      Set.of("大", "中", "小", "】", "【", "[", "]", "×", "|", "｜", "T", "A", "默认", "首页");

  private static final Pattern TRAIL =
      Pattern.compile("(您?现?在?的?当?前?位置\\s*[:：].*|(网站)?首页\\s*[>›»＞/|｜-].*)");
  private static final Pattern CONNECTOR = Pattern.compile("[>›»＞]+");

  /** A site's field, at the head of the page or at its foot. */
  private static final Pattern FIELD =
      Pattern.compile(
          "(索\\s*引\\s*号|信息索引|发布机构|发文机[关构]|成文[日时][期间]|发布[日时][期间]|发表时间|公开[日时][期间]|生成日期"
              + "|文\\s*号|发文字号|主题分类|体裁分类|公开方式|公开范围|公开形式|有\\s*效\\s*性|效力状态|信息来源|来\\s*源|时\\s*间|日\\s*期"
              + "|作\\s*者|责任编辑|编\\s*辑|关\\s*键\\s*词|分\\s*类|名\\s*称)\\s*[:：]\\s*(.*)");

  private static final Pattern PUBLISHED_FIELD =
      Pattern.compile("发布[日时][期间]|发表时间|公开[日时][期间]|时\\s*间|日\\s*期");
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?(\\s*\\d{1,2}[:时]\\d{1,2}(分|:\\d{1,2})?)?");
  private static final Pattern SOURCE_IN_BRACKETS = Pattern.compile("[（(]来源[:：][^）)]{1,20}[）)]");

  private final List<String> lines;
  private final BitSet chrome;
  private @Nullable String published;

  private SiteChrome(List<String> lines) {
    this.lines = lines;
    this.chrome = new BitSet(lines.size());
  }

  /**
   * A document without what its site put around it.
   *
   * @param published the date of publishing as the site's header gives it, or null
   * @param dropped the lines left out
   */
  record Page(List<String> lines, List<String> dropped, @Nullable String published) {}

  static Page remove(List<String> lines) {
    SiteChrome page = new SiteChrome(lines);
    page.markControls();
    page.markTrails();
    page.markFields();
    page.markNeighbours();
    List<String> kept = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      (page.chrome.get(i) ? dropped : kept).add(lines.get(i));
    }
    return new Page(kept, dropped, page.published);
  }

  private void markControls() {
    for (int i = 0; i < lines.size(); i++) {
      if (CONTROL.matcher(lines.get(i)).matches()) {
        chrome.set(i);
      }
      if (RELATED.matcher(lines.get(i)).matches()) {
        markRelated(i + 1);
      }
    }
  }

  /** Titles of other pages, listed behind 相关链接 and the like, with their keys between. */
  private void markRelated(int from) {
    for (int i = from; i < lines.size() && isRelatedTitle(lines.get(i)); i++) {
      chrome.set(i);
    }
  }

  private static boolean isRelatedTitle(String line) {
    return CONTROL.matcher(line).matches() || (line.length() <= SHORT && !endsSentence(line));
  }

  /** Breadcrumbs, on one line or with every step on its own. */
  private void markTrails() {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.length() <= 2 * SHORT && TRAIL.matcher(line).matches()) {
        chrome.set(i);
      }
      if (CONNECTOR.matcher(line).matches()) {
        chrome.set(i);
        markStep(i - 1);
        markStep(i + 1);
        boolean repeated =
            i + 2 < lines.size() && lines.get(i + 2).equals(lines.get(i + 1)) && !isTitle(i + 1);
        if (repeated) {
          chrome.set(i + 2);
        }
      }
    }
  }

  private void markStep(int index) {
    if (index >= 0 && index < lines.size() && lines.get(index).length() <= SHORT / 2) {
      chrome.set(index);
    }
  }

  private boolean isTitle(int index) {
    return lines.get(index).contains("报告");
  }

  private void markFields() {
    int head = firstContent();
    int foot = lastContent();
    for (int i = 0; i < lines.size(); i++) {
      Matcher field = FIELD.matcher(lines.get(i));
      boolean inside = i >= head && i <= foot && !lines.get(i).startsWith("责任编辑");
      if (chrome.get(i) || inside) {
        continue;
      }
      if (lines.get(i).length() <= 2 * SHORT && field.matches()) {
        chrome.set(i);
        String value = field.group(2);
        if (value.isBlank() && i + 1 < lines.size() && isFieldValue(lines.get(i + 1))) {
          chrome.set(i + 1);
          value = lines.get(i + 1);
        }
        notePublished(field.group(1), value);
      } else if (DATE.matcher(lines.get(i)).matches() && i < head && !isSigned(i)) {
        chrome.set(i);
        notePublished("日期", lines.get(i));
      } else if (SOURCE_IN_BRACKETS.matcher(lines.get(i)).matches()) {
        chrome.set(i);
      }
    }
  }

  /** A date right behind the line of an issuer is a signature, even on the shortest page. */
  private boolean isSigned(int index) {
    return index > 0 && Structure.isIssuer(lines.get(index - 1));
  }

  private void notePublished(String field, String value) {
    Matcher date = DATE.matcher(value);
    if (published == null && PUBLISHED_FIELD.matcher(field).matches() && date.find()) {
      published = date.group();
    }
  }

  private boolean isFieldValue(String line) {
    return DATE.matcher(line).matches()
        || (line.length() <= SHORT / 2
            && !line.contains("报告")
            && !endsSentence(line)
            && !FIELD.matcher(line).matches()
            && !CONTROL.matcher(line).matches());
  }

  /** Single letters and brackets between or beside chrome are chrome. */
  private void markNeighbours() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < lines.size(); i++) {
        boolean beside = (i > 0 && chrome.get(i - 1)) || chrome.get(i + 1);
        if (!chrome.get(i) && beside && BESIDE_CONTROLS.contains(lines.get(i))) {
          chrome.set(i);
          changed = true;
        }
      }
    }
  }

  /** Where the document's own text begins: the first line with a sentence, or as long as one. */
  private int firstContent() {
    for (int i = 0; i < lines.size(); i++) {
      if (isContent(i)) {
        return i;
      }
    }
    return lines.size();
  }

  private int lastContent() {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (isContent(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isContent(int index) {
    String line = lines.get(index);
    return !chrome.get(index)
        && !FIELD.matcher(line).matches()
        && (line.length() > 2 * SHORT || line.contains("。") || endsSentence(line));
  }

  private static boolean endsSentence(String line) {
    return "。！？；!?;：:".indexOf(line.charAt(line.length() - 1)) >= 0;
  }
}
