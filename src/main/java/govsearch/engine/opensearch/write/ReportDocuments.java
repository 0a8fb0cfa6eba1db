package govsearch.engine.opensearch.write;

import govsearch.engine.Seen;
import govsearch.engine.lucene.analysis.ClauseCutter;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.FacetLabels;
import govsearch.engine.lucene.document.ParagraphWeight;
import govsearch.engine.lucene.document.SentenceValues;
import govsearch.engine.lucene.query.LiteralQueries;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Fingerprint;
import govsearch.engine.opensearch.layout.HeadColumns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.StoredHead;
import govsearch.query.FacetField;
import govsearch.report.ContentHash;
import govsearch.report.Ids;
import govsearch.report.Newness;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Section;
import govsearch.report.YearDoubt;
import govsearch.text.Fingerprints;
import govsearch.text.FoldedText;
import govsearch.text.Literal;
import govsearch.text.Thesaurus;
import govsearch.text.Topics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a report into documents: its head, and its paragraphs, each with what holds of the whole
 * report. Texts come cut, their tokens with spaces between them. Safe for use by many threads.
 */
final class ReportDocuments {
  /** Keeps bigrams from reaching from one heading into the next as if they were one. */
  private static final String SEPARATOR = ";";

  /** More than the cluster takes of an id or a name. */
  private static final int LONGEST_NAME = 2_000;

  private static final int LONGEST_ID = 200;

  private final ClauseCutter cutter = new ClauseCutter();
  private final Thesaurus thesaurus;
  private final StatementWriter statements;

  ReportDocuments(Thesaurus thesaurus) {
    this.thesaurus = thesaurus;
    this.statements = new StatementWriter(thesaurus);
  }

  /**
   * The writes of a report.
   *
   * @param version that this writing of it has
   * @param seen since when the collection has it
   * @throws IllegalArgumentException if a name of it is longer than the cluster can have
   */
  List<byte[]> of(Report report, Indices indices, String version, long generation, Seen seen) {
    check(report.head());
    Fingerprints fingerprints = new Fingerprints(report.head().placeNames());
    Map<String, Object> common = common(report.head(), version, generation);
    common.put(Columns.SEEN, seen.text());
    List<byte[]> operations = new ArrayList<>(report.paragraphs().size() + 1);
    List<AnalysedParagraph> analysed =
        report.paragraphs().stream().map(one -> analysed(one, fingerprints)).toList();
    Set<String> sentences = new LinkedHashSet<>();
    Map<List<String>, String> headings = new HashMap<>();
    for (AnalysedParagraph one : analysed) {
      Paragraph paragraph = one.paragraph();
      one.prints().sentences().stream()
          .map(sentence -> Fingerprint.sentence(sentence.fingerprint()))
          .forEach(sentences::add);
      Map<String, Object> document = new HashMap<>(common);
      add(one, document);
      if (!paragraph.headingPath().isEmpty()) {
        document.put(
            Columns.HEADINGS,
            headings.computeIfAbsent(
                paragraph.headingPath(),
                path -> grams(Literal.literal(String.join(SEPARATOR, path)))));
      }
      String id = version + "." + paragraph.ordinal();
      operations.add(Operations.index(indices.paragraphs(), id, report.id(), document));
    }
    statements
        .of(report, analysed, fingerprints, common)
        .forEach(
            (end, document) ->
                operations.add(
                    Operations.index(
                        indices.statements(), version + "." + end, report.id(), document)));
    operations.add(
        Operations.index(
            indices.reports(), version, report.id(), head(report, common, sentences, seen)));
    return operations;
  }

  private static void check(ReportHead head) {
    boolean fits =
        head.id().length() <= LONGEST_ID
            && head.placeNames().stream().allMatch(name -> name.length() <= LONGEST_NAME);
    if (!fits) {
      throw new IllegalArgumentException("an id or a place's name is too long for the cluster");
    }
  }

  private AnalysedParagraph analysed(Paragraph paragraph, Fingerprints fingerprints) {
    FoldedText literal = Literal.of(paragraph.text());
    return new AnalysedParagraph(
        paragraph,
        literal,
        cutter.cut(literal, paragraph.text()),
        fingerprints.of(paragraph.text(), literal),
        thesaurus.matches(literal));
  }

