package govsearch.engine.opensearch.write;

import govsearch.engine.lucene.document.Matters;
import govsearch.engine.lucene.document.SentenceValues;
import govsearch.engine.lucene.document.StatementDocuments;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.StatementColumns;
import govsearch.report.Measures;
import govsearch.report.Report;
import govsearch.report.Section;
import govsearch.report.Statement;
import govsearch.text.Fingerprints;
import govsearch.text.Range;
import govsearch.text.Thesaurus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a report's problems into documents, as the embedded engine does. */
final class StatementWriter {
  private final Thesaurus thesaurus;

  StatementWriter(Thesaurus thesaurus) {
    this.thesaurus = thesaurus;
  }

  /**
   * The documents by the ends of their ids.
   *
   * @param analysed the report's paragraphs, in order
   * @param common what holds of the whole report
   */
  Map<String, Map<String, Object>> of(
      Report report,
      List<AnalysedParagraph> analysed,
      Fingerprints fingerprints,
      Map<String, Object> common) {
    Measures measures = new Measures(report);
    Map<String, Set<String>> headed = new HashMap<>();
    Map<String, Map<String, Object>> documents = new HashMap<>();
    for (AnalysedParagraph paragraph : analysed) {
      if (paragraph.paragraph().section() != Section.PROBLEMS) {
        continue;
      }
      for (Statement statement : Statement.of(paragraph.paragraph())) {
        List<String> words =
            statement.isAnnouncement() ? List.of() : paragraph.cut().within(statement.at());
        if (words.isEmpty()) {
          continue;
        }
        Map<String, Object> document = new HashMap<>(common);
        document.remove(Columns.TITLE); // nobody looks for it here
        add(statement, paragraph, words, document);
        addPrints(statement, paragraph, fingerprints, document);
        document.put(StatementColumns.CONCEPTS, concepts(statement, paragraph, headed));
        Optional<Statement> measure = measures.of(statement);
        document.put(StatementColumns.TOPICS, topics(statement, measure.orElse(null), measures));
        if (measure.isPresent()) {
          int place = measure.get().paragraph().ordinal() - 1;
          addMeasure(measure.get(), analysed.get(place), headed, document);
        }
        documents.put("s" + paragraph.paragraph().ordinal() + "." + statement.number(), document);
      }
    }
    return documents;
  }

  private static void add(
      Statement statement,
      AnalysedParagraph paragraph,
      List<String> words,
      Map<String, Object> document) {
    document.put(Columns.SECTION, statement.paragraph().section().code());
    document.put(Columns.ORDINAL, statement.paragraph().ordinal());
    document.put(StatementColumns.NUMBER, statement.number());
    document.put(StatementColumns.WORDS, tokens(words));
    document.put(StatementColumns.BIGRAMS, bigrams(List.of(literal(statement, paragraph))));
    document.put(StatementColumns.HEADINGS, bigrams(statement.headings()));
  }

  private static void addPrints(
      Statement statement,
      AnalysedParagraph paragraph,
      Fingerprints fingerprints,
      Map<String, Object> document) {
    boolean whole = statement.at().length() == paragraph.paragraph().text().length();
    Fingerprints.Prints prints = whole ? paragraph.prints() : fingerprints.of(statement.text());
    document.put(Columns.SENTENCE, SentenceValues.of(prints));
    document.put(StatementColumns.PRINT, prints.whole());
  }

  private void addMeasure(
      Statement measure,
      AnalysedParagraph paragraph,
      Map<String, Set<String>> headed,
      Map<String, Object> document) {
    List<String> texts = new ArrayList<>(measure.headings());
    texts.add(literal(measure, paragraph));
    document.put(StatementColumns.MEASURE_BIGRAMS, bigrams(texts));
    document.put(StatementColumns.MEASURE_CONCEPTS, concepts(measure, paragraph, headed));
    document.put(StatementColumns.MEASURE_ORDINAL, measure.paragraph().ordinal());
    document.put(StatementColumns.MEASURE_NUMBER, measure.number());
  }

  private static String literal(Statement statement, AnalysedParagraph paragraph) {
    Range at = paragraph.literal().folded(statement.at());
    return paragraph.literal().text().substring(at.start(), at.end());
  }

  private static String bigrams(List<String> texts) {
    List<String> grams = new ArrayList<>();
    texts.forEach(text -> StatementDocuments.addBigrams(text, grams));
    return tokens(grams);
  }

  private static String tokens(List<String> tokens) {
    return Json.wellFormed(String.join(" ", tokens));
  }

  /** A topic as often as it is said. */
  private static String topics(
      Statement statement, @Nullable Statement measure, Measures measures) {
    List<String> topics = new ArrayList<>();
    Matters.frequencies(statement, measure, measures.topics())
        .forEach((topic, sum) -> topics.addAll(Collections.nCopies(sum, topic)));
    return tokens(topics);
  }

  /** What a statement or its own headings say. */
  private String concepts(
      Statement statement, AnalysedParagraph paragraph, Map<String, Set<String>> headed) {
    Set<String> names = new LinkedHashSet<>();
    for (String heading : statement.headings()) {
      names.addAll(headed.computeIfAbsent(heading, this::concepts));
    }
    Range at = statement.at();
    for (Thesaurus.Match match : paragraph.said()) {
      if (match.ranges().stream()
          .allMatch(range -> range.start() >= at.start() && range.end() <= at.end())) {
        names.add(match.concept().name());
      }
    }
    return tokens(names.stream().map(StatementColumns::concept).toList());
  }

  private Set<String> concepts(String heading) {
    Set<String> names = new LinkedHashSet<>();
    thesaurus.matches(heading).forEach(match -> names.add(match.concept().name()));
    return names;
  }
}
