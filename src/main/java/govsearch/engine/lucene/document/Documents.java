package govsearch.engine.lucene.document;

import govsearch.engine.lucene.analysis.CutText;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.query.FacetField;
import govsearch.report.Ids;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import govsearch.text.Thesaurus;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Turns a report into a block of documents: its head, its paragraphs in order, their statements.
 */
public final class Documents {

  /** Keeps bigrams from reaching from one heading into the next as if they were one. */
  private static final String SEPARATOR = ";";

  private static final FieldType SET = new FieldType();
  private static final FieldType PLACED = new FieldType();

  static {
    SET.setTokenized(true);
    SET.setOmitNorms(true);
    SET.setIndexOptions(IndexOptions.DOCS);
    SET.freeze();
    PLACED.setTokenized(true);
    PLACED.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    PLACED.freeze();
  }

  private final WordCutter cutter = new WordCutter();
  private final Thesaurus thesaurus;
  private final StatementDocuments statements;

  /**
   * Documents with the concepts of a thesaurus.
   *
   * @param embedder of problems; null for none
   */
  public Documents(Thesaurus thesaurus, @Nullable Embedder embedder) {
    this.thesaurus = thesaurus;
    this.statements = new StatementDocuments(thesaurus, embedder);
  }

  public List<Document> of(Report report) {
    List<Document> block = new ArrayList<>(2 * report.paragraphs().size());
    block.add(head(report));
    List<CutText> cut = new ArrayList<>(report.paragraphs().size());
    for (Paragraph paragraph : report.paragraphs()) {
      CutText text = cutter.cut(paragraph.text());
      cut.add(text);
      block.add(paragraph(report.head(), paragraph, text));
    }
    statements.add(report, cut, block);
    return block;
  }

  private static Document head(Report report) {
    Document document = new Document();
    ReportHead head = report.head();
    document.add(new StringField(Fields.TYPE, Fields.HEAD, Field.Store.NO));
    document.add(new StringField(Fields.HEAD, head.id(), Field.Store.NO));
    head.sources().stream()
        .skip(1)
        .map(source -> Ids.reportId(source.path()))
        .forEach(id -> document.add(new StringField(Fields.ALIAS, id, Field.Store.NO)));
    addReportFields(document, head);
    if (head.metadata().ambiguous()) {
      document.add(new StringField(Fields.AMBIGUOUS, Fields.HEAD, Field.Store.NO));
    }
    TreeSet<String> sections = new TreeSet<>();
    report.paragraphs().forEach(paragraph -> sections.add(paragraph.section().code()));
    sections.forEach(code -> document.add(new StringField(Fields.SECTION, code, Field.Store.NO)));
    addSentences(document, report);
    document.add(new StoredField(Fields.STORED, StoredJson.write(head)));
    return document;
  }

  private Document paragraph(ReportHead head, Paragraph paragraph, CutText cut) {
    Document document = new Document();
    document.add(new StringField(Fields.TYPE, Fields.PARAGRAPH, Field.Store.NO));
    addReportFields(document, head);
    document.add(new NumericDocValuesField(Fields.ORDINAL, paragraph.ordinal()));
    String literal = Literal.literal(paragraph.text());
    document.add(new TextField(Fields.LITERAL, literal + Fields.END, Field.Store.NO));
    document.add(new Field(Fields.CHARACTER, literal, SET));
    document.add(new Field(Fields.WORDS, cut.stream(), PLACED));
    thesaurus.matches(paragraph.text()).stream()
        .map(match -> match.concept().name())
        .distinct()
        .forEach(name -> document.add(new StringField(Fields.CONCEPTS, name, Field.Store.NO)));
    if (!paragraph.headingPath().isEmpty()) {
      String headings = Literal.literal(String.join(SEPARATOR, paragraph.headingPath()));
      document.add(new TextField(Fields.HEADINGS, headings, Field.Store.NO));
    }
    if (head.title() != null) {
      String title = Literal.literal(head.title());
      document.add(new TextField(Fields.TITLE, title + Fields.END, Field.Store.NO));
    }
    String section = paragraph.section().code();
    document.add(new StringField(Fields.SECTION, section, Field.Store.NO));
    addFacets(document, head, section);
    addFingerprints(document, new Fingerprints(head.placeNames()), paragraph);
    document.add(new StoredField(Fields.STORED, StoredJson.write(paragraph)));
    return document;
  }

