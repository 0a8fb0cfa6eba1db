package govsearch.release;

import govsearch.cli.UserMistakeException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** As much of a JDK as the program needs, for one platform. */
final class RuntimeImage {

  /** As {@code jdeps} tells, and what is only found by name: charsets, ciphers, zip files. */
  private static final List<String> MODULES =
      List.of(
          "java.desktop",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.security.jgss",
          "java.sql",
          "jdk.charsets",
          "jdk.crypto.ec",
          "jdk.incubator.vector",
          "jdk.management",
          "jdk.unsupported",
          "jdk.zipfs");

  private static final int AOT_SINCE = 25;

  private final Path jdk;
  private final Path ours;
  private final String platform;

  private RuntimeImage(Path jdk, Path ours, String platform) {
    this.jdk = jdk;
    this.ours = ours;
    this.platform = platform;
  }

  /**
   * Of a JDK.
   *
   * @param jdk null for the one that runs this
   * @throws UserMistakeException if nothing can be made of it
   */
  static RuntimeImage from(@Nullable Path jdk) throws IOException {
    Path ours = Path.of(System.getProperty("java.home"));
    Path from = jdk == null ? ours : jdk.toAbsolutePath();
    Properties release = new Properties();
    if (!Files.isRegularFile(from.resolve("release"))) {
      throw new UserMistakeException("不是 JDK 的目录（没有 release 文件）：" + from);
    }
    try (Reader in = Files.newBufferedReader(from.resolve("release"), StandardCharsets.UTF_8)) {
      release.load(in);
    }
    RuntimeImage image =
        new RuntimeImage(from, ours, value(release, "OS_NAME") + "-" + value(release, "OS_ARCH"));
    if (!Files.isExecutable(ours.resolve("bin").resolve("jlink"))) {
      throw new UserMistakeException("打包需要完整的 JDK（有 jlink），现在运行的是 " + ours);
    }
    if (!image.isOurs() && !Files.isDirectory(from.resolve("jmods"))) {
      throw new UserMistakeException("为别的系统打包要用带 jmods 目录的 JDK，这里没有：" + from);
    }
    return image;
  }

  private static String value(Properties release, String name) {
    String value = release.getProperty(name, "").replace("\"", "").toLowerCase(Locale.ROOT);
    return switch (value) {
      case "x86_64", "amd64" -> "x64";
      case "darwin" -> "macos";
      default -> value;
    };
  }

  /** Such as {@code linux-x64}. */
  String platform() {
    return platform;
  }

  /** Whether it runs on this machine. */
  boolean isOurs() throws IOException {
    return Files.isSameFile(jdk, ours);
  }

  /** Makes it in a folder that is not there yet. */
  void make(Path into) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ours.resolve("bin").resolve("jlink").toString());
    if (Files.isDirectory(jdk.resolve("jmods"))) {
      command.addAll(List.of("--module-path", jdk.resolve("jmods").toString()));
    }
    command.addAll(List.of("--add-modules", String.join(",", MODULES)));
    command.addAll(List.of("--no-header-files", "--no-man-pages"));
    command.addAll(List.of("--compress", "zip-6", "--output", into.toString()));
    run(command);
  }

  /** Has a short run record the classes that it loads, so that the first start is a quick one. */
  void archiveClasses(Path root) throws IOException {
    boolean aot = Runtime.version().feature() >= AOT_SINCE;
    Path archive = root.resolve("app").resolve(aot ? "govsearch.aot" : "govsearch.jsa");
    run(
        List.of(
            root.resolve("runtime").resolve("bin").resolve("java").toString(),
            (aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive,
            "-Xlog:disable",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Dgovsearch.home=" + root,
            "-Xmx512m",
            "-XX:G1HeapRegionSize=8m",
            "-jar",
            root.resolve("app").resolve("govsearch.jar").toString(),
            "warm-up"));
    Files.deleteIfExists(root.resolve("app").resolve("govsearch.aot.config"));
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command.getFirst() + "：" + said.strip());
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
