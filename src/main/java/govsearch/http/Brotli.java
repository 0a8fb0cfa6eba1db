package govsearch.http;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
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

  private static boolean load() {
    String name = System.mapLibraryName("brotli");
    Path beside = beside(name);
    if (beside != null) {
      System.setProperty(LIBRARY, beside.toString());
      return Brotli4jLoader.isAvailable();
    }
    try (InputStream in = Brotli4jLoader.class.getResourceAsStream("/lib/" + machine() + name)) {
      return in != null && load(in, name);
    } catch (IOException e) {
      LOG.debug("no place for {}: answers are packed by gzip alone", name, e);
      return false;
    }
  }

  /**
   * Where the build puts the library: nothing is unpacked at a start then, a process that is killed
   * leaves nothing behind, and folders for temporary files may forbid to run what is in them. Null
   * where the program is run in another way.
   */
  private static @Nullable Path beside(String name) {
    CodeSource source = Brotli.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return null;
    }
    try {
      Path file =
          Path.of(source.getLocation().toURI())
              .resolveSibling("lib")
              .resolve("native")
              .resolve(machine())
              .resolve(name);
      return Files.isRegularFile(file) ? file : null;
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      LOG.debug("the program is in no folder", e);
      return null;
    }
  }

  /** The folder of a machine, by the names that the library has for them. */
  private static String machine() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "");
    String known =
        system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "osx" : system;
    return known + '-' + (machine.equals("amd64") ? "x86_64" : machine) + '/';
  }

  /** From a file that is gone again at once. */
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
