package govsearch.ingest.check;

import govsearch.ingest.structure.SiteWords;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a report's text what does not belong there: a site's words, and broken characters. */
final class LeftOver {

  private static final int LONGEST_CHROME = 120;

  private static final Pattern CHROME =
      Pattern.compile(
          "(浏览|点击|阅读|访问)(次数|量)\\s*[:：]|打印本页|关闭窗口|分享到|ICP备(案号)?|公网安备|扫一扫|当前位置\\s*[:：]|返回顶部"
              + "|[上下]一篇\\s*[:：]|设为首页|javascript:");

  private static final Pattern MARKUP =
      Pattern.compile(
          "&(nbsp|amp|lt|gt|quot|#\\d{2,6});|</?(p|div|span|br|td|tr|table|a|img|font)\\b");

  /**
   * U+FFFD, private use, controls; the commonest wreck of GBK read as UTF-8; UTF-8 read as Latin-1.
   */
  private static final Pattern BROKEN =
      Pattern.compile(
          "[\\uFFFD\\uE000-\\uF8FF\\u0080-\\u009F]|锟斤拷|烫烫烫|[\\u00C3\\u00C2\\u00E4-\\u00E9][\\u00A0-\\u00BF]");

  private LeftOver() {}

  /** Whether a paragraph is, or holds, what a site puts around a document. */
  static boolean isChrome(String text) {
    return MARKUP.matcher(text).find()
        || (text.length() <= LONGEST_CHROME
            && (CHROME.matcher(text).find()
                || SiteWords.isControl(text)
                || SiteWords.is(SiteWords.TRAIL, text)));
  }

  /** How many characters, or groups of them, cannot have been written so. */
  static int broken(String text) {
    int count = 0;
    Matcher matcher = BROKEN.matcher(text);
    while (matcher.find()) {
      count++;
    }
    return count;
  }
}
