package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of the scripts for Windows without one: how {@code cmd} reads their lines. */
class WindowsLauncherTest {

  private static final Path FOLDER = Path.of("src", "release");

  private static List<String> commands(String name) throws IOException {
    return Files.readAllLines(FOLDER.resolve(name)).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("rem ") && !line.startsWith(":"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"govsearch.cmd", "启动检索.cmd"})
  void pathsStandBetweenQuotationMarksOutsideOfBlocksAndAreExpandedOnce(String name)
      throws IOException {
    List<String> commands = commands(name);

    assertThat(commands.getFirst()).isEqualTo("@echo off");
    assertThat(commands).contains("setlocal EnableExtensions DisableDelayedExpansion");
    for (String command : commands) {
      for (String path : List.of("%~dp0", "%app%")) {
        for (int at = command.indexOf(path); at >= 0; at = command.indexOf(path, at + 1)) {
          long before = command.substring(0, at).chars().filter(c -> c == '"').count();
          assertThat(before % 2).as(command).isEqualTo(1);
        }
      }
      assertThat(command).doesNotEndWith("(").isNotEqualTo(")");
      if (command.startsWith("call ")) { // which expands what it is given once more
        assertThat(command).doesNotContain("%");
      }
    }
  }

  /** They are read in whatever code page there is. */
  @ParameterizedTest
  @ValueSource(strings = {"govsearch.cmd", "启动检索.cmd"})
  void allOfItIsAsciiAndNoLineIsLongerThanCmdTakes(String name) throws IOException {
    String text = Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8);

    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
    assertThat(text.lines()).allMatch(line -> line.length() < 1_000);
    assertThat(text).doesNotContain("\r"); // the package gives them its ends of lines
  }
}