  private static void add(AnalysedParagraph analysed, Map<String, Object> document) {
    Paragraph paragraph = analysed.paragraph();
    FoldedText literal = analysed.literal();
    Fingerprints.Prints prints = analysed.prints();
    document.put(Columns.ORDINAL, paragraph.ordinal());
    document.put(Columns.LITERAL, grams(literal.text()));
    document.put(Columns.WORDS, Json.wellFormed(String.join(" ", analysed.cut().words())));
    document.put(
        Columns.CONCEPTS,
        analysed.said().stream().map(match -> match.concept().name()).distinct().toList());
    if (paragraph.kind() == ParagraphKind.BODY) {
      List<String> topics = new ArrayList<>();
      Topics.builtIn()
          .of(literal)
          .forEach((topic, sum) -> topics.addAll(Collections.nCopies(sum, topic)));
      document.put(Columns.TOPICS, String.join(" ", topics));
    }
    document.put(Columns.SECTION, paragraph.section().code());
    document.put(Columns.WEIGHT, ParagraphWeight.percent(paragraph, literal.text()));
    document.put(Columns.FOLD, prints.whole());
    document.put(Columns.SENTENCE, SentenceValues.of(prints));
    document.put(Columns.STORED, paragraph);
  }

  /** Each two neighbouring characters, the last one with the end. */
  private static String grams(String literal) {
    return literal.isEmpty()
        ? ""
        : String.join(" ", LiteralQueries.bigrams(Json.wellFormed(literal) + Fields.END));
  }

  private static Map<String, Object> head(
      Report report, Map<String, Object> common, Set<String> sentences, Seen seen) {
    Map<String, Object> document = new HashMap<>(common);
    ReportHead head = report.head();
    document.put(
        Columns.ALIAS,
        head.sources().stream().skip(1).map(source -> Ids.reportId(source.path())).toList());
    document.put(Columns.AMBIGUOUS, head.metadata().ambiguous());
    Set<Section> sections = EnumSet.noneOf(Section.class);
    report.paragraphs().forEach(paragraph -> sections.add(paragraph.section()));
    document.put(Columns.SECTION, sections.stream().map(Section::code).toList());
    document.put(Columns.SENTENCES, String.join(" ", sentences));
    ContentHash hash = ContentHash.of(report);
    document.put(
        Columns.STORED,
        new StoredHead(head, report.paragraphs().size(), hash.high(), hash.low(), seen));
    return document;
  }

  private static Map<String, Object> common(ReportHead head, String version, long generation) {
    Map<String, Object> fields =
        Json.of(
            Columns.VERSION,
            version,
            Columns.GENERATION,
            generation,
            Columns.REPORT,
            head.id(),
            Columns.DRAW,
            Fingerprint.draw(head.id()));
    putName(fields, Columns.PROVINCE, head.province());
    putName(fields, Columns.CITY, head.city());
    putName(fields, Columns.COUNTY, head.county());
    String town = head.town();
    putName(fields, Columns.TOWN, town == null ? FacetField.UNSTATED : town);
    String label = HeadColumns.place(head);
    long place = Fingerprint.place(label);
    String area = HeadColumns.area(head);
    fields.put(Columns.AREA, area);
    fields.put(Columns.AREA_NUMBER, Fingerprint.place(area));
    String name = Literal.literal(town == null ? FacetField.UNSTATED : town);
    fields.put(Columns.TOWN_NUMBER, Fingerprint.place(Json.wellFormed(name)));
    fields.put(Columns.PLACE, label);
    fields.put(Columns.PLACE_NUMBER, place);
    fields.put(Columns.REPORT_NUMBER, Fingerprint.report(head.id()));
    if (town != null) {
      fields.put(Columns.TOWN_PLACE, place);
    }
    fields.put(Columns.TOWN_ORDER, town == null ? Fingerprint.LAST : Json.wellFormed(town));
    fields.put(
        Columns.REGION,
        FacetLabels.paths(label).stream().map(Literal::literal).map(Json::wellFormed).toList());
    Integer year = head.year();
    fields.put(Columns.YEAR, HeadColumns.year(head));
    fields.put(
        Columns.NEWEST, year == null ? Newness.NONE : Newness.of(year, YearDoubt.thisYear()));
    fields.put(Columns.OLDEST, year == null ? Integer.MAX_VALUE : year);
    if (year != null) {
      fields.put(Columns.YEAR_NUMBER, year);
    }
    if (head.title() != null) {
      fields.put(Columns.TITLE, grams(Literal.literal(head.title())));
    }
    return fields;
  }

  private static void putName(Map<String, Object> fields, String field, @Nullable String name) {
    if (name != null) {
      fields.put(field, Json.wellFormed(Literal.literal(name)));
    }
  }
}
