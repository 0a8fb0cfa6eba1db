package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever is typed gets an answer as described. */
class FuzzApiTest {

  private static final int QUERIES = 2_000;
  private static final long SEED = 20_261_121;

  private static RunningServer server;
  private static ApiDescription api;

  @BeforeAll
  static void start() {
    server = RunningServer.overSamples();
    api = ApiDescription.servedBy(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everythingTypedIsAnsweredAsDescribed() {
    QueryFuzz fuzz = new QueryFuzz(new Random(SEED));
    List<String> wrong = new ArrayList<>();
    TreeMap<Long, String> slowest = new TreeMap<>();
    int found = 0;
    for (int i = 0; i < QUERIES; i++) {
      String query = fuzz.next();
      long start = System.nanoTime();
      RawAnswer answer = server.raw("/api/v1/search?" + query, "a");
      slowest.put(System.nanoTime() - start, query);
      if (slowest.size() > 5) {
        slowest.pollFirstEntry();
      }
      found += answer.status() == 200 ? 1 : 0;
      String fault = fault(answer);
      if (!fault.isEmpty()) {
        wrong.add(query + " → " + answer.status() + " " + fault);
      }
    }
    // For people to look at: how long an answer may take is not for a shared machine to judge.
    slowest
        .descendingMap()
        .forEach((nanos, query) -> System.out.printf("%6d ms  %.200s%n", nanos / 1_000_000, query));

    assertThat(wrong).isEmpty();
    assertThat(found).as("most of it is a query, if a strange one").isGreaterThan(QUERIES / 2);
  }

  private static String fault(RawAnswer answer) {
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
