package govsearch.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** All paragraphs of a server's reports, read report by report, to hold searches against. */
final class Library {

  /** A paragraph with the report that it is of. */
  record Entry(JsonNode report, JsonNode paragraph) {

    /** As {@code GET paragraphs/{id}} takes it. */
    String id() {
      return report.get("id").asString() + "." + paragraph.get("id").asString();
    }

    String text() {
      return paragraph.get("text").asString();
    }

    String section() {
      return paragraph.get("section").asString();
    }

    String town() {
      return report.get("town").asString();
    }

    int year() {
      return report.get("year").intValue();
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  Library(RunningServer server) {
    for (JsonNode head : server.json("/api/v1/reports?size=200").get("reports").values()) {
      JsonNode report = server.json("/api/v1/reports/" + head.get("id").asString());
      report.get("paragraphs").values().forEach(p -> entries.add(new Entry(report, p)));
    }
  }

  List<Entry> entries() {
    return entries;
  }

  List<String> ids(Predicate<Entry> wanted) {
    return entries.stream().filter(wanted).map(Entry::id).toList();
  }

  /** Ids of the hits of a search's answer, as those of entries are. */
  static List<String> ids(JsonNode answer) {
    return answer
        .get("hits")
        .valueStream()
        .map(hit -> hit.get("reportId").asString() + "." + hit.get("paragraphId").asString())
        .toList();
  }
}