  private static void addSentences(Document document, Report report) {
    Fingerprints fingerprints = new Fingerprints(report.head().placeNames());
    report.paragraphs().stream()
        .flatMap(paragraph -> fingerprints.sentences(paragraph.text()).stream())
        .map(Fingerprints.Sentence::fingerprint)
        .distinct()
        .map(FormulaSentences::term)
        .forEach(
            term -> document.add(new StringField(Fields.REPORT_SENTENCE, term, Field.Store.NO)));
  }

  private static void addFingerprints(
      Document document, Fingerprints fingerprints, Paragraph paragraph) {
    fingerprints.sentences(paragraph.text()).stream()
        .map(Fingerprints.Sentence::fingerprint)
        .distinct()
        .forEach(print -> document.add(new SortedNumericDocValuesField(Fields.SENTENCE, print)));
    byte[] prints = StoredPrints.write(fingerprints, paragraph.text());
    document.add(new StoredField(Fields.PRINTS, prints));
    BytesRef whole = FormulaSentences.term(fingerprints.paragraph(paragraph.text()));
    document.add(new StringField(Fields.FOLD, whole, Field.Store.NO));
    document.add(new NumericDocValuesField(Fields.WEIGHT, ParagraphWeight.percent(paragraph)));
  }

  private static void addReportFields(Document document, ReportHead head) {
    addFilters(document, head);
    document.add(new SortedDocValuesField(Fields.REPORT, new BytesRef(head.id())));
    addName(document, Fields.PROVINCE, head.province());
    addName(document, Fields.CITY, head.city());
    addName(document, Fields.COUNTY, head.county());
    String town = head.town();
    if (town != null) {
      document.add(new SortedDocValuesField(Fields.TOWN_SORT, new BytesRef(town)));
      String place = String.join("/", head.placeNames());
      document.add(new SortedDocValuesField(Fields.PLACE, new BytesRef(place)));
    }
    Integer year = head.year();
    if (year != null) {
      document.add(new IntPoint(Fields.YEAR_NUMBER, year));
      document.add(new NumericDocValuesField(Fields.YEAR_NUMBER, year));
    }
  }

  /** By which documents are deleted and filtered. */
  static void addFilters(Document document, ReportHead head) {
    document.add(new StringField(Fields.REPORT, head.id(), Field.Store.NO));
    String town = head.town();
    addName(document, Fields.TOWN, town == null ? FacetField.UNSTATED : town);
    for (String path : regionPaths(head)) {
      addName(document, Fields.REGION, path);
    }
    Integer year = head.year();
    addName(document, Fields.YEAR, year == null ? FacetField.UNSTATED : year.toString());
  }

  private static void addFacets(Document document, ReportHead head, String section) {
    Integer year = head.year();
    addFacet(document, FacetField.REGION, FacetLabels.region(regions(head), head.town()));
    addFacet(document, FacetField.TOWN, head.town() == null ? FacetField.UNSTATED : head.town());
    addFacet(document, FacetField.YEAR, year == null ? FacetField.UNSTATED : year.toString());
    addFacet(document, FacetField.SECTION, section);
  }

  private static void addFacet(Document document, FacetField field, String label) {
    document.add(new SortedDocValuesField(FacetLabels.indexField(field), new BytesRef(label)));
  }

  private static List<String> regions(ReportHead head) {
    return head.region().isEmpty() ? List.of(FacetField.UNSTATED) : head.region();
  }

  /** Every path that a filter may name: from the outermost region down to the town. */
  private static List<String> regionPaths(ReportHead head) {
    return FacetLabels.paths(FacetLabels.region(regions(head), head.town()));
  }

  private static void addName(Document document, String field, @Nullable String name) {
    if (name != null) {
      document.add(new StringField(field, Literal.literal(name), Field.Store.NO));
    }
  }
}
