package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the real program tells on standard error while it watches a folder. */
class LogFormatTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  private String firstLine(String... flags) throws IOException, InterruptedException {
    Commands.Places places = Launchers.places(folder);
    Path reports = Files.createDirectories(folder.resolve("reports"));
    Files.writeString(reports.resolve("甲镇.txt"), "甲镇2024年法治政府建设情况报告\n一、做法\n宣讲若干场，调解纠纷若干件。\n");
    ProcessBuilder serve =
        new ProcessBuilder(
            places.launcher().toString(),
            "serve",
            "--port=0",
            "--index=" + places.index(),
            "--watch=" + reports);
    serve.command().addAll(List.of(flags));
    serve.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = serve.start();
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      return String.valueOf(err.readLine());
    } finally {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  @Timeout(60)
  void forProgramsEachLineIsAnObject() throws IOException, InterruptedException {
    JsonNode line = JSON.readTree(firstLine("--log=json"));

    assertThat(line.get("level").asString()).isEqualTo("INFO");
    assertThat(line.get("timestamp").asLong()).isPositive();
    assertThat(line.get("loggerName").asString()).isEqualTo("govsearch.cli.LibraryChanges");
    assertThat(line.get("formattedMessage").asString()).startsWith("新增 1，更新 0");
  }

  @Test
  @Timeout(60)
  void forPeopleItIsText() throws IOException, InterruptedException {
    assertThat(firstLine()).contains(" INFO ").contains("新增 1，更新 0").doesNotContain("{");
  }
}
