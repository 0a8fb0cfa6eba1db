package govsearch.evaluate;

import govsearch.cli.Indexing;
import govsearch.engine.Embedder;
import govsearch.engine.Hit;
import govsearch.engine.Learnt;
import govsearch.engine.SearchResult;
import govsearch.engine.Suggestion;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.query.RankingWeights;
import govsearch.files.TemporaryFolder;
import govsearch.ingest.sync.IngestSummary;
import govsearch.insight.PlainReading;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.report.Ids;
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
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Golden questions put to our ranking and to those that plain Lucene would give. */
final class RankingTrial {

  static final String SMARTCN = "SmartCN BM25";
  static final String BIGRAMS = "双字 BM25";
  static final String MORE_LIKE_THIS = "MoreLikeThis";
  static final String MODEL_ALONE = "只用模型";
  static final String OURS = "本程序";
  static final String WITH_MODEL = "本程序加模型";

  /** Without the paragraphs that follow where few have all the words. */
  static final String OURS_HITS = "其中只算命中";

  private static final long WAIT_NANOS = Duration.ofMillis(200).toNanos();

  /** So deep is looked for ten that say something different. */
  private static final int TO_FIND_TEN = 100;

  /**
   * How it is done.
   *
   * @param once what says the same but for figures and names counts as one
   * @param model a learnt model to have take part, too; null for none
   */
  record Terms(Duration searchTimeLimit, boolean once, @Nullable Embedder model) {}

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

  /**
   * Looks at what came of it while it can be read what was found.
   *
   * @param <T> what it makes of that
   */
  interface Reading<T> {
    T of(LuceneEngine engine, Outcome outcome) throws IOException;
  }

  private final Map<String, Path> collections;
  private final List<GoldenQuestion> questions;
  private final Map<String, List<List<String>>> rankings = new LinkedHashMap<>();
  private final Map<String, List<RankingScore>> scores = new LinkedHashMap<>();
  private final @Nullable SameParagraphs same;

  private RankingTrial(
      Map<String, Path> collections,
      List<GoldenQuestion> questions,
      @Nullable SameParagraphs same) {
    this.collections = collections;
    this.questions = questions;
    this.same = same;
  }

  /**
   * Indexes the collections for the while, and asks what has an answer in them.
   *
   * @param collections folders by the names that the questions use
   */
  static Outcome run(List<GoldenQuestion> all, Map<String, Path> collections, Terms terms)
      throws IOException {
    List<GoldenQuestion> answered =
        all.stream().filter(q -> !q.grades(collections.keySet()).isEmpty()).toList();
    return run(answered, collections, terms, (engine, outcome) -> outcome);
  }

  /** The same of all questions, of which nobody may know the answers yet. */
  static <T> T run(
      List<GoldenQuestion> questions,
      Map<String, Path> collections,
      Terms terms,
      Reading<T> reading)
      throws IOException {
    try (TemporaryFolder index = TemporaryFolder.create("cli")) {
      PrintStream nowhere =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      IngestSummary indexed =
          Indexing.rebuild(index.path(), List.copyOf(collections.values()), nowhere);
      try (LuceneEngine engine = LuceneEngine.open(index.path(), terms.searchTimeLimit());
          Baselines baselines = new Baselines(index.path())) {
        waitForSuggestions(engine);
        RankingTrial trial =
            new RankingTrial(
                collections, questions, terms.once() ? new SameParagraphs(engine) : null);
        trial.addBaselines(baselines);
        trial.add(OURS, q -> keys(screen(engine, q, RankingWeights.CHOSEN)));
        trial.add(OURS_HITS, q -> keys(hits(engine, q)));
        Embedder model = terms.model();
        if (model != null) {
          trial.addWithModel(engine, model);
        }
        return reading.of(engine, new Outcome(indexed, questions, trial.scores, trial.rankings));
      }
    }
  }

  /** Pinyin is read by the phrases that are known, which the first suggestion has read. */
  static void waitForSuggestions(LuceneEngine engine) {
    var unused = engine.suggest("fa", Set.of(Suggestion.Kind.values()), 1);
  }

  private void addBaselines(Baselines baselines) {
    Map<String, Baselines.Kind> kinds = new LinkedHashMap<>();
    kinds.put(MORE_LIKE_THIS, Baselines.Kind.MORE_LIKE_THIS);
    kinds.put(SMARTCN, Baselines.Kind.SMARTCN);
    kinds.put(BIGRAMS, Baselines.Kind.BIGRAMS);
    kinds.forEach((name, kind) -> add(name, q -> baselines.top(kind, q.q(), depth())));
  }

  private void addWithModel(LuceneEngine engine, Embedder model) {
    MeaningBaseline alone = new MeaningBaseline(engine, model);
    add(MODEL_ALONE, q -> alone.top(q.q(), depth()));
    engine.learn(model);
    while (engine.learnt().state() != Learnt.State.ON) {
      LockSupport.parkNanos(WAIT_NANOS);
    }
    add(WITH_MODEL, q -> keys(screen(engine, q, RankingWeights.CHOSEN)));
  }

  private int depth() {
    return same == null ? RankingScore.DEPTH : TO_FIND_TEN;
  }

  private void add(String name, Function<GoldenQuestion, List<String>> ranker) {
    List<List<String>> all = new ArrayList<>();
    List<RankingScore> judged = new ArrayList<>();
    for (GoldenQuestion question : questions) {
      List<String> ranking = ranker.apply(question);
      Map<String, Integer> grades = question.grades(collections.keySet());
      if (same != null) {
        ranking = same.once(ranking, RankingScore.DEPTH);
        grades = same.once(grades);
      }
      all.add(ranking);
      judged.add(RankingScore.of(ranking, grades));
    }
    rankings.put(name, all);
    scores.put(name, judged);
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
    Mode mode = question.matchMode();
    Query query = new PlainReading(engine).read(question.q(), mode).query();
    return engine.search(SearchRequest.of(query, mode, RankingScore.DEPTH), weights);
  }

  private static List<String> keys(Stream<Hit> hits) {
    return hits.map(hit -> Ids.key(hit.report().id(), hit.paragraph().id())).toList();
  }
}
