package govsearch.evaluate;

import govsearch.cli.Indexing;
import govsearch.cli.UserMistakeException;
import govsearch.engine.Embedder;
import govsearch.engine.Learnt;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.files.TemporaryFolder;
import govsearch.query.Filters;
import govsearch.query.SimilarRequest;
import govsearch.query.SimilarRequest.Asked;
import govsearch.report.Ids;
import govsearch.report.Report;
import govsearch.report.Statement;
import govsearch.text.Literal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final Map<String, Report> reports = new HashMap<>();

  private SimilarTrial(LuceneEngine engine, SimilarBaselines baselines) {
    this.engine = engine;
    this.baselines = baselines;
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
    Map<String, Function<SimilarQuestion, List<String>>> rankers = new LinkedHashMap<>();
    rankers.put(MORE_LIKE_THIS, q -> plain(SimilarBaselines.Kind.MORE_LIKE_THIS, q));
    rankers.put(BIGRAMS, q -> plain(SimilarBaselines.Kind.BIGRAMS, q));
    rankers.put(OURS, q -> ours(q, true));
    rankers.put(WITHOUT_THESAURUS, q -> ours(q, false));
    Map<String, List<Ranking>> rankings = new LinkedHashMap<>();
    rankers.forEach(
        (name, ranker) ->
            rankings.put(name, questions.stream().map(q -> judged(q, ranker.apply(q))).toList()));
    return rankings;
  }

  private void addWithModel(
      Embedder model, List<SimilarQuestion> questions, Map<String, List<Ranking>> rankings) {
    rankings.put(MODEL_ALONE, questions.stream().map(q -> judged(q, nearest(model, q))).toList());
    engine.learn(model);
    while (engine.learnt().state() != Learnt.State.ON) {
      LockSupport.parkNanos(WAIT_NANOS);
    }
    rankings.put(WITH_MODEL, questions.stream().map(q -> judged(q, ours(q, true))).toList());
  }

  private List<String> nearest(Embedder model, SimilarQuestion question) {
    String asking = question.isStatement() ? Ids.reportId(question.report()) : null;
    String text =
        question.isStatement()
            ? statement(question.report(), question.text()).text()
            : question.text();
    return baselines.nearest(model, text, asking, DEPTH).stream()
        .map(found -> key(found.reportId(), found.paragraphId(), found.number()))
        .toList();
  }

  private Ranking judged(SimilarQuestion question, List<String> keys) {
    Map<String, SimilarQuestion.Answer> answers = new HashMap<>();
    for (SimilarQuestion.Answer answer : question.answers()) {
      answers.put(key(statement(answer.file(), answer.text()), answer.file()), answer);
    }
    List<SimilarQuestion.@Nullable Answer> places = new ArrayList<>();
    keys.forEach(key -> places.add(answers.get(key)));
    return new Ranking(question, places);
  }

  private List<String> plain(SimilarBaselines.Kind kind, SimilarQuestion question) {
    String asking = question.isStatement() ? Ids.reportId(question.report()) : null;
    String text =
        question.isStatement()
            ? statement(question.report(), question.text()).text()
            : question.text();
    return baselines.top(kind, text, asking, DEPTH).stream()
        .map(found -> key(found.reportId(), found.paragraphId(), found.number()))
        .toList();
  }

  private List<String> ours(SimilarQuestion question, boolean thesaurus) {
    Asked asked = new Asked.Text(question.text());
    if (question.isStatement()) {
      Statement statement = statement(question.report(), question.text());
      asked =
          new Asked.Paragraph(
              Ids.reportId(question.report()), statement.paragraph().id(), statement.number());
    }
    return engine.similar(new SimilarRequest(asked, Filters.NONE, DEPTH, thesaurus)).stream()
        .flatMap(result -> result.hits().stream())
        .map(hit -> key(hit.report().id(), hit.paragraph().id(), hit.number()))
        .toList();
  }

  private static String key(Statement statement, String file) {
    return key(Ids.reportId(file), statement.paragraph().id(), statement.number());
  }

  private static String key(String reportId, String paragraphId, int number) {
    return Ids.key(reportId, paragraphId) + "#" + number;
  }

  /** The statement of a report that a text is part of. */
  private Statement statement(String file, String text) {
    Report report =
        reports.computeIfAbsent(
            file,
            name ->
                engine
                    .report(Ids.reportId(name))
                    .orElseThrow(() -> new UserMistakeException("未收录报告：" + name)));
    String literal = Literal.literal(text);
    return report.paragraphs().stream()
        .flatMap(paragraph -> Statement.of(paragraph).stream())
        .filter(statement -> Literal.literal(statement.text()).contains(literal))
        .findFirst()
        .orElseThrow(() -> new UserMistakeException(file + " 里没有这条要点：" + text));
  }
}
