package govsearch.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problem details where a request never gets to a route, because it is no request, or one that is
 * too long or meant to get out of the served folders.
 */
final class JettyErrors extends ErrorHandler {

  private final JsonMapper json;

  JettyErrors(JsonMapper json) {
    this.json = json;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      @Nullable Throwable cause,
      Callback callback) {
    WebUi.HEADERS.forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    byte[] body = json.writeValueAsBytes(problem(code));
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static Problem problem(int code) {
    return switch (code) {
      case 400 -> Problem.of(code, "请求无效", "地址或请求头不合规范，无法处理", null);
      case 414, 431 ->
          Problem.of(code, "请求过长", "地址和请求头合计最多 " + Server.REQUEST_KIBIBYTES + " KB，请缩短", null);
      case 503 -> Problem.of(code, "服务暂不可用", "服务正在启动或停止，请稍后再试", null);
      default ->
          code >= 500
              ? Problem.of(code, "服务器内部错误", "出错了；请稍后再试", null)
              : Problem.of(code, "请求无法处理", "请检查请求后再试", null);
    };
  }
}
