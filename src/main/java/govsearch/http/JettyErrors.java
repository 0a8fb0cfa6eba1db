package govsearch.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
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
    int status = ofClient(code);
    response.setStatus(status);
    byte[] body = json.writeValueAsBytes(problem(status));
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  /** A version or transfer coding that HTTP does not know is the client's mistake, not ours. */
  private static int ofClient(int code) {
    return code == HttpStatus.NOT_IMPLEMENTED_501
            || code == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505
        ? HttpStatus.BAD_REQUEST_400
        : code;
  }

  private static Problem problem(int code) {
    return switch (code) {
      case 400 -> Problem.of(code, "请求无效", "地址或请求头不合规范，无法处理", null);
      case 403 -> Problem.of(code, "请求来自别的网站", "这是别的网站的网页发出的请求；更改和提交只能从这个服务自己的网页或用程序发出", null);
      case 408 -> Problem.of(code, "接收超时", "请求来得太慢，已不再等待；请检查网络后重发", null);
      case 413 -> Problem.of(code, "内容过多", "请求正文太长，请缩短或分成几次", null);
      case 421 ->
          Problem.of(
              code,
              "不是这个服务的名字",
              "这个服务只在启动时告知的名字下应答：本机请用 127.0.0.1 或 localhost；经别的名字或反向代理访问，"
                  + "请在启动时加 --allow-host 主机名，或者 --public-url 网址",
              null);
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
