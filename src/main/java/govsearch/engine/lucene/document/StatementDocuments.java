package govsearch.engine.lucene.document;

import govsearch.engine.lucene.analysis.CountedTerms;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.analysis.TermStream;
import govsearch.report.Measures;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Section;
import govsearch.report.Statement;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import govsearch.text.Range;
import govsearch.text.Thesaurus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;

/** Turns a report's problems into documents, by which similar ones are found. */
public final class StatementDocuments {

  private static final FieldType COUNTED = new FieldType();

  static {
    COUNTED.setTokenized(true);
    COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    COUNTED.freeze();
  }

  private final Thesaurus thesaurus;

  StatementDocuments(Thesaurus thesaurus) {
    this.thesaurus = thesaurus;
  }

  /**
   * Adds the statements' documents to a block.
   *
   * @param analysed the report's paragraphs, in order
   * @param block with the head and the paragraphs
   */
  void add(
      Report report,
      List<AnalysedParagraph> analysed,
      Fingerprints fingerprints,
      List<Document> block) {
    Measures measures = new Measures(report);
    Map<String, Set<String>> headed = new HashMap<>();
    for (int i = 0; i < analysed.size(); i++) {
      AnalysedParagraph paragraph = analysed.get(i);
      if (paragraph.paragraph().section() != Section.PROBLEMS) {
        continue;
      }
      for (Statement statement : Statement.of(paragraph.paragraph())) {
        if (statement.isAnnouncement()) {
          continue;
        }
        List<String> words = paragraph.cut().within(statement.at());
        if (words.isEmpty()) {
          continue;
        }
        Document document = document(report.head(), statement, words);
        addPrints(document, statement, paragraph, fingerprints);
        addBigrams(document, Fields.STATEMENT_BIGRAMS, List.of(literal(statement, paragraph)));
        addNames(
            document, Fields.STATEMENT_CONCEPTS, concepts(statement, paragraph.said(), headed));
        Optional<Statement> measure = measures.of(statement);
        addTopics(
            document,
            Fields.STATEMENT_TOPICS,
            Matters.frequencies(statement, measure.orElse(null), measures.topics()));
        if (measure.isPresent()) {
          int place = measure.get().paragraph().ordinal() - 1;
          addMeasure(document, measure.get(), analysed.get(place), headed);
          document.add(new NumericDocValuesField(Fields.MEASURE_BEFORE, block.size() - place - 1L));
        }
        document.add(new NumericDocValuesField(Fields.PARAGRAPH_BEFORE, block.size() - i - 1L));
        document.add(new NumericDocValuesField(Fields.ORDINAL, block.size()));
        block.add(document);
      }
    }
  }

  private void addMeasure(
      Document document,
      Statement measure,
      AnalysedParagraph paragraph,
      Map<String, Set<String>> headed) {
    addNames(document, Fields.MEASURE_CONCEPTS, concepts(measure, paragraph.said(), headed));
    List<String> texts = new ArrayList<>();
    measure.headings().forEach(heading -> texts.add(Literal.literal(heading)));
    texts.add(literal(measure, paragraph));
    addBigrams(document, Fields.MEASURE_BIGRAMS, texts);
    document.add(new NumericDocValuesField(Fields.MEASURE_NUMBER, measure.number()));
  }

  private static Document document(ReportHead head, Statement statement, List<String> words) {
    Document document = new Document();
    document.add(new StringField(Fields.TYPE, Fields.STATEMENT, Field.Store.NO));
    document.add(new StringField(Fields.REPORT, head.id(), Field.Store.NO));
    Weighed.addNone(document);
    String section = statement.paragraph().section().code();
    document.add(new StringField(Fields.SECTION, section, Field.Store.NO));
    document.add(new Field(Fields.STATEMENT_WORDS, new TermStream(words), COUNTED));
    List<String> headings = statement.headings().stream().map(Literal::literal).toList();
    addBigrams(document, Fields.STATEMENT_HEADINGS, headings);
    document.add(new NumericDocValuesField(Fields.STATEMENT_NUMBER, statement.number()));
    return document;
  }

  private static void addPrints(
      Document document,
      Statement statement,
      AnalysedParagraph paragraph,
      Fingerprints fingerprints) {
    boolean whole = statement.at().length() == paragraph.paragraph().text().length();
    Fingerprints.Prints prints = whole ? paragraph.prints() : fingerprints.of(statement.text());
    SentenceValues.add(document, prints);
    Prints.add(document, prints.whole());
  }

  private static String literal(Statement statement, AnalysedParagraph paragraph) {
    Range at = paragraph.literal().folded(statement.at());
    return paragraph.literal().text().substring(at.start(), at.end());
  }

  /** What keeps hits of one town apart from those of others. */
  public static String place(ReportHead head) {
    return head.town() == null ? "\0" + head.id() : String.join("/", head.placeNames());
  }

  public static List<String> textWithHeadings(Statement statement) {
    List<String> texts = new ArrayList<>(statement.headings());
    texts.add(statement.text());
    return texts;
  }

  /**
   * What a statement or its own headings say.
   *
   * @param said in the statement's whole paragraph
   * @param headed what headings say, as far as known
   */
  private Set<String> concepts(
      Statement statement, List<Thesaurus.Match> said, Map<String, Set<String>> headed) {
    Set<String> names = new LinkedHashSet<>();
    for (String heading : statement.headings()) {
      names.addAll(headed.computeIfAbsent(heading, this::concepts));
    }
    Range at = statement.at();
    for (Thesaurus.Match match : said) {
      if (match.ranges().stream()
          .allMatch(range -> range.start() >= at.start() && range.end() <= at.end())) {
        names.add(match.concept().name());
      }
    }
    return names;
  }

  private Set<String> concepts(String heading) {
    Set<String> names = new LinkedHashSet<>();
    thesaurus.matches(heading).forEach(match -> names.add(match.concept().name()));
    return names;
  }

  private static void addNames(Document document, String field, Set<String> names) {
    names.forEach(name -> document.add(new StringField(field, name, Field.Store.NO)));
  }

  /** Topics by how much is said of each, as term frequencies. */
  static void addTopics(Document document, String field, Map<String, Integer> topics) {
    if (!topics.isEmpty()) {
      document.add(new Field(field, new CountedTerms(topics), COUNTED));
    }
  }

  private static void addBigrams(Document document, String field, List<String> literals) {
    List<String> grams = new ArrayList<>();
    literals.forEach(literal -> addLiteralBigrams(literal, grams));
    if (!grams.isEmpty()) {
      document.add(new Field(field, new TermStream(grams), COUNTED));
    }
  }

  /** Pairs of characters of a text, those over punctuation and figures left out. */
  public static void addBigrams(String text, List<String> grams) {
    addLiteralBigrams(Literal.literal(text), grams);
  }

  private static void addLiteralBigrams(String literal, List<String> grams) {
    for (int i = 0; i + 1 < literal.length(); i++) {
      if (Character.isLetter(literal.charAt(i)) && Character.isLetter(literal.charAt(i + 1))) {
        grams.add(literal.substring(i, i + 2));
      }
    }
  }
}
