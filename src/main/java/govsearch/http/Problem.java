package govsearch.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import govsearch.text.Range;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 problem details.
 *
 * @param start first UTF-16 offset in the query, where one is meant
 * @param end offset behind
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable Integer start,
    @Nullable Integer end) {

  static final String MEDIA_TYPE = "application/problem+json; charset=utf-8";

  private static final int LONGEST_QUOTE = 60;

  static Problem of(int status, String title, String detail, @Nullable Range at) {
    return new Problem(
        "about:blank",
        title,
        status,
        detail,
        at == null ? null : at.start(),
        at == null ? null : at.end());
  }

  /** What was sent, as far as it is worth repeating; never cut within a character. */
  static String shortened(String value) {
    if (value.length() <= LONGEST_QUOTE) {
      return value;
    }
    int end = LONGEST_QUOTE - (Character.isHighSurrogate(value.charAt(LONGEST_QUOTE - 1)) ? 1 : 0);
    return value.substring(0, end) + "…";
  }

  void answer(Context context) {
    context.status(status).json(this).contentType(MEDIA_TYPE);
  }
}
