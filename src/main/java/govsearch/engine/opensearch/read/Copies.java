package govsearch.engine.opensearch.read;

import govsearch.engine.Hit;
import govsearch.engine.HitPage;
import govsearch.engine.Match;
import govsearch.engine.Origin;
import govsearch.engine.ReportKey;
import govsearch.engine.SentenceReports;
import govsearch.engine.lucene.query.LiteralQueries;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Fingerprint;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.StoredHead;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.engine.opensearch.read.TermStats.Term;
import govsearch.query.FacetField;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SortOrder;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where else a paragraph, its sentences, or most of its wording stand. */
final class Copies {
  private static final Pattern SPACE = Pattern.compile("\\s++");

  /** As in the embedded engine. */
  private static final int MOST_BIGRAMS = 12;

  private static final int ONE_IN = 3;
  private static final String YEARS = "years";
  private static final String TOWNS = "towns";

  private final Asked asked;
  private final Reader reader;

  Copies(Asked asked) {
    this.asked = asked;
    this.reader = asked.reader();
  }

  private record Located(Report report, Paragraph paragraph) {}

  private Optional<Located> locate(String reportId, String paragraphId) {
    return new Reports(asked)
        .report(reportId)
        .flatMap(
            report ->
                report.paragraphs().stream()
                    .filter(paragraph -> paragraph.id().equals(paragraphId))
                    .findFirst()
                    .map(paragraph -> new Located(report, paragraph)));
  }

  Optional<HitPage> nearIdentical(
      String reportId, String paragraphId, int size, @Nullable String cursor) {
    Optional<Located> located = locate(reportId, paragraphId);
    if (located.isEmpty()) {
      return Optional.empty();
    }
    Fingerprints fingerprints = new Fingerprints(located.get().report().head().placeNames());
    String fold = Long.toString(fingerprints.paragraph(located.get().paragraph().text()));
    Map<String, Object> same = Clauses.term(Columns.FOLD, fold);
    Page page =
        new OrderPager(
                reader,
                same,
                SortOrder.OLDEST,
                Presentation.EVERYTHING,
                "near-identical|" + reportId + "." + paragraphId)
            .page(cursor, size);
    List<Hit> hits =
        asked
            .hits()
            .hits(page.matches(), null, new Query.Everything(), Mode.EXACT, new Batch(reader));
    long total = new Folds(reader).counts(List.of(fold)).getOrDefault(fold, 0L);
    reader.requireComplete();
    return Optional.of(new HitPage(total, hits, page.next()));
  }

  Optional<Origin> origin(String reportId, String paragraphId) {
    return locate(reportId, paragraphId)
        .map(
            located -> {
              Fingerprints fingerprints = new Fingerprints(located.report().head().placeNames());
              List<Callable<Origin.Sentence>> works = new ArrayList<>();
              fingerprints
                  .sentences(located.paragraph().text())
                  .forEach(sentence -> works.add(() -> origin(sentence)));
              List<Origin.Sentence> sentences = works.isEmpty() ? List.of() : Together.all(works);
              reader.requireComplete();
              return new Origin(sentences);
            });
  }

  private Origin.Sentence origin(Fingerprints.Sentence sentence) {
    JsonNode answer =
        reader.search(
            Indices.Kind.REPORTS,
            Json.of(
                "size",
                1,
                "track_total_hits",
                true,
                "query",
                Clauses.filter(having(sentence.fingerprint())),
                "sort",
                Orders.OLDEST_REPORTS,
                "aggs",
                Json.of(
                    YEARS,
                    Clauses.values(Columns.YEAR, FacetCounted.MOST_VALUES / 10),
                    TOWNS,
                    Distinct.values(Columns.TOWN_PLACE))));
    List<Origin.YearCount> spread = new ArrayList<>();
    for (JsonNode bucket : answer.path("aggregations").path(YEARS).path("buckets")) {
      String year = bucket.path("key").asString();
      spread.add(
          new Origin.YearCount(
              year.equals(FacetField.UNSTATED) ? null : Integer.valueOf(year),
              bucket.path("doc_count").asLong()));
    }
    spread.sort(
        Comparator.comparing(
            Origin.YearCount::year, Comparator.nullsLast(Comparator.naturalOrder())));
    var first =
        Row.of(answer).stream()
            .map(row -> StoredReports.stored(row.hit(), StoredHead.class).head())
            .filter(head -> head.year() != null)
            .findFirst()
            .orElse(null);
    return new Origin.Sentence(
        sentence.at(),
        answer.path("hits").path("total").path("value").asLong(),
        Distinct.count(answer.path("aggregations").path(TOWNS)),
        first,
        List.copyOf(spread));
  }

