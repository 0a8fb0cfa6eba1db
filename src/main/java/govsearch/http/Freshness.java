package govsearch.http;

import govsearch.report.Ids;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Spares who asks again an answer that is still the same: it bears a tag of the state that the
 * collection was in, and while that state lasts nothing is worked out anew.
 */
final class Freshness {

  /** Kept by who asked, and asked for again each time. */
  static final String REVALIDATE = "no-cache";

  /** Their answers are not the collection's alone, or are sent while they are made. */
  private static final Set<String> NEVER_THE_SAME =
      Set.of(
          Server.API + "/export",
          Server.API + "/manifest.csv",
          Server.API + "/overlap",
          Server.API + "/paragraphs/{id}/similar",
          Server.API + "/paragraphs/{id}/remedies");

  private static final Pattern COMMA = Pattern.compile(",");

  private static final String PASSING = Freshness.class.getName();

  private final LongSupplier state;

  /** Another program, or the same with other settings, may answer otherwise. */
  private final String start = Instant.now().toString();

  /**
   * Of a collection.
   *
   * @param state another number after each commit
   */
  Freshness(LongSupplier state) {
    this.state = state;
  }

  /** A route's handler as it is, or with its answers marked where they stay the same. */
  Handler of(String path, Handler handler) {
    boolean reads = path.startsWith(Server.API) || path.endsWith(".xml");
    return reads && !NEVER_THE_SAME.contains(path) ? in(handler) : handler;
  }

  /** A handler whose answers, where they are 200, are good for as long as the collection stays. */
  Handler in(Handler handler) {
    return context -> {
      String tag = tag(); // before: what is committed meanwhile may or may not be in the answer
      if (isHeld(context, tag)) {
        mark(context, tag).status(304);
        return;
      }
      handler.handle(context);
      if (context.statusCode() == 200 && context.attribute(PASSING) == null) {
        mark(context, tag);
      }
    };
  }

  /** Says that an answer is not what the same request gives when there is more time. */
  static void passing(Context context) {
    context.attribute(PASSING, true);
  }

  private static Context mark(Context context, String tag) {
    return context.header("Cache-Control", REVALIDATE).header("ETag", tag);
  }

  /** One of several perhaps, and whether or not something on the way has made it a strong one. */
  private static boolean isHeld(Context context, String tag) {
    String held = context.header("If-None-Match");
    return held != null
        && COMMA.splitAsStream(held).map(String::strip).map(Freshness::weak).anyMatch(tag::equals);
  }

  private static String weak(String tag) {
    return tag.startsWith("W/") ? tag : "W/" + tag;
  }

  private String tag() {
    // References name the day on which something was looked at.
    String today = LocalDate.now(ZoneId.systemDefault()).toString();
    byte[] of = (start + state.getAsLong() + today).getBytes(StandardCharsets.UTF_8);
    return "W/\"" + Ids.sha256(of).substring(0, 20) + '"';
  }
}
