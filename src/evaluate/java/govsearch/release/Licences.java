package govsearch.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The licences and notices of libraries, from the files that they come in. */
final class Licences {

  private static final Pattern OF_LICENCE =
      Pattern.compile(
          "(?:META-INF/)?(?:LICENSE|LICENCE|NOTICE|COPYING)[^/]*+", Pattern.CASE_INSENSITIVE);

  private Licences() {}

  /**
   * Puts them into a folder for each library. Those that carry none are in the product's NOTICE
   * alone.
   */
  static void collect(Path libraries, Path into) throws IOException {
    for (Path library : Folders.all(libraries)) {
      if (library.toString().endsWith(".jar")) {
        try (ZipFile jar = new ZipFile(library.toFile())) {
          List<? extends ZipEntry> texts =
              jar.stream().filter(entry -> OF_LICENCE.matcher(entry.getName()).matches()).toList();
          for (ZipEntry text : texts) {
            Path folder = Files.createDirectories(into.resolve(name(library)));
            try (InputStream in = jar.getInputStream(text)) {
              String name = text.getName();
              Files.write(
                  folder.resolve(name.substring(name.lastIndexOf('/') + 1)), in.readAllBytes());
            }
          }
        }
      }
    }
  }

  private static String name(Path library) {
    String file = String.valueOf(library.getFileName());
    return file.substring(0, file.length() - ".jar".length());
  }
}