  private static Map<String, Object> having(long fingerprint) {
    return Clauses.term(Columns.SENTENCES, Fingerprint.sentence(fingerprint));
  }

  /** In which reports sentences stand; some at a time side by side. */
  List<SentenceReports> sentences(List<Long> fingerprints, int most) {
    List<SentenceReports> all = new ArrayList<>(fingerprints.size());
    int atOnce = 16;
    for (int from = 0; from < fingerprints.size(); from += atOnce) {
      List<Callable<SentenceReports>> works = new ArrayList<>();
      fingerprints
          .subList(from, Math.min(fingerprints.size(), from + atOnce))
          .forEach(fingerprint -> works.add(() -> sentence(fingerprint, most)));
      all.addAll(Together.all(works));
      reader.requireComplete();
    }
    return all;
  }

  private SentenceReports sentence(long fingerprint, int most) {
    record Key(long fingerprint, int most) {}
    Key key = new Key(fingerprint, most);
    if (reader.snapshot().remembered().getIfPresent(key) instanceof SentenceReports known) {
      return known;
    }
    JsonNode answer =
        reader.search(
            Indices.Kind.REPORTS,
            Json.of(
                "size",
                Math.clamp(most, 1, 10_000),
                "track_total_hits",
                true,
                "query",
                Clauses.filter(having(fingerprint)),
                "sort",
                Orders.OLDEST_REPORTS,
                "_source",
                false,
                "docvalue_fields",
                List.of(Columns.REPORT, Columns.PLACE, Columns.NEWEST),
                "aggs",
                Json.of(TOWNS, Distinct.values(Columns.TOWN_PLACE))));
    long reports = answer.path("hits").path("total").path("value").asLong();
    List<ReportKey> oldest = Row.of(answer).stream().map(PassageReader::key).toList();
    SentenceReports found =
        reports == 0
            ? SentenceReports.NONE
            : new SentenceReports(
                reports,
                Distinct.count(answer.path("aggregations").path(TOWNS)),
                reports > most ? List.of(oldest.getFirst()) : oldest);
    if (reader.isComplete()) {
      reader.snapshot().remembered().put(key, found);
    }
    return found;
  }

  /** Paragraphs that have most of a text's rarest bigrams. */
  List<Match> wordedLike(String text, int most) {
    List<Term> rarest = rarest(text);
    if (rarest.isEmpty()) {
      return List.of();
    }
    List<Object> any =
        rarest.stream().<Object>map(term -> Clauses.term(term.field(), term.text())).toList();
    JsonNode answer =
        reader.search(
            Indices.Kind.PARAGRAPHS,
            Json.of(
                "size",
                most,
                "query",
                Json.of(
                    "bool",
                    Json.of(
                        "should",
                        any,
                        "minimum_should_match",
                        Math.max(1, rarest.size() / ONE_IN))),
                "docvalue_fields",
                Clauses.plus(Pager.COLUMNS, Columns.ORDINAL)));
    reader.requireComplete();
    return asked.hits().matches(Row.of(answer), new Query.Everything(), Mode.EXACT);
  }

  /** Those that the collection has at all, rarest first. */
  private List<Term> rarest(String text) {
    Set<Term> all = new LinkedHashSet<>();
    for (String part : SPACE.split(text)) {
      String literal = Json.wellFormed(Literal.literal(part));
      for (String bigram :
          literal.isEmpty() ? List.<String>of() : LiteralQueries.bigrams(literal)) {
        if (bigram.codePoints().allMatch(Character::isLetter)) {
          all.add(new Term(Columns.LITERAL, bigram));
        }
      }
    }
    Map<Term, Long> having = new TermStats(reader, Indices.Kind.PARAGRAPHS).having(all);
    return all.stream()
        .filter(term -> having.getOrDefault(term, 0L) > 0)
        .sorted(Comparator.comparingLong(term -> having.getOrDefault(term, 0L)))
        .limit(MOST_BIGRAMS)
        .toList();
  }
}
