package govsearch.engine.opensearch.read;

import govsearch.engine.Deadline;
import govsearch.engine.NearText;
import govsearch.engine.Suggestion;
import govsearch.engine.lucene.document.FacetLabels;
import govsearch.engine.lucene.snapshot.IndexedBigrams;
import govsearch.engine.lucene.suggest.Counted;
import govsearch.engine.lucene.suggest.NearestTexts;
import govsearch.engine.lucene.suggest.SuggestionList;
import govsearch.engine.lucene.suggest.SuggestionMiner;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.query.FacetField;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Paragraph;
import govsearch.text.Literal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Suggests by what is read of a collection when it is first asked for, and again when it has grown
 * or shrunk by a part; of a large one a part of the reports is read, drawn by their ids. Counts are
 * always those of the snapshot that is asked, so that what is not there any more is not suggested.
 */
final class Suggestions {
  private static final long MOST_PARAGRAPHS = 40_000;

  /** One paragraph of so many may be another by now. */
  private static final int SAME = 50;

  /** How many entries beyond the wanted ones are tried where some are not there any more. */
  private static final int SPARE = 20;

  private static final Set<Suggestion.Kind> PLACES =
      EnumSet.range(Suggestion.Kind.TOWN, Suggestion.Kind.PROVINCE);

  /** What was read of a collection. */
  private record Mined(
      long generation, long paragraphs, SuggestionList list, IndexedBigrams bigrams) {}

  /** Who needs what somebody else is reading waits so long for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ReentrantLock mining = new ReentrantLock();
  private volatile @Nullable Mined mined;

  /** Reads the collection beforehand, so that nobody who searches has to, by his own deadline. */
  void prepare(Asked asked) {
    mining.lock();
    try {
      if (!isOf(asked, mined)) {
        mined = mine(asked);
      }
    } finally {
      mining.unlock();
    }
  }

  List<Suggestion> suggest(Asked asked, String typed, Set<Suggestion.Kind> kinds, int size) {
    Mined of = mined(asked);
    if (of == null) {
      return List.of();
    }
    List<SuggestionList.Found> found = of.list.find(typed, kinds, size);
    List<SuggestionList.Found> first = found.subList(0, Math.min(found.size(), size + SPARE));
    List<Long> counts =
        counts(
            asked,
            first.stream().map(one -> one.entry().kind().query(one.entry().text())).toList());
    List<Suggestion> suggestions = new ArrayList<>(size);
    for (int i = 0; i < first.size() && suggestions.size() < size; i++) {
      SuggestionList.Found one = first.get(i);
      if (counts.get(i) > 0) {
        suggestions.add(
            new Suggestion(
                one.entry().kind(),
                one.entry().text(),
                Literal.of(one.entry().text()).source(one.at()),
                counts.get(i)));
      }
    }
    return suggestions;
  }

  /** How many paragraphs queries find; each is counted once for a snapshot. */
  private static List<Long> counts(Asked asked, List<Query> queries) {
    record Key(Query query) {}
    var remembered = asked.reader().snapshot().remembered();
    List<Query> unknown =
        queries.stream().filter(one -> remembered.getIfPresent(new Key(one)) == null).toList();
    Map<Query, Long> known = new HashMap<>();
    List<Long> counted =
        asked
            .reader()
            .counts(
                unknown.stream()
                    .map(query -> asked.translator().translate(query, Mode.EXACT))
                    .toList());
    for (int i = 0; i < unknown.size(); i++) {
      known.put(unknown.get(i), counted.get(i));
      if (asked.reader().isComplete()) {
        remembered.put(new Key(unknown.get(i)), counted.get(i));
      }
    }
    return queries.stream()
        .map(
            query ->
                remembered.getIfPresent(new Key(query)) instanceof Long count
                    ? count
                    : known.getOrDefault(query, 0L))
        .toList();
  }

