package govsearch.http;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packs text by Brotli: Chinese takes a ninth less room than by gzip, for about as much time. The
 * library is machine code, and does not come for every machine.
 */
final class Brotli {

  private static final Logger LOG = LoggerFactory.getLogger(Brotli.class);

  /** What level 7 takes for an answer is a twentieth of what it takes to find it. */
  private static final int LEVEL = 7;

  /** Of 64 KB: a larger one makes tables that take longer to set up than most answers to pack. */
  private static final int WINDOW = 16;

  private static final Encoder.Parameters PARAMETERS =
      Encoder.Parameters.create(LEVEL, WINDOW, Encoder.Mode.TEXT);

  private static final String LIBRARY = "brotli4j.library.path";

  private static final AtomicBoolean IS_BEGUN = new AtomicBoolean();
  private static volatile boolean isThere;

  private Brotli() {}

  /** Loads the library in the background, once: the first answer is not to wait for it. */
  static void loadLater() {
    if (IS_BEGUN.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("brotli").start(() -> isThere = load());
    }
  }

  /** Whether it is loaded, and anything can be packed. */
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

  /** A text, packed; only once it {@linkplain #isThere is there}. */
  static byte[] packed(byte[] text) throws IOException {
    return Encoder.compress(text, PARAMETERS);
  }
}
