package govsearch.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What is sent with a request. */
final class RequestBody {

  private RequestBody() {}

  /**
   * A body of text in UTF-8, without its byte order mark.
   *
   * @param tooLarge what to say where it has more than {@code mostBytes}
   */
  static String text(Context context, int mostBytes, String tooLarge) throws IOException {
    byte[] bytes = context.req().getInputStream().readNBytes(mostBytes + 1);
    if (bytes.length > mostBytes) {
      throw ProblemException.tooLarge(tooLarge);
    }
    try {
      String body = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return body.startsWith("\uFEFF") ? body.substring(1) : body;
    } catch (CharacterCodingException e) {
      throw ProblemException.badRequest("编码不对", "正文不是有效的 UTF-8，请用 UTF-8 编码后再发");
    }
  }
}
