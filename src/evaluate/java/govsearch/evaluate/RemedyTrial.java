package govsearch.evaluate;

import govsearch.cli.UserMistakeException;
import govsearch.engine.SearchEngine;
import govsearch.insight.remedies.Remedies;
import govsearch.insight.remedies.Remedy;
import govsearch.report.Ids;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.text.Range;
import java.util.List;

/** Problems of which the measures are known, put to our search for measures. */
final class RemedyTrial {

  /** As many as a person looks at. */
  static final int DEPTH = 3;

  private final SearchEngine engine;
  private final Remedies remedies;

  RemedyTrial(SearchEngine engine) {
    this.engine = engine;
    this.remedies = new Remedies(engine);
  }

  /**
   * What was found for one problem.
   *
   * @param measure at which place the measure stands, from 1; 0 for none of the first
   * @param nextYear the same of what came of it
   * @param claimed whether any measure is given at all
   */
  record Outcome(RemedyQuestion question, int measure, int nextYear, boolean claimed) {}

  Outcome ask(RemedyQuestion question) {
    Report report =
        engine
            .report(Ids.reportId(question.file()))
            .orElseThrow(() -> new UserMistakeException("未收录报告：" + question.file()));
    for (Paragraph paragraph : report.paragraphs()) {
      for (Range statement : paragraph.statements()) {
        if (statement.of(paragraph.text()).contains(question.problem())) {
          Remedy.Found found = remedies.of(report, paragraph, statement, DEPTH);
          RemedyQuestion.Place next = question.nextYear();
          return new Outcome(
              question,
              question.measure() == null ? 0 : place(found.measures(), question.measure()),
              next == null ? 0 : place(found.achievements(), next.text()),
              !found.measures().isEmpty());
        }
      }
    }
    throw new UserMistakeException("报告 " + question.file() + " 里没有“" + question.problem() + "”");
  }

  private static int place(List<Remedy> found, String text) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).statement().of(found.get(i).paragraph().text()).contains(text)) {
        return i + 1;
      }
    }
    return 0;
  }
}
