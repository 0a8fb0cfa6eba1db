package govsearch.engine.lucene.document;

import govsearch.engine.Seen;
import govsearch.engine.lucene.analysis.ClauseCutter;
import govsearch.engine.lucene.analysis.EncodedFields;
import govsearch.engine.lucene.analysis.EncodedText;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.query.FacetField;
import govsearch.report.ContentHash;
import govsearch.report.Ids;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Section;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import govsearch.text.Thesaurus;
import govsearch.text.Topics;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Turns a report into a block of documents: its head, its paragraphs in order, the statements of
 * these by which similar ones are found. Safe for use by many threads.
 */
public final class Documents {

  /** Keeps bigrams from reaching from one heading into the next as if they were one. */
  private static final String SEPARATOR = ";";

  /** Of titles: they are matched, not weighed. */
  private static final FieldType MATCHED = new FieldType();

  static {
    MATCHED.setTokenized(true);
    MATCHED.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    MATCHED.setOmitNorms(true);
    MATCHED.freeze();
  }

  private final ClauseCutter cutter;
  private final Thesaurus thesaurus;
  private final StatementDocuments statements;

  /**
   * Documents with the concepts of a thesaurus.
   *
   * @param cutter with what it knows of clauses
   */
  public Documents(ClauseCutter cutter, Thesaurus thesaurus) {
    this.cutter = cutter;
    this.thesaurus = thesaurus;
    this.statements = new StatementDocuments(thesaurus);
  }

  /**
   * A report's documents, in their order.
   *
   * @param seen since when the collection has it
   */
  public List<Document> of(Report report, Seen seen) {
    Fingerprints fingerprints = new Fingerprints(report.head().placeNames());
    List<AnalysedParagraph> analysed = new ArrayList<>(report.paragraphs().size());
    for (Paragraph paragraph : report.paragraphs()) {
      analysed.add(AnalysedParagraph.of(paragraph, fingerprints, cutter, thesaurus));
    }
    List<Document> block = new ArrayList<>(2 * report.paragraphs().size());
    Document head = head(report, analysed);
    block.add(head);
    Map<List<String>, EncodedText> headings = new HashMap<>();
    for (AnalysedParagraph paragraph : analysed) {
      block.add(paragraph(report.id(), paragraph, headings));
    }
    statements.add(report, analysed, fingerprints, block);
    ContentHash hash = ContentHash.of(report);
    head.add(new NumericDocValuesField(Fields.HASH_HIGH, hash.high()));
    head.add(new NumericDocValuesField(Fields.HASH_LOW, hash.low()));
    head.add(new LongPoint(Fields.SEEN, seen.text()));
    head.add(new NumericDocValuesField(Fields.SEEN, seen.text()));
    head.add(new NumericDocValuesField(Fields.FIRST_SEEN, seen.first()));
    Weighed.addNone(head);
    Prints.add(head, Fields.NO_PRINT);
    head.add(new NumericDocValuesField(Fields.PARAGRAPHS, analysed.size()));
    head.add(new NumericDocValuesField(Fields.BLOCK, block.size() - 1));
    return block;
  }