  List<NearText> nearest(Asked asked, String text, boolean isMissing, int most) {
    Mined of = mined(asked);
    if (of == null) {
      return List.of();
    }
    try {
      return new NearestTexts(literals -> counted(asked, literals), of.bigrams, of.list)
          .of(text, isMissing, most);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts phrases, as far as anybody wants to know; each once for a snapshot. */
  private static List<Counted> counted(Asked asked, List<String> literals) {
    record Key(String literal) {}
    var remembered = asked.reader().snapshot().remembered();
    Map<String, Counted> known = new HashMap<>();
    for (String literal : literals) {
      if (remembered.getIfPresent(new Key(literal)) instanceof Counted count) {
        known.put(literal, count);
      }
    }
    List<String> unknown = literals.stream().filter(one -> !known.containsKey(one)).toList();
    List<Long> counts =
        asked
            .reader()
            .counts(
                unknown.stream()
                    .map(one -> asked.translator().translate(new Query.Phrase(one), Mode.EXACT))
                    .toList(),
                NearText.MOST_COUNTED);
    for (int i = 0; i < unknown.size(); i++) {
      long count = counts.get(i);
      boolean isExact = count < NearText.MOST_COUNTED;
      Counted counted = isExact ? Counted.all(count) : Counted.atLeast(count, count);
      known.put(unknown.get(i), counted);
      if (asked.reader().isComplete()) {
        remembered.put(new Key(unknown.get(i)), counted);
      }
    }
    return literals.stream().map(known::get).toList();
  }

  /**
   * What was read; of a collection that was not read yet, or is another by now, it is read first.
   *
   * @return from before where somebody else is reading and does not end soon, and null where there
   *     is nothing from before; the deadline is told that it was gone on without
   */
  private @Nullable Mined mined(Asked asked) {
    Mined known = mined;
    if (isOf(asked, known)) {
      return known;
    }
    if (!isMyTurn()) {
      Deadline.current().waive();
      return mined;
    }
    try {
      Mined now = mined;
      if (!isOf(asked, now)) {
        now = mine(asked);
        mined = now;
      }
      return now;
    } finally {
      mining.unlock();
    }
  }

  private boolean isMyTurn() {
    try {
      return mining.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether what was read is of a collection as it is, or nearly. */
  private static boolean isOf(Asked asked, @Nullable Mined known) {
    var state = asked.reader().snapshot().state();
    return known != null
        && (known.generation == state.generation()
            || Math.abs(known.paragraphs - state.paragraphs()) * SAME
                    <= Math.min(known.paragraphs, state.paragraphs())
                && known.paragraphs > MOST_PARAGRAPHS);
  }

  private static Mined mine(Asked asked) {
    var state = asked.reader().snapshot().state();
    long paragraphs = state.paragraphs();
    int halvings = 0;
    while (paragraphs >> halvings > MOST_PARAGRAPHS) {
      halvings++;
    }
    Map<String, Object> some =
        halvings == 0
            ? Clauses.all()
            : Clauses.filter(
                Json.of("range", Json.of(Columns.DRAW, Json.of("lt", (1L << 31) >> halvings))));
    SuggestionMiner miner = new SuggestionMiner(asked.cutter());
    Set<String> literals = new HashSet<>();
    int[] report = {0};
    String[] last = {""};
    new Stream(asked.reader(), Indices.Kind.PARAGRAPHS, some, Stream.BY_REPORT)
        .withSource()
        .withColumns(Columns.REPORT)
        .forEach(
            row -> {
              String id = row.text(Columns.REPORT);
              report[0] += id.equals(last[0]) ? 0 : 1;
              last[0] = id;
              Paragraph paragraph = StoredReports.stored(row.hit(), Paragraph.class);
              miner.read(report[0], paragraph);
              literals.add(Literal.literal(paragraph.text()));
            });
    return new Mined(
        state.generation(),
        paragraphs,
        miner.list(places(asked.reader())),
        IndexedBigrams.of(literals));
  }

  /** Every place, by how many reports are of it. */
  private static List<SuggestionList.Entry> places(Reader reader) {
    Map<String, Object> aggregations = Json.of();
    aggregations.put(Columns.PLACE, Clauses.values(Columns.PLACE, FacetCounted.MOST_VALUES));
    JsonNode labels = reader.search(Indices.Kind.REPORTS, Json.of("size", 0, "aggs", aggregations));
    Map<String, String> names = new HashMap<>();
    for (JsonNode bucket : labels.path("aggregations").path(Columns.PLACE).path("buckets")) {
      var place = FacetLabels.place(bucket.path("key").asString());
      place.region().forEach(name -> names.putIfAbsent(Literal.literal(name), name));
      if (place.town() != null) {
        names.putIfAbsent(Literal.literal(place.town()), place.town());
      }
    }
    List<SuggestionList.Entry> entries = new ArrayList<>();
    for (Suggestion.Kind kind : PLACES) {
      JsonNode answer =
          reader.search(
              Indices.Kind.REPORTS,
              Json.of(
                  "size",
                  0,
                  "aggs",
                  Json.of("names", Clauses.values(column(kind), FacetCounted.MOST_VALUES))));
      for (JsonNode bucket : answer.path("aggregations").path("names").path("buckets")) {
        String literal = bucket.path("key").asString();
        if (!literal.equals(FacetField.UNSTATED)) {
          entries.add(
              new SuggestionList.Entry(
                  kind,
                  names.getOrDefault(literal, literal),
                  literal,
                  bucket.path("doc_count").asInt()));
        }
      }
    }
    return entries;
  }

  private static String column(Suggestion.Kind kind) {
    return switch (kind) {
      case TOWN -> Columns.TOWN;
      case COUNTY -> Columns.COUNTY;
      case CITY -> Columns.CITY;
      case PROVINCE -> Columns.PROVINCE;
      case HEADING, PHRASE -> throw new IllegalArgumentException("no place: " + kind);
    };
  }
}
