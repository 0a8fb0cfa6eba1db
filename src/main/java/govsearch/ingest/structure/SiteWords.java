package govsearch.ingest.structure;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the lines look like that web sites put around a document. All patterns are for whole lines
 * of at most {@link #LONGEST} characters.
 */
public final class SiteWords {

  /** A line of buttons, fields or breadcrumbs is not longer. */
  static final int LONGEST = 80;

  private static final String BUTTON =
      "[【\\[（(]?\\s*+(下载|打印|全屏|收藏|加大|还原|减小|打印本页|打印此页|打印文章|关闭|关闭窗口|关闭本页|返回顶部|返回首页|分享|分享到"
          + "|分享到微信|微信|微博|政务微信|政务微博|QQ空间|我要纠错|纠错|语音播报|语音朗读|朗读|听全文|进入播报模式|退出播报模式|语音合成中[,，]请耐心等待[.…。]*"
          + "|无障碍|无障碍阅读|无障碍浏览|长者模式|长者专区|适老版|关怀版|简体|繁體|繁体|简|繁|English|EN|登录|注册|头部|底部|顶部|移动版|手机版|返回)\\s*+[:：]?\\s*+[】\\]）)]?";

  /** Words on buttons, which might also be a table's: chrome only around a document. */
  static final Pattern BUTTONS = Pattern.compile(BUTTON + "([\\s|｜]*+" + BUTTON + ")*+");

  /** Lines that no document contains. */
  static final Pattern CONTROL =
      Pattern.compile(
          "^(?:今天是\\s*+[:：]?.{0,40}|[^，。；]{0,20}\\d{4}年\\d{1,2}月\\d{1,2}日\\s*+,?\\s*+星期[一二三四五六日天].{0,12}|"
              + "扫一扫,?，?(在|用)?手机上?(打开|查看|阅读|浏览|访问)?(当前|本)?页?面?|》》点击图片进入专题《《"
              + "|[【\\[（(]?\\s*+(打印本页|打印此页|打印文章|关闭窗口|关闭本页|返回顶部)\\s*+[】\\]）)]?"
              + "|[【\\[（(]?\\s*+字\\s?[体号]\\s*+[:：]?([\\s|｜【】\\[\\]（）()]|[大中小]|加大|还原|减小|默认|打印|关闭)*+"
              + "|(上|下)一[篇条则页]\\s*([:：].*)?"
              + "|[^，。；]{0,20}(ICP备(案号)?|公网安备)\\s*+[:：]?\\s*+\\d[^，。；]{0,60}|[0-9a-f]{32}\\s*+:)");

  /** What heads a list of other pages. */
  static final Pattern RELATED = Pattern.compile("相关(报道|链接|附件|文档|新闻|阅读|稿件|解读|文件)\\s*([:：]|>>|＞＞)");

  /** What a site's foot begins with; a document's own line may look like it. */
  static final Pattern FOOT =
      Pattern.compile(
          "((主办|承办|主管|技术支持)(单位)?\\s*[:：]|版权所有|网站标识码|Copyright|©).*|联系我们|关于我们|网站地图|网站声明|设为首页");

  /** Lines that belong to chrome only beside chrome. */
  static final Set<String> BESIDE_CONTROLS =
      Set.of("大", "中", "小", "】", "【", "[", "]", "×", "|", "｜", "T", "A", "默认", "首页");

  private static final String STEP = "[^>›»＞→。，]{1,20}+";

  /** Breadcrumbs on one line, and a site's bar of sections. */
  public static final Pattern TRAIL =
      Pattern.compile(
          ("^(?:(您|你)?(现在|目前|当前|现)?(所在|所处)?的?(当前|现在)?(所在)?的?位置(是|为)?\\s*([:：].*)?"
              + "|[>›»＞→\\s]*+(网站)?首\\s*页\\s*[>›»＞》→/\\\\|｜·-].*|(网站)?首页(\\s++[^\\s。]{2,8}+){2,}+"
              + ("|[>›»＞]++→*+"
                  + STEP
                  + "([>›»＞→]++"
                  + STEP
                  + ")++→*+|→*+"
                  + STEP
                  + "([>›»＞→]→*+"
                  + STEP
                  + "){2,}+→*+)")));

  /** What stands between the steps of breadcrumbs that have a line each. */
  static final Pattern CONNECTOR = Pattern.compile("[>›»＞]+");

  static final Pattern DATE =
      Pattern.compile(
          "\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?(\\s*\\d{1,2}[:时]\\d{1,2}(分|:\\d{1,2})?)?");

  private static final String EDITORS =
      "责任编辑|编\\s*辑|审\\s*核|来\\s*源|作\\s*者|(?:浏览|阅读|点击|访问)(?:次数|量|数)?";

  /** Fields that stand at a page's foot; other words with a colon there are a table's. */
  static final Pattern FOOT_FIELD = Pattern.compile("(" + EDITORS + "|信息来源|发布[日时][期间])\\s*[:：].*");

  static final Pattern SOURCE_IN_BRACKETS = Pattern.compile("[（(]来源[:：][^）)]{1,20}[）)]");

  private SiteWords() {}

  /** Whether nobody but a site writes such a line. */
  public static boolean isControl(String line) {
    return is(CONTROL, line) || is(RELATED, line) || is(FOOT, line);
  }

  static boolean isFootField(String line) {
    return is(FOOT_FIELD, line) || is(SOURCE_IN_BRACKETS, line);
  }

  public static boolean is(Pattern pattern, String line) {
    return line.length() <= LONGEST && pattern.matcher(line).matches();
  }
}
