package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is typed gets an answer as described. {@code -Dgovsearch.fuzz=100000} asks as many
 * questions of each collection.
 */
class FuzzApiTest {

  private static final int QUERIES = Integer.getInteger("govsearch.fuzz", 1_000);
  private static final int REQUESTS = 4_000;
  private static final long SEED = 20_261_121;
  private static final Path PROVINCIAL = Path.of("..", "shared", "reports");
  private static final int SHOWN = 5;

  @Test
  void everythingTypedIsAnsweredAsDescribed() {
    ask(RunningServer.overSamples());
  }

  @Test
  void everythingTypedIsAnsweredAsDescribedOverRealReports() {
    Assumptions.assumeTrue(
        Files.isDirectory(PROVINCIAL),
        "skipped: the real reports (../shared/reports) are not here");
    ask(RunningServer.over(PROVINCIAL, Path.of("web"), null));
  }

  /** Every route, with hostile parameters, headers and bodies; {@link ApiFuzz} asks more. */
  @Test
  void whateverIsSentToWhicheverRouteIsNoFaultOfTheService() throws Exception {
    FuzzedService.Outcome outcome = FuzzedService.ask(REQUESTS);

    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.answers().keySet()).contains(200, 201, 400, 401, 404, 405, 413, 415);
  }

  private static void ask(RunningServer started) {
    QueryFuzz fuzz = new QueryFuzz(new Random(SEED));
    List<String> wrong = new ArrayList<>();
    TreeMap<Long, String> slowest = new TreeMap<>();
    int found = 0;
    try (RunningServer server = started) {
      ApiDescription api = ApiDescription.servedBy(server);
      for (int i = 0; i < QUERIES; i++) {
        String query = fuzz.next();
        long start = System.nanoTime();
        RawAnswer answer = server.raw("/api/v1/search?" + query);
        slowest.put(System.nanoTime() - start, query);
        if (slowest.size() > SHOWN) {
          slowest.pollFirstEntry();
        }
        found += answer.status() == 200 ? 1 : 0;
        String fault = fault(api, answer);
        if (!fault.isEmpty()) {
          wrong.add(query + " → " + answer.status() + " " + fault);
        }
      }
    }
    // For people to look at: how long an answer may take is not for a shared machine to judge.
    slowest
        .descendingMap()
        .forEach((nanos, query) -> System.out.printf("%6d ms  %.200s%n", nanos / 1_000_000, query));

    assertThat(wrong).isEmpty();
    assertThat(found).as("most of it is a query, if a strange one").isGreaterThan(QUERIES / 2);
  }

  private static String fault(ApiDescription api, RawAnswer answer) {
    return switch (answer.status()) {
      case 200 -> fault(api.errors("SearchAnswer", answer.json()), answer.json());
      case 400 -> api.errors("Problem", answer.json()).toString().replace("[]", "");
      default -> "is neither an answer nor a refusal";
    };
  }

  private static String fault(List<Error> errors, JsonNode answer) {
    if (!errors.isEmpty()) {
      return errors.toString();
    }
    for (JsonNode hit : answer.get("hits").values()) {
      int last = 0;
      for (JsonNode range : hit.get("ranges").values()) {
        int start = range.get("start").intValue();
        int end = range.get("end").intValue();
        if (start < last || end <= start || end > hit.get("text").asString().length()) {
          return "has a range that is none: " + range;
        }
        last = end;
      }
    }
    return "";
  }
}
