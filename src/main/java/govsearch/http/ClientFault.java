package govsearch.http;

import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;

/**
 * What fails because of how a request came: a body that is not what its headers say, that is too
 * long, that ends half way or never. It shows as exceptions of the server and of its parser, each
 * wrapped in others.
 */
final class ClientFault {

  /** Deeper than anything is wrapped, and no circle of causes is followed for ever. */
  private static final int DEEPEST = 10;

  private ClientFault() {}

  /** The answer to a failure; null if it is not the client's. */
  static @Nullable Problem of(Throwable failure) {
    return of(failure, false);
  }

  /** The answer to a failure while a body was read; null if it is ours, such as a full disk. */
  static @Nullable Problem ofReading(Throwable failure) {
    return of(failure, true);
  }

  private static @Nullable Problem of(Throwable failure, boolean reading) {
    Problem found = null;
    boolean reads = reading;
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      Problem here = here(cause, reads);
      // The innermost knows best: the parser calls whatever happens to it a bad form.
      found = here == null ? found : here;
      reads |= here != null;
      if (cause.getCause() == null && cause instanceof FileSystemException) {
        return null;
      }
      cause = cause.getCause();
    }
    return found;
  }

  /**
   * What one exception tells.
   *
   * @param reading whether it is of reading a request: an index may end too early as well
   */
  private static @Nullable Problem here(Throwable cause, boolean reading) {
    return switch (cause) {
      case HttpException http when http.getCode() == HttpStatus.PAYLOAD_TOO_LARGE_413 -> tooLong();
      case HttpException http when http.getCode() == HttpStatus.REQUEST_TIMEOUT_408 -> tooSlow();
      case HttpException http when HttpStatus.isClientError(http.getCode()) -> malformed();
      case EofException end -> cutShort();
      case EOFException end when reading -> cutShort();
      case ClosedChannelException end when reading -> cutShort();
      case TimeoutException timeout when reading -> tooSlow();
      default -> null;
    };
  }

  private static Problem malformed() {
    return Problem.of(
        400, "正文有误", "请求正文不合规范，无法读取；上传文件请用 multipart/form-data，如 curl -F file=@报告.txt", null);
  }

  private static Problem tooLong() {
    return Problem.of(413, "内容过多", "请求正文太长，请缩短或分成几次", null);
  }

  private static Problem tooSlow() {
    return Problem.of(408, "接收超时", "请求正文来得太慢，已不再等待；请检查网络后重发", null);
  }

  private static Problem cutShort() {
    return Problem.of(400, "正文不完整", "请求正文没有发完，请重发", null);
  }
}