  private static Document head(Report report, List<AnalysedParagraph> paragraphs) {
    Document document = new Document();
    ReportHead head = report.head();
    document.add(new StringField(Fields.TYPE, Fields.HEAD, Field.Store.NO));
    document.add(new StringField(Fields.HEAD, head.id(), Field.Store.NO));
    document.add(new StringField(Fields.REPORT, head.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(Fields.REPORT, new BytesRef(head.id())));
    head.sources().stream()
        .skip(1)
        .map(source -> Ids.reportId(source.path()))
        .forEach(id -> document.add(new StringField(Fields.ALIAS, id, Field.Store.NO)));
    addPlace(document, head);
    addYear(document, head.year());
    if (head.title() != null) {
      EncodedText title = new EncodedText(Literal.literal(head.title()));
      document.add(EncodedFields.grams(Fields.TITLE, title, MATCHED));
    }
    if (head.metadata().ambiguous()) {
      document.add(new StringField(Fields.AMBIGUOUS, Fields.HEAD, Field.Store.NO));
    }
    Set<Section> sections = EnumSet.noneOf(Section.class);
    Set<BytesRef> sentences = new TreeSet<>();
    for (AnalysedParagraph paragraph : paragraphs) {
      sections.add(paragraph.paragraph().section());
      paragraph.prints().sentences().stream()
          .map(sentence -> SentenceValues.term(sentence.fingerprint()))
          .forEach(sentences::add);
    }
    sections.forEach(
        section -> document.add(new StringField(Fields.SECTION, section.code(), Field.Store.NO)));
    sentences.forEach(
        term -> document.add(new StringField(Fields.REPORT_SENTENCE, term, Field.Store.NO)));
    document.add(new StoredField(Fields.STORED, StoredJson.write(head)));
    return document;
  }

  private static EncodedText encoded(List<String> headings) {
    return new EncodedText(Literal.literal(String.join(SEPARATOR, headings)));
  }

  /** A paragraph's document; {@code headings} as far as they are encoded already. */
  private static Document paragraph(
      String reportId, AnalysedParagraph analysed, Map<List<String>, EncodedText> headings) {
    Document document = new Document();
    Paragraph paragraph = analysed.paragraph();
    document.add(new StringField(Fields.TYPE, Fields.PARAGRAPH, Field.Store.NO));
    document.add(new StringField(Fields.REPORT, reportId, Field.Store.NO));
    document.add(new NumericDocValuesField(Fields.ORDINAL, paragraph.ordinal()));
    EncodedText literal = new EncodedText(analysed.literal().text());
    document.add(EncodedFields.grams(Fields.LITERAL, literal, Weighed.LITERAL));
    document.add(EncodedFields.words(Fields.WORDS, analysed.cut(), literal, Weighed.WORDS));
    analysed.said().stream()
        .map(match -> match.concept().name())
        .distinct()
        .forEach(name -> document.add(new StringField(Fields.CONCEPTS, name, Field.Store.NO)));
    if (paragraph.kind() == ParagraphKind.BODY) {
      StatementDocuments.addTopics(
          document, Fields.TOPICS, Topics.builtIn().of(analysed.literal()));
    }
    if (paragraph.headingPath().isEmpty()) {
      Weighed.addNoHeadings(document);
    } else {
      EncodedText above = headings.computeIfAbsent(paragraph.headingPath(), Documents::encoded);
      document.add(EncodedFields.grams(Fields.HEADINGS, above, Weighed.HEADINGS));
    }
    document.add(new StringField(Fields.SECTION, paragraph.section().code(), Field.Store.NO));
    SentenceValues.add(document, analysed.prints());
    long print = analysed.prints().whole();
    document.add(new StringField(Fields.FOLD, Prints.term(print), Field.Store.NO));
    Prints.add(document, print);
    document.add(
        new NumericDocValuesField(
            Fields.WEIGHT, ParagraphWeight.percent(paragraph, analysed.literal().text())));
    document.add(new StoredField(Fields.STORED, StoredParagraph.write(paragraph)));
    return document;
  }

  private static void addPlace(Document document, ReportHead head) {
    addName(document, Fields.PROVINCE, head.province());
    addName(document, Fields.CITY, head.city());
    addName(document, Fields.COUNTY, head.county());
    String town = head.town();
    addName(document, Fields.TOWN, town == null ? FacetField.UNSTATED : town);
    if (town != null) {
      document.add(new SortedDocValuesField(Fields.TOWN_SORT, new BytesRef(town)));
    }
    List<String> regions = head.region().isEmpty() ? List.of(FacetField.UNSTATED) : head.region();
    String label = FacetLabels.region(regions, town);
    document.add(new SortedDocValuesField(Fields.PLACE, new BytesRef(label)));
    for (String path : FacetLabels.paths(label)) {
      addName(document, Fields.REGION, path);
    }
  }

  private static void addYear(Document document, @Nullable Integer year) {
    addName(document, Fields.YEAR, year == null ? FacetField.UNSTATED : year.toString());
    if (year != null) {
      document.add(new IntPoint(Fields.YEAR_NUMBER, year));
      document.add(new NumericDocValuesField(Fields.YEAR_NUMBER, year));
    }
  }

  private static void addName(Document document, String field, @Nullable String name) {
    if (name != null) {
      document.add(new StringField(field, Literal.literal(name), Field.Store.NO));
    }
  }
}
