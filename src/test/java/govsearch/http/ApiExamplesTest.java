package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of {@code src/docs/api.md}, and compares what they print. */
class ApiExamplesTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("```(sh|python)\n(.*?)```\n```text\n(.*?)```", Pattern.DOTALL);

  private static RunningServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    server = RunningServer.overSamples();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** One of the page. */
  record Example(String language, String text, String printed) {
    @Override
    public String toString() {
      return text.lines().findFirst().orElse("");
    }
  }

  static Stream<Example> examples() throws IOException {
    Matcher all = EXAMPLE.matcher(Files.readString(Path.of("src/docs/api.md")));
    List<Example> examples =
        all.results()
            .map(found -> new Example(found.group(1), found.group(2), found.group(3)))
            .toList();
    assertThat(examples).hasSizeGreaterThan(6);
    return examples.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void printsWhatThePageSays(Example example) throws IOException, InterruptedException {
    assumeTrue(isThere("curl") && isThere("python3"), "curl and python3 are needed");
    String text = example.text().replace("http://127.0.0.1:8080", base());
    Path script = Files.writeString(folder.resolve("example"), text);
    String program = example.language().equals("sh") ? "sh" : "python3";
    Process process =
        new ProcessBuilder(program, script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed).contains(example.printed().strip());
  }

  private static String base() {
    return "http://127.0.0.1:" + server.port();
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
