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

  private static final Pattern DECLARED =
      Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]{2,30})");

  @Override
  public void read(byte[] bytes, Output out) throws RejectedFileException {
    read(decode(bytes), out);
  }

  /** Reads a page that is decoded already. */
  static void read(String html, Output out) throws RejectedFileException {
    Document page = Jsoup.parse(html);
    new HtmlText(page, out).readAll();
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
