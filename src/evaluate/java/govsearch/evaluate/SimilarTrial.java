package govsearch.evaluate;

import govsearch.cli.Indexing;
import govsearch.engine.Embedder;
import govsearch.engine.Learnt;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.similar.SimilarWeights;
import govsearch.files.TemporaryFolder;
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
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Graded problems put to our search for similar ones, and to those that plain Lucene would give.
 */
final class SimilarTrial {

  static final String MORE_LIKE_THIS = "MoreLikeThis";
  static final String BIGRAMS = "双字 BM25";
  static final String OURS = "本程序";
  static final String WITHOUT_THESAURUS = "不用同义说法表";
  static final String MODEL_ALONE = "只用模型";
  static final String WITH_MODEL = "本程序加模型";

  private static final long WAIT_NANOS = Duration.ofMillis(200).toNanos();

  /** As many as a person looks at. */
  static final int DEPTH = 10;

  /**
   * What one ranking gave for one question: for each place the answer that stands there.
   *
   * @param places null where what stands there is no answer
   */
  record Ranking(SimilarQuestion question, List<SimilarQuestion.@Nullable Answer> places) {}

  private final LuceneEngine engine;
  private final SimilarBaselines baselines;
  private final SimilarAsking asking;

  private SimilarTrial(LuceneEngine engine, SimilarBaselines baselines) {
    this.engine = engine;
    this.baselines = baselines;
    this.asking = new SimilarAsking(engine);
  }

  /**
   * Indexes the reports for the while, and asks.
   *
   * @param others folders of reports of which no statement is an answer, or none
   * @param model a learnt model to have take part, too; null for none
   * @return the rankings by their names, each in the order of the questions
   */
  static Map<String, List<Ranking>> run(
      List<SimilarQuestion> questions,
      Path folder,
      List<Path> others,
      @Nullable Embedder model,
      Duration searchTimeLimit)
      throws IOException {
    try (TemporaryFolder index = TemporaryFolder.create("cli")) {
      PrintStream nowhere =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      List<Path> folders = new ArrayList<>(List.of(folder));
      folders.addAll(others);
      Indexing.rebuild(index.path(), folders, nowhere);
      try (LuceneEngine engine = LuceneEngine.open(index.path(), searchTimeLimit);
          SimilarBaselines baselines = new SimilarBaselines(index.path())) {
        SimilarTrial trial = new SimilarTrial(engine, baselines);
        Map<String, List<Ranking>> rankings = trial.rankings(questions);
        if (model != null) {
          trial.addWithModel(model, questions, rankings);
        }
        return rankings;
      }
    }
  }

  private Map<String, List<Ranking>> rankings(List<SimilarQuestion> questions) {
    Map<String, Function<SimilarQuestion, Ranking>> rankers = new LinkedHashMap<>();
    rankers.put(MORE_LIKE_THIS, q -> plain(SimilarBaselines.Kind.MORE_LIKE_THIS, q));
    rankers.put(BIGRAMS, q -> plain(SimilarBaselines.Kind.BIGRAMS, q));
    rankers.put(OURS, q -> asking.ours(q, true, SimilarWeights.CHOSEN));
    rankers.put(WITHOUT_THESAURUS, q -> asking.ours(q, false, SimilarWeights.CHOSEN));
    Map<String, List<Ranking>> rankings = new LinkedHashMap<>();
    rankers.forEach((name, ranker) -> rankings.put(name, questions.stream().map(ranker).toList()));
    return rankings;
  }

  private void addWithModel(
      Embedder model, List<SimilarQuestion> questions, Map<String, List<Ranking>> rankings) {
    rankings.put(MODEL_ALONE, questions.stream().map(q -> nearest(model, q)).toList());
    engine.learn(model);
    while (engine.learnt().state() != Learnt.State.ON) {
      LockSupport.parkNanos(WAIT_NANOS);
    }
    rankings.put(
        WITH_MODEL,
        questions.stream().map(q -> asking.ours(q, true, SimilarWeights.CHOSEN)).toList());
  }

  private Ranking nearest(Embedder model, SimilarQuestion question) {
    String from = question.isStatement() ? Ids.reportId(question.report()) : null;
    return judged(question, baselines.nearest(model, asking.text(question), from, DEPTH));
  }

  private Ranking plain(SimilarBaselines.Kind kind, SimilarQuestion question) {
    String from = question.isStatement() ? Ids.reportId(question.report()) : null;
    return judged(question, baselines.top(kind, asking.text(question), from, DEPTH));
  }

  private Ranking judged(SimilarQuestion question, List<SimilarBaselines.Found> found) {
    return asking.judged(
        question,
        found.stream()
            .map(one -> SimilarAsking.key(one.reportId(), one.paragraphId(), one.number()))
            .toList());
  }
}
