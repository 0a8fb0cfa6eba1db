package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's table of queries tells what each finds in the bundled samples: so it does. */
class ReadmeSyntaxTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| `([^`]+)` \\| .+ \\| ([0-9?]+) 段 \\|$", Pattern.MULTILINE);
  private static final int FORMS = 17;

  @Test
  void everyQueryOfTheTableFindsAsManyParagraphsAsItSays() throws IOException {
    Map<String, String> told = new LinkedHashMap<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("README.md")));
    while (row.find()) {
      told.put(row.group(1), row.group(2));
    }
    assertThat(told).hasSize(FORMS);
    Map<String, String> found = new LinkedHashMap<>();
    try (RunningServer server = RunningServer.overSamples()) {
      for (String query : told.keySet()) {
        var answer = server.json("/api/v1/search?" + RunningServer.query("q", query));
        assertThat(answer.get("notices")).as(query).isEmpty();
        found.put(query, Long.toString(answer.get("total").get("value").longValue()));
      }
    }
    assertThat(found).isEqualTo(told);
  }
}
