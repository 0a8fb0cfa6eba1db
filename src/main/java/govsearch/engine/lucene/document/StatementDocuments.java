package govsearch.engine.lucene.document;

import govsearch.engine.lucene.analysis.CutText;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.analysis.TermStream;
import govsearch.report.Measures;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Section;
import govsearch.report.Statement;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import govsearch.text.Polarity;
import govsearch.text.Thesaurus;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns a report's statements into documents, by which similar ones are found. */
public final class StatementDocuments {

  private static final FieldType COUNTED = new FieldType();

  static {
    COUNTED.setTokenized(true);
    COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    COUNTED.freeze();
  }

  private final Thesaurus thesaurus;
  private final @Nullable Embedder embedder;

  StatementDocuments(Thesaurus thesaurus, @Nullable Embedder embedder) {
    this.thesaurus = thesaurus;
    this.embedder = embedder;
  }

  /**
   * Adds the statements' documents to a block.
   *
   * @param cut the report's paragraphs, in order
   * @param block with the head and the paragraphs
   */
  void add(Report report, List<CutText> cut, List<Document> block) {
    Measures measures = new Measures(report);
    Fingerprints fingerprints = new Fingerprints(report.head().placeNames());
    for (int i = 0; i < cut.size(); i++) {
      for (Statement statement : Statement.of(report.paragraphs().get(i))) {
        List<String> words = cut.get(i).within(statement.at());
        if (words.isEmpty() || statement.isAnnouncement()) {
          continue;
        }
        Document document = document(report.head(), statement, words, fingerprints);
        Set<String> concepts = concepts(statement);
        addNames(document, Fields.STATEMENT_CONCEPTS, concepts);
        StatementFeatures features = new StatementFeatures().statement(words, concepts);
        Optional<Statement> measure = measures.of(statement);
        if (measure.isPresent()) {
          Set<String> planned = concepts(measure.get());
          addNames(document, Fields.MEASURE_CONCEPTS, planned);
          addBigrams(document, Fields.MEASURE_BIGRAMS, textWithHeadings(measure.get()));
          int place = report.paragraphs().indexOf(measure.get().paragraph());
          document.add(new NumericDocValuesField(Fields.MEASURE_BEFORE, block.size() - place - 1L));
          document.add(new NumericDocValuesField(Fields.MEASURE_NUMBER, measure.get().number()));
          features.measure(cut.get(place).within(measure.get().at()), planned);
        }
        if (embedder != null && statement.paragraph().section() == Section.PROBLEMS) {
          addVector(document, embedder.vector(features.weights()));
        }
        document.add(new NumericDocValuesField(Fields.PARAGRAPH_BEFORE, block.size() - i - 1L));
        block.add(document);
      }
    }
  }

  private static Document document(
      ReportHead head, Statement statement, List<String> words, Fingerprints fingerprints) {
    Document document = new Document();
    document.add(new StringField(Fields.TYPE, Fields.STATEMENT, Field.Store.NO));
    Documents.addFilters(document, head);
    String section = statement.paragraph().section().code();
    document.add(new StringField(Fields.SECTION, section, Field.Store.NO));
    document.add(new Field(Fields.STATEMENT_WORDS, new TermStream(words), COUNTED));
    addBigrams(document, Fields.STATEMENT_BIGRAMS, List.of(statement.text()));
    addBigrams(document, Fields.STATEMENT_HEADINGS, statement.headings());
    document.add(new NumericDocValuesField(Fields.STATEMENT_NUMBER, statement.number()));
    document.add(new SortedDocValuesField(Fields.STATEMENT_PLACE, place(head)));
    byte[] prints = StoredPrints.write(fingerprints, statement.text());
    document.add(new BinaryDocValuesField(Fields.STATEMENT_PRINTS, new BytesRef(prints)));
    boolean problem = statement.paragraph().section() == Section.PROBLEMS;
    boolean lacks = problem || Polarity.lacks(statement.text());
    document.add(new NumericDocValuesField(Fields.LACKS, lacks ? 1 : 0));
    return document;
  }

  /** What keeps hits of one town apart from those of others. */
  public static BytesRef place(ReportHead head) {
    return new BytesRef(
        head.town() == null ? "\0" + head.id() : String.join("/", head.placeNames()));
  }

  public static List<String> textWithHeadings(Statement statement) {
    List<String> texts = new ArrayList<>(statement.headings());
    texts.add(statement.text());
    return texts;
  }

  private Set<String> concepts(Statement statement) {
    Set<String> names = new LinkedHashSet<>();
    for (String text : textWithHeadings(statement)) {
      thesaurus.matches(text).forEach(match -> names.add(match.concept().name()));
    }
    return names;
  }

  private static void addNames(Document document, String field, Set<String> names) {
    names.forEach(name -> document.add(new StringField(field, name, Field.Store.NO)));
  }

  private static void addBigrams(Document document, String field, List<String> texts) {
    List<String> grams = new ArrayList<>();
    texts.forEach(text -> addBigrams(text, grams));
    if (!grams.isEmpty()) {
      document.add(new Field(field, new TermStream(grams), COUNTED));
    }
  }

  /** Pairs of characters of a text, those over punctuation and figures left out. */
  public static void addBigrams(String text, List<String> grams) {
    String literal = Literal.literal(text);
    for (int i = 0; i + 1 < literal.length(); i++) {
      if (Character.isLetter(literal.charAt(i)) && Character.isLetter(literal.charAt(i + 1))) {
        grams.add(literal.substring(i, i + 2));
      }
    }
  }

  private static void addVector(Document document, float[] vector) {
    if (!Vectors.isZero(vector)) {
      document.add(
          new KnnFloatVectorField(Fields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
    }
  }
}
