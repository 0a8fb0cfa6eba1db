package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.document.Matters;
import govsearch.engine.lucene.document.StatementDocuments;
import govsearch.query.SimilarRequest;
import govsearch.report.Measures;
import govsearch.report.Report;
import govsearch.report.Statement;
import govsearch.text.Fingerprints;
import govsearch.text.Range;
import govsearch.text.Thesaurus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what is asked for: a text, or a statement of a report with what is planned about it.
 */
public final class AskedStatement {

  /** Keeps bigrams from reaching from one text into the next. */
  public static final String SEPARATOR = "；";

  private final WordCutter cutter;
  private final Thesaurus thesaurus;
  private final boolean inOtherWords;

  /**
   * Of a request.
   *
   * @param inOtherWords whether what means the same counts too
   */
  public AskedStatement(WordCutter cutter, Thesaurus thesaurus, boolean inOtherWords) {
    this.cutter = cutter;
    this.thesaurus = thesaurus;
    this.inOtherWords = inOtherWords;
  }

  private Map<String, Double> topics(List<String> headings, String text, @Nullable String measure) {
    return inOtherWords ? Matters.asked(headings, text, measure) : Map.of();
  }

  /** A text of nobody's. */
  public AskedText of(String text) {
    return new AskedText(
        text,
        List.of(),
        cutter.cut(text),
        AskedText.concepts(thesaurus, List.of(text)),
        Map.of(),
        topics(List.of(), text, null),
        null,
        new Fingerprints(List.of()).of(text),
        null,
        null);
  }

  /** A statement of a report; empty where it has no such statement. */
  public Optional<AskedText> of(Report report, SimilarRequest.Asked.Paragraph asked) {
    return statement(report, asked).map(statement -> of(report, statement));
  }

  private AskedText of(Report report, Statement statement) {
    List<String> places = report.head().placeNames();
    List<String> headings = statement.headings();
    AskedText.Measure measure =
        new Measures(report).of(statement).map(plan -> measure(plan, places)).orElse(null);
    String text = statement.text();
    return new AskedText(
        text,
        headings,
        cutter.cut(text),
        AskedText.concepts(thesaurus, List.of(text)),
        AskedText.concepts(thesaurus, headings),
        topics(headings, text, measure == null ? null : measure.text()),
        measure,
        new Fingerprints(places).of(text),
        report.id(),
        StatementDocuments.place(report.head()));
  }

  private static AskedText.Measure measure(Statement plan, List<String> places) {
    return new AskedText.Measure(
        String.join(SEPARATOR, StatementDocuments.textWithHeadings(plan)),
        new Fingerprints(places).of(plan.paragraph().text()).whole(),
        plan.number());
  }

  /** The statement, or the whole paragraph as one. */
  private static Optional<Statement> statement(
      Report report, SimilarRequest.Asked.Paragraph asked) {
    return report.paragraphs().stream()
        .filter(paragraph -> paragraph.id().equals(asked.paragraphId()))
        .findFirst()
        .flatMap(
            paragraph -> {
              List<Statement> all = Statement.of(paragraph);
              Integer number = asked.statement();
              if (number == null) {
                Range whole = new Range(0, paragraph.text().length());
                return Optional.of(
                    all.size() == 1 ? all.getFirst() : new Statement(paragraph, 1, whole));
              }
              return number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
            });
  }
}
