package govsearch.evaluate;

import govsearch.cli.Indexing;
import govsearch.engine.Hit;
import govsearch.engine.SearchResult;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.query.RankingWeights;
import govsearch.files.TemporaryFolder;
import govsearch.http.PlainReading;
import govsearch.ingest.sync.IngestSummary;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.QueryParser;
import govsearch.query.SearchRequest;
import govsearch.report.Ids;
import govsearch.report.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Golden questions put to our ranking and to those that plain Lucene would give. */
final class RankingTrial {

  static final String SMARTCN = "SmartCN BM25";
  static final String BIGRAMS = "双字 BM25";
  static final String OURS = "本程序";

  /** Without the paragraphs that follow where few have all the words. */
  static final String OURS_HITS = "其中只算命中";

  /**
   * What came of it.
   *
   * @param questions that have an answer in the collections
   * @param scores by the ranking's name, in the order of the questions
   * @param rankings as {@code scores}; each the first ten as {@code reportId.paragraphId}
   */
  record Outcome(
      IngestSummary indexed,
      List<GoldenQuestion> questions,
      Map<String, List<RankingScore>> scores,
      Map<String, List<List<String>>> rankings) {}

  private RankingTrial() {}

  /**
   * Indexes the collections for the while, and asks.
   *
   * @param collections folders by the names that the questions use
   */
  static Outcome run(
      List<GoldenQuestion> all, Map<String, Path> collections, Duration searchTimeLimit)
      throws IOException {
    try (TemporaryFolder index = TemporaryFolder.create("cli")) {
      PrintStream nowhere =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      IngestSummary indexed =
          Indexing.rebuild(index.path(), List.copyOf(collections.values()), nowhere);
      List<GoldenQuestion> questions =
          all.stream().filter(q -> !q.grades(collections.keySet()).isEmpty()).toList();
      try (LuceneEngine engine = LuceneEngine.open(index.path(), searchTimeLimit);
          Baselines baselines = new Baselines(index.path())) {
        Map<String, Function<GoldenQuestion, List<String>>> rankers = new LinkedHashMap<>();
        rankers.put(SMARTCN, q -> baselines.top(Baselines.Kind.SMARTCN, q.q(), RankingScore.DEPTH));
        rankers.put(BIGRAMS, q -> baselines.top(Baselines.Kind.BIGRAMS, q.q(), RankingScore.DEPTH));
        rankers.put(OURS, q -> keys(screen(engine, q, RankingWeights.CHOSEN)));
        rankers.put(OURS_HITS, q -> keys(hits(engine, q)));
        Map<String, List<RankingScore>> scores = new LinkedHashMap<>();
        Map<String, List<List<String>>> rankings = new LinkedHashMap<>();
        rankers.forEach(
            (name, ranker) -> {
              rankings.put(name, questions.stream().map(ranker).toList());
              scores.put(name, judged(questions, rankings.get(name), collections));
            });
        return new Outcome(indexed, questions, scores, rankings);
      }
    }
  }

  private static List<RankingScore> judged(
      List<GoldenQuestion> questions, List<List<String>> rankings, Map<String, Path> collections) {
    List<RankingScore> scores = new ArrayList<>();
    for (int i = 0; i < rankings.size(); i++) {
      var grades = questions.get(i).grades(collections.keySet());
      scores.add(RankingScore.of(rankings.get(i), grades));
    }
    return scores;
  }

  /** The mean of some questions when matches are put in order by some weights. */
  static double ndcg(
      LuceneEngine engine,
      List<GoldenQuestion> questions,
      Set<String> collections,
      RankingWeights weights) {
    return questions.stream()
        .mapToDouble(
            q -> RankingScore.of(keys(screen(engine, q, weights)), q.grades(collections)).ndcg())
        .average()
        .orElse(0);
  }

  /** What a person sees first, from the top: the hits, and what follows where they are few. */
  private static Stream<Hit> screen(
      LuceneEngine engine, GoldenQuestion question, RankingWeights weights) {
    SearchResult result = search(engine, question, weights);
    return Stream.concat(result.hits().stream(), result.partial().stream());
  }

  private static Stream<Hit> hits(LuceneEngine engine, GoldenQuestion question) {
    return search(engine, question, RankingWeights.CHOSEN).hits().stream();
  }

  private static SearchResult search(
      LuceneEngine engine, GoldenQuestion question, RankingWeights weights) {
    QueryParser parser = new QueryParser(name -> Section.of(name).map(Section::code));
    Mode mode = question.matchMode();
    Query query = new PlainReading(engine, parser).read(question.q(), mode).query();
    return engine.search(SearchRequest.of(query, mode, RankingScore.DEPTH), weights);
  }

  private static List<String> keys(Stream<Hit> hits) {
    return hits.map(hit -> Ids.key(hit.report().id(), hit.paragraph().id())).toList();
  }
}
