package govsearch.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * This process's class path with its folders packed: Java keeps an archive of linked classes, which
 * halves the time of a start, of jars only.
 */
final class PackedClasses {

  private PackedClasses() {}

  /**
   * Packs into a folder, with the machine code that a build has beside it; gives the class path.
   */
  static String into(Path folder) throws IOException {
    Path built = Path.of("target", "lib", "native").toAbsolutePath();
    if (Files.isDirectory(built)) {
      Files.createSymbolicLink(
          Files.createDirectories(folder.resolve("lib")).resolve("native"), built);
    }
    List<String> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path classes = Path.of(entry);
      if (Files.isDirectory(classes)) {
        Path jar = folder.resolve("classes" + path.size() + ".jar");
        pack(classes, jar);
        path.add(jar.toString());
      } else {
        path.add(entry);
      }
    }
    return String.join(File.pathSeparator, path);
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> all = Files.walk(classes)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }
}
