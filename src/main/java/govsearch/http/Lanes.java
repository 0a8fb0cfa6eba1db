package govsearch.http;

import java.time.Duration;
import java.util.List;

/**
 * The lanes that requests are worked on in, so that those of one kind do not keep those of another
 * waiting. Health, the UI's files and the API's description are in none: they never wait.
 *
 * <p>How many are worked on at once bounds the memory as well: a heap of 512 MB holds the heaviest
 * of each. Searches get more threads than there are cores: the system shares these among them, so
 * that a short search among long ones takes some times as long and not until they are done.
 */
final class Lanes implements AutoCloseable {

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private static final Duration SEARCH_LIMIT = Duration.ofSeconds(5);
  private static final Duration INSIGHT_LIMIT = Duration.ofSeconds(20);

  /** A change is made whole: no deadline, and no client who leaves, breaks it off. */
  private static final Duration CHANGE_LIMIT = Duration.ofDays(1);

  /** Somewhat longer than a batch gives itself, whose rows then say what was not reached. */
  static final Duration BATCH_LIMIT = Duration.ofSeconds(70);

  /** Reading a file may take a minute by itself, and comparing takes some seconds at the most. */
  static final Duration DRAFT_LIMIT = Duration.ofSeconds(90);

  /** Millions of rows, at the pace of the client. */
  private static final Duration EXPORT_LIMIT = Duration.ofMinutes(30);

  private final Clients clients = new Clients();
  private final Lane cheap;
  private final Lane search;
  private final Lane costly;
  private final Lane insight;
  private final Lane export;
  private final Lane change;

  Lanes() {
    cheap = lane("cheap", Math.max(4, CORES), 200, Duration.ofSeconds(5), SEARCH_LIMIT);
    search = lane("search", Math.max(4, 2 * CORES), 100, Duration.ofSeconds(10), SEARCH_LIMIT);
    costly = lane("costly", Math.max(2, CORES), 100, Duration.ofSeconds(10), SEARCH_LIMIT);
    insight = lane("insight", Math.max(2, CORES), 20, Duration.ofSeconds(20), INSIGHT_LIMIT);
    export = lane("export", Math.max(2, CORES), 10, Duration.ofSeconds(20), EXPORT_LIMIT);
    change = new Lane("change", 2, 20, Duration.ofSeconds(60), CHANGE_LIMIT, null);
  }

  private Lane lane(String name, int atOnce, int waiting, Duration patience, Duration limit) {
    return new Lane(name, atOnce, waiting, patience, limit, clients);
  }

  /** What is read from where it is known to stand: suggestions, reports, paragraphs, lists. */
  Lane cheap() {
    return cheap;
  }

  /** A page of what is looked for in the whole collection. */
  Lane search() {
    return search;
  }

  /** The same for queries that may take a hundred times as long: {@link govsearch.query.Costly}. */
  Lane costly() {
    return costly;
  }

  /** What looks at every match. */
  Lane insight() {
    return insight;
  }

  /** What sends every match, at the pace of who takes it. */
  Lane export() {
    return export;
  }

  /** What changes the collection. */
  Lane change() {
    return change;
  }

  List<Lane> all() {
    return List.of(cheap, search, costly, insight, export, change);
  }

  @Override
  public void close() {
    clients.close();
    cheap.close();
    search.close();
    costly.close();
    insight.close();
    export.close();
    change.close();
  }
}
