package govsearch.evaluate;

import govsearch.cli.UserMistakeException;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.similar.SimilarWeights;
import govsearch.evaluate.SimilarTrial.Ranking;
import govsearch.query.Filters;
import govsearch.query.SimilarRequest;
import govsearch.query.SimilarRequest.Asked;
import govsearch.report.Ids;
import govsearch.report.Report;
import govsearch.report.Statement;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts graded problems to our search for similar ones, and judges what any search gives. */
final class SimilarAsking {

  private final LuceneEngine engine;
  private final Map<String, Report> reports = new HashMap<>();

  SimilarAsking(LuceneEngine engine) {
    this.engine = engine;
  }

  /** What ours gives, in the order that some weights give. */
  Ranking ours(SimilarQuestion question, boolean thesaurus, SimilarWeights weights) {
    Asked asked = new Asked.Text(question.text());
    if (question.isStatement()) {
      Statement statement = statement(question.report(), question.text());
      asked =
          new Asked.Paragraph(
              Ids.reportId(question.report()), statement.paragraph().id(), statement.number());
    }
    SimilarRequest request = new SimilarRequest(asked, Filters.NONE, SimilarTrial.DEPTH, thesaurus);
    return judged(
        question,
        engine.similar(request, weights).stream()
            .flatMap(result -> result.hits().stream())
            .map(hit -> key(hit.report().id(), hit.paragraph().id(), hit.number()))
            .toList());
  }

  /**
   * Which answers stand where.
   *
   * @param keys of what was found, by {@link #key}
   */
  Ranking judged(SimilarQuestion question, List<String> keys) {
    Map<String, SimilarQuestion.Answer> answers = new HashMap<>();
    for (SimilarQuestion.Answer answer : question.answers()) {
      answers.put(key(statement(answer.file(), answer.text()), answer.file()), answer);
    }
    List<SimilarQuestion.@Nullable Answer> places = new ArrayList<>();
    keys.forEach(key -> places.add(answers.get(key)));
    return new Ranking(question, places);
  }

  /** The text that a question asks with. */
  String text(SimilarQuestion question) {
    return question.isStatement()
        ? statement(question.report(), question.text()).text()
        : question.text();
  }

  private static String key(Statement statement, String file) {
    return key(Ids.reportId(file), statement.paragraph().id(), statement.number());
  }

  static String key(String reportId, String paragraphId, int number) {
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
