package govsearch.http;

import govsearch.report.Paragraph;
import io.javalin.http.Context;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of the UI's pages, as they are handed on to other people. */
final class Links {

  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9._-]+(:\\d{1,5})?|\\[[0-9a-fA-F:]+](:\\d{1,5})?");

  private final @Nullable String publicUrl;

  /**
   * Addresses.
   *
   * @param publicUrl where the service is reached from outside, without a slash at the end; null
   *     for where the request came to
   */
  Links(@Nullable String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /**
   * The address of a paragraph on its report's page. Its number stands behind its id: where the
   * paragraph is gone one day, the page knows which is nearest.
   */
  String paragraph(Context context, String reportId, Paragraph paragraph) {
    return base(context)
        + "/reports/"
        + reportId
        + "#"
        + paragraph.id()
        + "~"
        + paragraph.ordinal();
  }

  /** The address of a report's page. */
  String report(Context context, String reportId) {
    return base(context) + "/reports/" + reportId;
  }

  /** The address of a paragraph on its report's page, where its number is not known. */
  String paragraph(Context context, String reportId, String paragraphId) {
    return report(context, reportId) + "#" + paragraphId;
  }

  /** The address of a paragraph as others reach it; null where the service has no such name. */
  @Nullable String cited(String reportId, Paragraph paragraph) {
    return publicUrl == null
        ? null
        : publicUrl + "/reports/" + reportId + "#" + paragraph.id() + "~" + paragraph.ordinal();
  }

  /** Whether others reach the service by a name. */
  boolean isPublic() {
    return publicUrl != null;
  }

  /** The address of a report as others reach it; null where the service has no such name. */
  @Nullable String cited(String reportId) {
    return publicUrl == null ? null : publicUrl + "/reports/" + reportId;
  }

  /** Where the service is, without a slash at the end. */
  String base(Context context) {
    if (publicUrl != null) {
      return publicUrl;
    }
    String host = context.host();
    return host != null && HOST.matcher(host).matches()
        ? context.scheme() + "://" + host
        : "http://127.0.0.1:" + context.req().getLocalPort();
  }
}
