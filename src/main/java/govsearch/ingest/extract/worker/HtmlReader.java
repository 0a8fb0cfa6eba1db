package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import govsearch.ingest.extract.TextDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads web pages, also those that Word saved, in the encoding that they declare. */
final class HtmlReader implements Reader {

  /** Where browsers look for a page's encoding, and somewhat further. */
  private static final int HEAD = 4096;

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int LONGEST_ERROR_PAGE = 300;
  private static final int SHOWN = 30;
  private static final Pattern ERROR_PAGE =
      Pattern.compile(
          "(?:页面|网页|文件|内容|文章|地址)[^。！]{0,8}(?:不存在|已(?:被)?删除|找不到|已(?:经)?失效|丢失|过期)|找不到[^。]{0,6}(?:页面|网页|文件)|\\b(?:40[0-9]|50[0-9])\\b[^。]{0,20}(?:Not"
              + " Found|Forbidden|Error|Bad|Unavailable|错误)|Not Found|Access Denied"
              + "|(?:无权|没有权限|禁止)访问|(?:系统|网站)(?:维护|升级)中|服务器(?:内部)?错误|访问(?:过于)?频繁|秒后自动(?:返回|跳转)");

  private static final Pattern DECLARED =
      Pattern.compile("(?i)(?:charset|encoding)\\s*+=\\s*+[\"']?\\s*+([a-z0-9_:.-]{2,30})");

  @Override
  public void read(byte[] bytes, Output out) throws RejectedFileException {
    read(decode(bytes), out);
  }

  /** Reads a page that is decoded already. */
  static void read(String html, Output out) throws RejectedFileException {
    // Behind a byte-order mark the parser would take the head for text.
    int start = 0;
    while (start < html.length() && html.charAt(start) == BYTE_ORDER_MARK) {
      start++;
    }
    Document page = Jsoup.parse(html.substring(start));
    new HtmlText(page, out).readAll();
    refuseErrorPage(out.text());
  }

  /** What a site answers where the page is gone is no report, whatever the file is called. */
  private static void refuseErrorPage(String text) throws RejectedFileException {
    if (text.length() <= LONGEST_ERROR_PAGE && ERROR_PAGE.matcher(text).find()) {
      String said = text.strip().replace('\n', ' ');
      throw new RejectedFileException(
          "是网站的出错页，不是报告：“" + said.substring(0, Math.min(SHOWN, said.length())) + "”");
    }
  }

  private static String decode(byte[] bytes) throws RejectedFileException {
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(head);
    Charset charset = declared.find() ? charset(declared.group(1)) : null;
    return (charset == null ? TextDecoder.decode(bytes) : TextDecoder.decode(bytes, charset))
        .text();
  }

  /** An encoding by name, or null; the Chinese ones in their widest form, as browsers do. */
  static @Nullable Charset charset(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("gb") || lower.equals("x-gbk") || lower.equals("hz-gb-2312")) {
      return Charset.forName("GB18030");
    }
    if (lower.startsWith("big5")) {
      return Charset.forName("Big5-HKSCS");
    }
    if (lower.startsWith("utf-16")) {
      return null; // who can read this declaration is not reading UTF-16
    }
    return Charset.isSupported(lower) ? Charset.forName(lower) : null;
  }
}
