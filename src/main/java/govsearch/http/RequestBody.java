package govsearch.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

/** What is sent with a request. */
final class RequestBody {

  /** What is read at all, so that a client that sends too much still hears why it is refused. */
  static final long MOST_READ = 2L * (AdminRoutes.MOST_MEBIBYTES + 1) << 20;

  private static final String AHEAD = "govsearch.body";

  private RequestBody() {}

  /**
   * Reads the body before the handler asks for it: at the pace of the client, and so in no lane.
   */
  static Handler ahead(int mostBytes, String tooLarge, Handler handler) {
    return context -> {
      context.attribute(AHEAD, text(context, mostBytes, tooLarge));
      handler.handle(context);
    };
  }

  /** The same of a body that need be no text; see {@link #bytes(Context)}. */
  static Handler bytesAhead(int mostBytes, String tooLarge, Handler handler) {
    return context -> {
      context.attribute(AHEAD, bytes(context, mostBytes, tooLarge));
      handler.handle(context);
    };
  }

  /** What {@link #bytesAhead} has read. */
  static byte[] bytes(Context context) {
    byte[] ahead = context.attribute(AHEAD);
    return Objects.requireNonNull(ahead);
  }

  private static byte[] bytes(Context context, int mostBytes, String tooLarge) {
    refuseIfLonger(context, mostBytes, tooLarge);
    byte[] bytes =
        read(
            () -> {
              InputStream in = context.req().getInputStream();
              byte[] first = in.readNBytes(mostBytes + 1);
              in.transferTo(OutputStream.nullOutputStream());
              return first;
            });
    if (bytes.length > mostBytes) {
      throw ProblemException.tooLarge(tooLarge);
    }
    return bytes;
  }

  /** Whether nothing of the body is left to be read. */
  static boolean isRead(Context context) {
    boolean hasBody =
        context.req().getContentLengthLong() > 0 || context.header("Transfer-Encoding") != null;
    return !hasBody || context.attribute(AHEAD) != null;
  }

  /**
   * A body of text in UTF-8, without its byte order mark.
   *
   * @param tooLarge what to say where it has more than {@code mostBytes}
   */
  static String text(Context context, int mostBytes, String tooLarge) {
    String ahead = context.attribute(AHEAD);
    if (ahead != null) {
      return ahead;
    }
    return text(bytes(context, mostBytes, tooLarge));
  }

  /** A text in UTF-8, without its byte order mark. */
  static String text(byte[] bytes) {
    try {
      String body = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return body.startsWith("\uFEFF") ? body.substring(1) : body;
    } catch (CharacterCodingException e) {
      throw ProblemException.badRequest("编码不对", "正文不是有效的 UTF-8，请用 UTF-8 编码后再发");
    }
  }

  /**
   * What a body says that it is, in small letters and without parameters; empty where it says
   * nothing. Read from the header itself: the server's reading of it fails on a charset that there
   * is not.
   */
  static String mediaType(Context context) {
    String type = context.req().getHeader("Content-Type");
    if (type == null) {
      return "";
    }
    String[] parts = type.toLowerCase(Locale.ROOT).split(";");
    for (String part : parts) {
      String parameter = part.strip().replace("\"", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        throw ProblemException.unsupported("正文请用 UTF-8 编码，收到的是 " + Problem.shortened(parameter));
      }
    }
    return parts.length == 0 ? "" : parts[0].strip();
  }

  /**
   * Refuses a body that says itself that it is too long. It is read all the same, up to a bound:
   * most programs send the whole of a request before they look for an answer, and would only see
   * the connection break.
   *
   * @param tooLarge what to say
   */
  static void refuseIfLonger(Context context, long mostBytes, String tooLarge) {
    long length = context.req().getContentLengthLong();
    if (length <= mostBytes) {
      return;
    }
    if (length <= MOST_READ) {
      read(() -> context.req().getInputStream().transferTo(OutputStream.nullOutputStream()));
    }
    throw ProblemException.tooLarge(tooLarge);
  }

  /**
   * Reads; what goes wrong with that because of the client is told to it.
   *
   * @throws ProblemException if the body is malformed, too long, too slow or not whole
   */
  static <T> T read(Callable<T> reading) {
    try {
      return reading.call();
    } catch (Exception e) {
      Problem theirs = ClientFault.ofReading(e);
      if (theirs != null) {
        throw ProblemException.of(theirs);
      }
      throw e instanceof RuntimeException ours ? ours : new IllegalStateException(e);
    }
  }
}
