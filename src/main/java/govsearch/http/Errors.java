package govsearch.http;

import govsearch.engine.EngineUnavailableException;
import govsearch.engine.InvalidCursorException;
import govsearch.engine.NotAnsweredException;
import govsearch.engine.SearchTimedOutException;
import govsearch.engine.UnusableIndexException;
import govsearch.library.IntakeRefusedException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The one table from exceptions to answers. A person's mistake is not logged; ours is, once. */
final class Errors {

  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private static final String RETRY_SECONDS = "5";
  private static final String OUR_FAULT = "服务器内部错误";
  private static final String TELL_LATER = "出错了，已记入日志；请稍后再试";

  private final JsonMapper json;

  /** Ready in advance, for when nothing more can be made. */
  private final byte[] broken;

  Errors(JsonMapper json) {
    this.json = json;
    this.broken = json.writeValueAsBytes(Problem.of(500, OUR_FAULT, TELL_LATER, null));
  }

  void configure(JavalinConfig config) {
    config.jetty.modifyServer(server -> server.setErrorHandler(new JettyErrors(json)));
    config.router.javaLangErrorHandler(this::answerBroken);
    config.routes.exception(ProblemException.class, (e, context) -> e.problem().answer(context));
    config.routes.exception(
        InvalidCursorException.class,
        (e, context) ->
            answer(context, 400, "翻页位置无效", "cursor 不属于这次检索（检索式、筛选、排序须与上一页相同），请从第一页重新检索"));
    config.routes.exception(
        UnusableIndexException.class,
        (e, context) -> answer(context, 503, "索引不可用", String.valueOf(e.getMessage())));
    config.routes.exception(
        SearchTimedOutException.class,
        (e, context) -> answer(context, 503, "检索超时", "命中太多，没有在时限内数完；请用更具体的检索式或筛选缩小范围"));
    config.routes.exception(EngineUnavailableException.class, Errors::answerUnavailable);
    config.routes.exception(
        NotAnsweredException.class,
        (e, context) -> answer(context, 501, "这个引擎不提供", String.valueOf(e.getMessage())));
    config.routes.exception(
        IntakeRefusedException.class, (e, context) -> AdminRoutes.problem(e).answer(context));
    config.routes.exception(HttpResponseException.class, Errors::answerHttp);
    config.routes.exception(Exception.class, Errors::answerOurs);
  }

  /** It may be there again in a moment. */
  private static void answerUnavailable(EngineUnavailableException e, Context context) {
    context.header("Retry-After", RETRY_SECONDS);
    answer(context, 503, "检索引擎暂时不可用", String.valueOf(e.getMessage()));
  }

  private static void answerHttp(HttpResponseException e, Context context) {
    int status = e.getStatus();
    switch (status) {
      case 404 -> answerMissing(context);
      case 405 -> answerNotAllowed(context);
      default -> answer(context, status, "请求无法处理", "请检查请求后再试");
    }
  }

  private static void answerOurs(Exception e, Context context) {
    Problem theirs = ClientFault.of(e);
    if (theirs != null) {
      theirs.answer(context);
      return;
    }
    LOG.error("{} {} failed", context.method(), context.fullUrl(), e);
    answer(context, 500, OUR_FAULT, TELL_LATER);
  }

  /**
   * What is no exception, such as a stack that overflowed or a class that cannot be loaded, does
   * not come by the table. Nothing may be thrown from here: Javalin would come back with it for
   * ever.
   */
  private void answerBroken(HttpServletResponse response, Error e) {
    try {
      response.setStatus(500);
      LOG.error("a request failed", e);
      response.setContentType(Problem.MEDIA_TYPE);
      response.getOutputStream().write(broken);
    } catch (IOException | RuntimeException | Error more) {
      response.setStatus(500);
    }
  }

  private static void answerMissing(Context context) {
    if (!isRead(context)) {
      answerNotAllowed(context);
    } else if (!isForPrograms(context.path()) && WebUi.wantsPage(context)) {
      WebUi.missingPage(context);
    } else {
      answer(context, 404, "没有找到", "没有这个地址：" + Problem.shortened(context.path()));
    }
  }

  /** Whether an address is one that programs ask, to whom a page in an answer is of no use. */
  private static boolean isForPrograms(String path) {
    String below = path.endsWith("/") ? path : path + "/";
    return below.startsWith("/api/") || below.startsWith("/health/") || path.equals(McpRoutes.PATH);
  }

  private static boolean isRead(Context context) {
    return context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
  }

  private static void answerNotAllowed(Context context) {
    String allowed = PostRoutes.isPosted(context.path()) ? "POST" : "GET, HEAD";
    context.header("Allow", allowed);
    answer(context, 405, "不支持的方法", "这个地址只支持 " + allowed + "，收到的是 " + context.method());
  }

  private static void answer(Context context, int status, String title, String detail) {
    Problem.of(status, title, detail, null).answer(context);
  }
}
