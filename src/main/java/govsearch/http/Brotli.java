package govsearch.http;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packs answers for whoever takes Brotli: Chinese text takes a ninth less room than by gzip, for
 * about as much time. What is sent while it is made is left to gzip, and so is everything where the
 * library, which is machine code, does not come for the machine.
 */
final class Brotli {

  private static final Logger LOG = LoggerFactory.getLogger(Brotli.class);

  /** A packet; what is shorter takes as long to arrive. */
  private static final int LEAST = 1_500;

  /** What level 7 takes for an answer is a twentieth of what it takes to find it. */
  private static final int LEVEL = 7;

  /** Of 64 KB: a larger one makes tables that take longer to set up than most answers to pack. */
  private static final int WINDOW = 16;

  private static final Encoder.Parameters PARAMETERS =
      Encoder.Parameters.create(LEVEL, WINDOW, Encoder.Mode.TEXT);

  private static final String LIBRARY = "brotli4j.library.path";

  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern SEMICOLON = Pattern.compile(";");
  private static final Pattern NOT_AT_ALL = Pattern.compile("q=0(?:\\.0{0,3})?");

  private static final AtomicBoolean IS_BEGUN = new AtomicBoolean();
  private static volatile boolean isThere;

  private Brotli() {}

  /** Packs what the routes answer, from when {@link #loadLater} has brought it. */
  static void configure(JavalinConfig config) {
    config.routes.after(Brotli::pack);
  }

  /** Loads the library in the background, once: the first answer is not to wait for it. */
  static void loadLater() {
    if (IS_BEGUN.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("brotli").start(() -> isThere = load());
    }
  }

  /** Whether anything is packed yet. */
  static boolean isThere() {
    return isThere;
  }

  /** From a file that is gone again at once, so that a process that is killed leaves none. */
  private static boolean load() {
    String name = System.mapLibraryName("brotli");
    try (InputStream in = Brotli4jLoader.class.getResourceAsStream(folder() + name)) {
      return in != null && load(in, name);
    } catch (IOException e) {
      LOG.debug("no place for {}: answers are packed by gzip alone", name, e);
      return false;
    }
  }

  /** Where the library has its files, by the names of machines that it has. */
  private static String folder() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "");
    String known =
        system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "osx" : system;
    return "/lib/" + known + '-' + (machine.equals("amd64") ? "x86_64" : machine) + '/';
  }

  private static boolean load(InputStream library, String name) throws IOException {
    Path file = Files.createTempFile("govsearch-", '-' + name);
    try {
      Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
      System.setProperty(LIBRARY, file.toString());
      return Brotli4jLoader.isAvailable();
    } finally {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) { // Windows deletes nothing that is in use
        file.toFile().deleteOnExit();
      }
    }
  }

  private static void pack(Context context) throws IOException {
    if (isThere
        && isTaken(context.header("Accept-Encoding"))
        && !context.res().containsHeader("Content-Encoding")
        && isText(context.res().getContentType())
        && context.resultInputStream() instanceof ByteArrayInputStream answer
        && answer.available() >= LEAST) {
      context.result(Encoder.compress(answer.readAllBytes(), PARAMETERS));
      context.header("Content-Encoding", "br");
    }
  }

  /** Whether a header names it, and not to refuse it. */
  static boolean isTaken(@Nullable String accepted) {
    return accepted != null
        && COMMA
            .splitAsStream(accepted)
            .map(one -> SEMICOLON.split(one.strip().toLowerCase(Locale.ROOT), 2))
            .anyMatch(
                one ->
                    one[0].strip().equals("br")
                        && (one.length == 1 || !NOT_AT_ALL.matcher(one[1].strip()).matches()));
  }

  private static boolean isText(@Nullable String type) {
    return type != null
        && (type.startsWith("text/") || type.contains("json") || type.contains("xml"));
  }
}
