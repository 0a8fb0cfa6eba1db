package govsearch.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names of files that are sent to be kept (RFC 6266). */
final class Attachments {

  private Attachments() {}

  /**
   * The value of {@code Content-Disposition}.
   *
   * @param plain the name for programs that only read ASCII
   * @param name the name for all others
   */
  static String named(String plain, String name) {
    // URLEncoder writes forms, where a blank is a plus and the asterisk may stand.
    String encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }
}
