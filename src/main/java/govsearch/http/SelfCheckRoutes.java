package govsearch.http;

import govsearch.engine.Place;
import govsearch.engine.SearchEngine;
import govsearch.engine.SearchTimedOutException;
import govsearch.engine.UnusableIndexException;
import govsearch.insight.selfcheck.SelfCheck;
import govsearch.insight.selfcheck.SelfChecked;
import govsearch.library.DraftReader;
import govsearch.library.IntakeRefusedException;
import govsearch.report.Report;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code POST selfcheck}: a draft, of which nothing is kept and nothing is logged. */
final class SelfCheckRoutes {

  /** A report with a picture or two; a text has some ten kilobytes. */
  static final int MOST_BYTES = 8 << 20;

  static final String TOO_LARGE = "稿子最多 " + (MOST_BYTES >> 20) + " MB，请去掉图片再试";

  /** Not in the address: addresses are logged by whatever stands before the service. */
  static final String FILE_NAME = "X-File-Name";

  private static final Set<String> ALLOWED = Set.of("town", "year");
  private static final int FIRST_YEAR = 1949;
  private static final int LAST_YEAR = 2100;

  private final SearchEngine engine;
  private final Server.@Nullable Drafts drafts;

  SelfCheckRoutes(SearchEngine engine, Server.@Nullable Drafts drafts) {
    this.engine = engine;
    this.drafts = drafts;
  }

  void check(Context context) {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, ALLOWED);
    Place town = town(parameters.text("town"));
    int year = parameters.text("year").isEmpty() ? 0 : year(parameters);
    if (drafts == null) {
      throw ProblemException.of(503, "不能自查", "这个服务没有开启自查");
    }
    try {
      Report draft = draft(context, drafts.reader());
      SelfChecked checked =
          new SelfCheck(engine, drafts.places()).of(draft, town, year == 0 ? null : (Integer) year);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      context.header("Cache-Control", "no-store").json(SelfCheckView.of(checked, millis));
    } catch (SelfCheck.TooLongException e) {
      throw ProblemException.tooLarge(
          "稿子有 " + e.sentences() + " 句，最多自查 " + SelfCheck.MOST_SENTENCES + " 句");
    } catch (ProblemException
        | IntakeRefusedException
        | SearchTimedOutException
        | UnusableIndexException e) {
      throw e;
    } catch (RuntimeException e) {
      throw withoutMessage(e);
    }
  }

  /** What went wrong and where, without a message, which may say what the draft says. */
  private static RuntimeException withoutMessage(RuntimeException e) {
    RuntimeException same = new IllegalStateException(e.getClass().getName());
    same.setStackTrace(e.getStackTrace());
    return same;
  }

  private static Report draft(Context context, DraftReader reader) {
    String media = RequestBody.mediaType(context);
    byte[] body = RequestBody.bytes(context);
    if (body.length == 0) {
      throw ProblemException.badRequest(
          "没有稿子", "请在请求正文里发稿子的文字（text/plain），或文件本身（application/octet-stream）");
    }
    if (media.isEmpty() || media.equals("text/plain")) {
      return reader.read(RequestBody.text(body));
    }
    if (media.equals("application/json") || media.startsWith("multipart/")) {
      throw ProblemException.unsupported(
          "正文应是稿子的文字（text/plain）或文件本身（application/octet-stream），收到的是 " + Problem.shortened(media));
    }
    return reader.read(fileName(context), body);
  }

  private static String fileName(Context context) {
    String name = context.header(FILE_NAME);
    if (name == null) {
      return "";
    }
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("文件名有误", FILE_NAME + " 应是百分号编码的 UTF-8");
    }
  }

  private static int year(Parameters parameters) {
    return parameters.integer("year", FIRST_YEAR, LAST_YEAR, FIRST_YEAR);
  }

  /** A town by its path; null for none. */
  static @Nullable Place town(String path) {
    List<String> names =
        Arrays.stream(path.split("/")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    if (path.length() > FilterValues.LONGEST_VALUE) {
      throw ProblemException.badRequest("参数有误", "town 最多 " + FilterValues.LONGEST_VALUE + " 字");
    }
    return names.isEmpty() ? null : new Place(names.subList(0, names.size() - 1), names.getLast());
  }
}
