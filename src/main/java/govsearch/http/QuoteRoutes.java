package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.insight.quotes.QuoteCheck;
import io.javalin.http.Context;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** {@code POST quotes}: the quotations of a text. */
final class QuoteRoutes {

  /** The longest text in characters of three bytes, and some more. */
  static final int MOST_BYTES = 3 * QuoteCheck.LONGEST_TEXT + 1_000;

  static final String TOO_LARGE = "文字最多 " + QuoteCheck.LONGEST_TEXT + " 字，请分几次核对";

  private final SearchEngine engine;

  QuoteRoutes(SearchEngine engine) {
    this.engine = engine;
  }

  void check(Context context) {
    long start = System.nanoTime();
    Parameters.of(context, Set.of());
    String media = RequestBody.mediaType(context);
    if (!media.isEmpty() && !media.equals("text/plain")) {
      throw ProblemException.unsupported("正文应是文字（text/plain），收到的是 " + Problem.shortened(media));
    }
    String text = RequestBody.text(context, MOST_BYTES, TOO_LARGE);
    if (text.isBlank()) {
      throw ProblemException.badRequest("没有文字", "请在请求正文里发要核对的文字，引文用“”、「」或行首的 > 标出");
    }
    if (text.length() > QuoteCheck.LONGEST_TEXT) {
      throw ProblemException.tooLarge(TOO_LARGE);
    }
    var checked = new QuoteCheck(engine).of(text);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    context.json(QuotesView.of(checked, millis));
  }
}
