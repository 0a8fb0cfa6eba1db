package govsearch.engine.lucene;

import govsearch.query.FacetField;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.text.Fingerprints;
import govsearch.text.Folding;
import govsearch.text.Literal;
import java.io.IOException;
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
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns a report into a block of documents: its head, then its paragraphs in order. */
final class Documents {

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

  private final FacetsConfig facets = FacetCounter.config();

  List<Document> of(Report report) {
    List<Document> block = new ArrayList<>(report.paragraphs().size() + 1);
    block.add(head(report));
    try {
      for (Paragraph paragraph : report.paragraphs()) {
        block.add(facets.build(paragraph(report.head(), paragraph)));
      }
    } catch (IOException e) {
      throw new IllegalStateException("no taxonomy is written", e);
    }
    return block;
  }

  private static Document head(Report report) {
    Document document = new Document();
    ReportHead head = report.head();
    document.add(new StringField(Fields.TYPE, Fields.HEAD, Field.Store.NO));
    document.add(new StringField(Fields.HEAD, head.id(), Field.Store.NO));
    addReportFields(document, head);
    TreeSet<String> sections = new TreeSet<>();
    report.paragraphs().forEach(paragraph -> sections.add(paragraph.section().code()));
    sections.forEach(code -> document.add(new StringField(Fields.SECTION, code, Field.Store.NO)));
    addSentences(document, report);
    document.add(new StoredField(Fields.STORED, StoredJson.write(head)));
    return document;
  }

  private static Document paragraph(ReportHead head, Paragraph paragraph) {
    Document document = new Document();
    document.add(new StringField(Fields.TYPE, Fields.PARAGRAPH, Field.Store.NO));
    addReportFields(document, head);
    document.add(new NumericDocValuesField(Fields.ORDINAL, paragraph.ordinal()));
    String literal = Literal.literal(paragraph.text());
    document.add(new TextField(Fields.LITERAL, literal + Fields.END, Field.Store.NO));
    document.add(new Field(Fields.CHARACTER, literal, SET));
    document.add(new Field(Fields.WORDS, Folding.SPACED.fold(paragraph.text()).text(), PLACED));
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
    document.add(new SortedDocValuesField(Fields.FOLD, whole));
    document.add(new NumericDocValuesField(Fields.WEIGHT, SubstanceScore.weight(paragraph.kind())));
  }

  private static void addReportFields(Document document, ReportHead head) {
    document.add(new StringField(Fields.REPORT, head.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(Fields.REPORT, new BytesRef(head.id())));
    addName(document, Fields.PROVINCE, head.province());
    addName(document, Fields.CITY, head.city());
    addName(document, Fields.COUNTY, head.county());
    String town = head.town();
    addName(document, Fields.TOWN, town == null ? FacetField.UNSTATED : town);
    if (town != null) {
      document.add(new SortedDocValuesField(Fields.TOWN_SORT, new BytesRef(town)));
      String place = String.join("/", head.placeNames());
      document.add(new SortedDocValuesField(Fields.PLACE, new BytesRef(place)));
    }
    for (String path : regionPaths(head)) {
      addName(document, Fields.REGION, path);
    }
    Integer year = head.year();
    addName(document, Fields.YEAR, year == null ? FacetField.UNSTATED : year.toString());
    if (year != null) {
      document.add(new IntPoint(Fields.YEAR_NUMBER, year));
      document.add(new NumericDocValuesField(Fields.YEAR_NUMBER, year));
    }
  }

  private static void addFacets(Document document, ReportHead head, String section) {
    String town = head.town() == null ? FacetField.UNSTATED : head.town();
    String year = head.year() == null ? FacetField.UNSTATED : head.year().toString();
    List<String> region = head.region().isEmpty() ? List.of(FacetField.UNSTATED) : head.region();
    addFacet(document, FacetField.REGION, region.toArray(String[]::new));
    addFacet(document, FacetField.TOWN, town);
    addFacet(document, FacetField.YEAR, year);
    addFacet(document, FacetField.SECTION, section);
  }

  private static void addFacet(Document document, FacetField field, String... path) {
    document.add(new SortedSetDocValuesFacetField(field.code(), path));
  }

  /** Every path that a filter may name: from the outermost region down to the town. */
  private static List<String> regionPaths(ReportHead head) {
    List<String> names = head.region();
    if (names.isEmpty()) {
      return List.of(FacetField.UNSTATED);
    }
    List<String> paths = new ArrayList<>(names.size() + 1);
    for (int depth = 1; depth <= names.size(); depth++) {
      paths.add(String.join("/", names.subList(0, depth)));
    }
    if (head.town() != null) {
      paths.add(paths.getLast() + "/" + head.town());
    }
    return paths;
  }

  private static void addName(Document document, String field, @Nullable String name) {
    if (name != null) {
      document.add(new StringField(field, Literal.literal(name), Field.Store.NO));
    }
  }
}
