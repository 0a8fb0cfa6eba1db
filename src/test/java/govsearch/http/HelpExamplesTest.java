package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples that pages offer to be clicked say what they search for, and find something. */
class HelpExamplesTest {

  private static final Pattern LINK =
      Pattern.compile("<a href=\"/\\?([^\"]+)\"><code>([^<]+)</code></a>");
  private static final Pattern ROW =
      Pattern.compile("^  \\['([^']+)', '[^']+'],$", Pattern.MULTILINE);
  private static final int LEAST = 15;

  @Test
  void everyExampleOfTheHelpFindsWhatItShows() throws IOException {
    Map<String, String> shown = new LinkedHashMap<>();
    Matcher link = LINK.matcher(Files.readString(Path.of("web", "pages", "help.html")));
    while (link.find()) {
      String asked = link.group(1).replace("&amp;", "&");
      assertThat(URLDecoder.decode(asked, StandardCharsets.UTF_8).replaceAll("&mode=.*", ""))
          .isEqualTo("q=" + link.group(2));
      shown.put(link.group(2), asked);
    }
    assertThat(shown).hasSizeGreaterThanOrEqualTo(LEAST);
    findsSomething(shown);
  }

  @Test
  void everyExampleOfTheFirstPageFindsSomething() throws IOException {
    Map<String, String> shown = new LinkedHashMap<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("web", "js", "start.js")));
    while (row.find()) {
      shown.put(row.group(1), RunningServer.query("q", row.group(1)));
    }
    assertThat(shown).isNotEmpty();
    findsSomething(shown);
  }

  private static void findsSomething(Map<String, String> queries) {
    Map<String, Long> found = new LinkedHashMap<>();
    try (RunningServer server = RunningServer.overSamples()) {
      queries.forEach(
          (query, parameters) -> {
            var answer = server.json("/api/v1/search?" + parameters);
            assertThat(answer.get("notices")).as(query).isEmpty();
            found.put(query, answer.get("total").get("value").longValue());
          });
    }
    assertThat(found).allSatisfy((query, total) -> assertThat(total).as(query).isPositive());
  }
}
