package govsearch.release;

import govsearch.cli.Commands;
import govsearch.cli.UserMistakeException;
import govsearch.files.TemporaryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code package}: a file to download that needs no Java, no Maven and no network. */
@Command(
    name = "package",
    description = "打包：自带 Java 运行环境的 zip，解开就能用，不需要安装 Java、Maven，也不需要网络",
    footer = {"", "为 Windows 打包：--jdk 给解开的 Windows 版 JDK 的目录（与运行本命令的 JDK 同一版本，含 jmods）。"},
    mixinStandardHelpOptions = true)
final class PackageCommand implements Callable<Integer> {

  /** The archive of classes fits only jars of the very time; a zip keeps even seconds. */
  private static final FileTime JAR_TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private static final String JAR = "govsearch.jar";

  /** What the program is made of, as CycloneDX has it. */
  private static final String PARTS = "govsearch.cdx.json";

  private final Commands.Places places;

  @Option(names = "--jdk", paramLabel = "目录", description = "运行环境取自这个 JDK（默认：运行本命令的）")
  private @Nullable Path jdk;

  @Option(names = "--output", paramLabel = "目录", description = "写到哪里（默认：程序目录下的 target）")
  private @Nullable Path output;

  PackageCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    Path built = places.home().resolve("target");
    if (!Files.isRegularFile(built.resolve(JAR)) || !Files.isDirectory(built.resolve("lib"))) {
      throw new UserMistakeException("还没有构建：" + built + " 里没有 " + JAR + "。请先运行 ./govsearch build");
    }
    RuntimeImage runtime = RuntimeImage.from(jdk);
    String version = Commands.class.getPackage().getImplementationVersion();
    String name = "govsearch-" + (version == null ? "dev" : version) + "-" + runtime.platform();
    Path folder = output == null ? built : output;
    Files.createDirectories(folder);
    try (TemporaryFolder temporary = TemporaryFolder.create("cli")) {
      Path root = Files.createDirectory(temporary.path().resolve(name));
      fill(root, built);
      runtime.make(root.resolve("runtime"));
      if (runtime.isOurs()) {
        runtime.archiveClasses(root);
      }
      Path zip = ZipFile.of(root, folder.resolve(name + ".zip"));
      System.out.printf(Locale.ROOT, "已写 %s，%.0f MB%n", zip, Files.size(zip) / 1e6);
    }
    return Commands.OK;
  }

  private void fill(Path root, Path built) throws IOException {
    Path home = places.home();
    Path app = Files.createDirectory(root.resolve("app"));
    Files.copy(built.resolve(JAR), app.resolve(JAR));
    Files.setLastModifiedTime(app.resolve(JAR), JAR_TIME);
    Folders.copy(built.resolve("lib"), app.resolve("lib"));
    Folders.setTimes(app.resolve("lib"), JAR_TIME);
    Files.copy(
        home.resolve("src/main/resources/logging.properties"), app.resolve("logging.properties"));
    Folders.copy(places.web(), root.resolve("web"));
    Folders.copy(places.samples(), root.resolve("samples"));
    for (String file : new String[] {"LICENSE", "NOTICE", "CHANGELOG.md"}) {
      Files.copy(home.resolve(file), root.resolve(file));
    }
    Files.copy(built.resolve(PARTS), root.resolve(PARTS));
    Licences.collect(app.resolve("lib"), root.resolve("licenses"));
    Path own = home.resolve("src/release");
    Path launcher = Files.copy(own.resolve("govsearch"), root.resolve("govsearch"));
    if (Files.getFileStore(launcher).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    // What Windows reads has its ends of lines.
    for (String file : new String[] {"govsearch.cmd", "启动检索.cmd", "说明.txt"}) {
      String text = Files.readString(own.resolve(file), StandardCharsets.UTF_8);
      Files.writeString(root.resolve(file), text.replace("\n", "\r\n"), StandardCharsets.UTF_8);
    }
  }
}
