package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.query.SortOrder;
import java.util.List;

/** Total orders: the last keys are the report's id and the paragraph's position. */
final class Orders {
  private static final Object REPORT = by(Columns.REPORT, "asc");
  private static final Object ORDINAL = by(Columns.ORDINAL, "asc");
  private static final Object NEWEST = by(Columns.NEWEST, "desc");
  private static final Object OLDEST = by(Columns.OLDEST, "asc");
  private static final Object SEEN = by(Columns.SEEN, "desc");
  private static final Object TOWN = by(Columns.TOWN_ORDER, "asc");

  /** Matches by how well they fit. */
  static final List<Object> SCORE = List.of(by("_score", "desc"), REPORT, ORDINAL);

  /** Heads. */
  static final List<Object> REPORTS = List.of(NEWEST, TOWN, REPORT);

  /** Heads, the oldest first. */
  static final List<Object> OLDEST_REPORTS = List.of(OLDEST, REPORT);

  /** Heads by their ids. */
  static final List<Object> IDS = List.of(REPORT);

  private Orders() {}

  private static Object by(String column, String direction) {
    return Json.of(column, direction);
  }

  /** The order of matches without scores; that of relevance is then by report. */
  static List<Object> of(SortOrder order) {
    return switch (order) {
      case RELEVANCE -> List.of(REPORT, ORDINAL);
      case NEWEST -> List.of(NEWEST, REPORT, ORDINAL);
      case OLDEST -> List.of(OLDEST, REPORT, ORDINAL);
      case TOWN -> List.of(TOWN, NEWEST, REPORT, ORDINAL);
      case FIRST_SEEN -> List.of(SEEN, REPORT, ORDINAL);
    };
  }
}
