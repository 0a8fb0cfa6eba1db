package govsearch.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.cli.UserMistakeException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts that a package is put together from; {@code .ci/package-trial} tries the whole. */
class PackingTest {

  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir private Path folder;

  @Test
  void aZipKeepsNamesTimesAndWhatMayBeExecuted() throws IOException {
    Path root = Files.createDirectories(folder.resolve("检索 程序"));
    Path launcher = Files.writeString(root.resolve("govsearch"), "#!/bin/sh\n");
    Path text = Files.writeString(root.resolve("说明.txt"), "解开即用");
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(text, PosixFilePermissions.fromString("rw-rw----"));
    Files.setLastModifiedTime(text, TIME);

    Path zip = ZipFile.of(root, folder.resolve("a.zip"));

    try (FileSystem file =
        FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"))) {
      Path packed = file.getPath("/检索 程序");
      assertThat(Files.readString(packed.resolve("说明.txt"))).isEqualTo("解开即用");
      assertThat(Files.getLastModifiedTime(packed.resolve("说明.txt"))).isEqualTo(TIME);
      assertThat(modes(packed.resolve("govsearch"))).isEqualTo("rwxr-xr-x");
      assertThat(modes(packed.resolve("说明.txt"))).isEqualTo("rw-r--r--");
    }
    assertThat(folder.resolve("a.zip.tmp")).doesNotExist();
  }

  private static String modes(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  /** Windows reads it in whatever code page it has before the first line. */
  @Test
  void whatWindowsRunsIsAsciiAndQuotesEveryPath() throws IOException {
    String cmd = Files.readString(Path.of("src/release/govsearch.cmd"));

    assertThat(cmd.chars().allMatch(c -> c < 0x80)).isTrue();
    assertThat(cmd.lines().filter(line -> line.contains("java.exe")))
        .isNotEmpty()
        .allMatch(line -> line.contains("\"%~dp0runtime\\bin\\java.exe\""));
    assertThat(cmd.lines().filter(line -> line.contains(" -jar ")))
        .singleElement()
        .asString()
        .startsWith("\"%~dp0runtime\\bin\\java.exe\"")
        .contains("\"-Dgovsearch.home=%~dp0.\"", "-jar \"%app%\\govsearch.jar\" %*");
  }

  @Test
  void licencesComeFromTheLibrariesThatCarryThem() throws IOException {
    Path libraries = Files.createDirectories(folder.resolve("lib"));
    jar(libraries.resolve("one-1.0.jar"), "META-INF/LICENSE.txt", "META-INF/NOTICE", "a/LICENSE");
    jar(libraries.resolve("two-2.0.jar"), "two/Two.class");

    Licences.collect(libraries, folder.resolve("licenses"));

    assertThat(folder.resolve("licenses/one-1.0/LICENSE.txt")).hasContent("META-INF/LICENSE.txt");
    assertThat(folder.resolve("licenses/one-1.0/NOTICE")).hasContent("META-INF/NOTICE");
    assertThat(folder.resolve("licenses/one-1.0/LICENSE")).doesNotExist();
    assertThat(folder.resolve("licenses/two-2.0")).doesNotExist();
  }

  private static void jar(Path file, String... entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream jar = new ZipOutputStream(out)) {
      for (String entry : entries) {
        jar.putNextEntry(new ZipEntry(entry));
        jar.write(entry.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void aFolderThatIsNoJdkOfAnotherSystemIsRefusedWithWhatIsNeeded() throws IOException {
    assertThatThrownBy(() -> RuntimeImage.from(folder))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("不是 JDK 的目录");
    Files.writeString(folder.resolve("release"), "OS_NAME=\"Windows\"\nOS_ARCH=\"x86_64\"\n");
    assertThatThrownBy(() -> RuntimeImage.from(folder))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("jmods");
    Files.createDirectory(folder.resolve("jmods"));
    assertThat(RuntimeImage.from(folder).platform()).isEqualTo("windows-x64");
  }
}
