package govsearch.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Packs what is answered from memory, as whoever asks takes it. What is sent while it is made, and
 * files, are left to Javalin, which knows gzip, but not what is said of how much it is liked.
 */
final class Packing {

  /** A packet; what is shorter takes as long to arrive. */
  private static final int LEAST = 1_500;

  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern SEMICOLON = Pattern.compile(";");
  private static final Pattern NOT_AT_ALL = Pattern.compile("q\\s*=\\s*0(?:\\.0{0,3})?");

  private Packing() {}

  /** Of all routes. */
  static void configure(JavalinConfig config) {
    config.routes.after(Packing::pack);
  }

  private static void pack(Context context) throws IOException {
    String accepted = context.header("Accept-Encoding");
    if (accepted == null
        || context.res().containsHeader("Content-Encoding")
        || !isText(context.res().getContentType())
        || !(context.resultInputStream() instanceof ByteArrayInputStream answer)
        || answer.available() < LEAST) {
      return;
    }
    if (Brotli.isThere() && isTaken("br", accepted)) {
      context.result(Brotli.packed(answer.readAllBytes())).header("Content-Encoding", "br");
    } else if (isTaken("gzip", accepted)) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream(answer.available() / 2);
      try (OutputStream out = new GZIPOutputStream(packed)) {
        answer.transferTo(out);
      }
      context.result(packed.toByteArray()).header("Content-Encoding", "gzip");
    }
  }

  /** Whether a header names a way of packing, and not to refuse it. */
  static boolean isTaken(String way, String accepted) {
    return COMMA
        .splitAsStream(accepted)
        .map(one -> SEMICOLON.split(one.strip().toLowerCase(Locale.ROOT), 2))
        .anyMatch(
            one ->
                one[0].strip().equals(way)
                    && (one.length == 1 || !NOT_AT_ALL.matcher(one[1].strip()).matches()));
  }

  private static boolean isText(@Nullable String type) {
    return type != null
        && (type.startsWith("text/") || type.contains("json") || type.contains("xml"));
  }
}
