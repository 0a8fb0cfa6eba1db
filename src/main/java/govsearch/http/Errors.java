package govsearch.http;

import govsearch.engine.InvalidCursorException;
import govsearch.engine.UnusableIndexException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one table from exceptions to answers. A person's mistake is not logged; ours is, once. */
final class Errors {

  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private Errors() {}

  static void configure(RoutesConfig routes) {
    routes.exception(ProblemException.class, (e, context) -> e.problem().answer(context));
    routes.exception(
        InvalidCursorException.class,
        (e, context) ->
            answer(context, 400, "翻页位置无效", "cursor 不属于这次检索（检索式、筛选、排序须与上一页相同），请从第一页重新检索"));
    routes.exception(
        UnusableIndexException.class,
        (e, context) -> answer(context, 503, "索引不可用", String.valueOf(e.getMessage())));
    routes.exception(HttpResponseException.class, Errors::answerHttp);
    routes.exception(Exception.class, Errors::answerOurs);
    routes.error(404, Errors::answerMissing);
  }

  private static void answerHttp(HttpResponseException e, Context context) {
    int status = e.getStatus();
    switch (status) {
      case 404 -> answerMissing(context);
      case 405 -> answer(context, status, "不支持的方法", "这个地址不支持 " + context.method());
      default -> answer(context, status, "请求无法处理", "请检查请求后再试");
    }
  }

  private static void answerOurs(Exception e, Context context) {
    LOG.error("{} {} failed", context.method(), context.fullUrl(), e);
    answer(context, 500, "服务器内部错误", "出错了，已记入日志；请稍后再试");
  }

  private static void answerMissing(Context context) {
    String type = context.res().getContentType();
    if (type == null || !type.startsWith("application/problem+json")) {
      answer(context, 404, "没有找到", "没有这个地址：" + context.path());
    }
  }

  private static void answer(Context context, int status, String title, String detail) {
    Problem.of(status, title, detail, null).answer(context);
  }
}
