package govsearch.engine.opensearch.layout;

import govsearch.engine.lucene.analysis.Counting;
import govsearch.engine.opensearch.client.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The indices of one building of a collection. A rebuild makes others beside them; which of them
 * the collection's name leads to is for an alias of its ledger.
 *
 * @param base what their names begin with
 */
public record Indices(String base) {
  /** The kinds of index. */
  public enum Kind {
    PARAGRAPHS,
    REPORTS,
    STATEMENTS,
    REVISIONS,
    LEDGER
  }

  /** An analyzer for phrases, of which a token may be whatever it is. */
  public static final String PHRASE = "phrase";

  /** Such a token; no other one has a single character. */
  public static final String GAP = "_";

  private static final String LEDGER_END = "-ledger";

  /** How often what a statement is about counts. */
  private static final String MATTERS = "matters";

  /** Those that a ledger belongs to. */
  public static Indices ofLedger(String ledger) {
    return new Indices(ledger.substring(0, ledger.length() - LEDGER_END.length()));
  }

  public String paragraphs() {
    return base + "-paragraphs";
  }

  public String reports() {
    return base + "-reports";
  }

  /** Of the problems that reports tell, by which similar ones are found. */
  public String statements() {
    return base + "-statements";
  }

  /** Of what reports said before they were replaced. */
  public String revisions() {
    return base + "-revisions";
  }

  public String ledger() {
    return base + LEDGER_END;
  }

  /** Those that hold what reports are made of. */
  public List<String> content() {
    return List.of(paragraphs(), reports(), statements());
  }

  public String name(Kind kind) {
    return switch (kind) {
      case PARAGRAPHS -> paragraphs();
      case REPORTS -> reports();
      case STATEMENTS -> statements();
      case REVISIONS -> revisions();
      case LEDGER -> ledger();
    };
  }

  /** How an index is to be made. */
  public static Map<String, Object> definition(Kind kind, Sizing sizing) {
    Map<String, Object> settings =
        Json.of(
            "number_of_shards",
            kind == Kind.LEDGER || kind == Kind.REVISIONS ? 1 : sizing.shards(),
            "refresh_interval",
            "-1", // what is written is shown when it is committed
            "analysis",
            analysis());
    if (kind == Kind.STATEMENTS) {
      settings.put("similarity", Json.of(MATTERS, counting()));
    }
    settings.putAll(sizing.replicaSettings());
    return Json.of(
        "settings",
        Json.of("index", settings),
        "mappings",
        switch (kind) {
          case PARAGRAPHS -> mapping(paragraphFields());
          case REPORTS -> mapping(reportFields());
          case STATEMENTS -> mapping(statementFields());
          case REVISIONS -> whole(revisionFields());
          case LEDGER -> mapping(ledgerFields());
        });
  }

  private static Map<String, Object> analysis() {
    Object gap = Json.of("type", "stop", "stopwords", List.of(GAP));
    Object phrase = Json.of("type", "custom", "tokenizer", "whitespace", "filter", List.of("gap"));
    return Json.of(
        "filter",
        Json.of("gap", gap),
        "analyzer",
        Json.of("default", Json.of("type", "whitespace"), PHRASE, phrase));
  }

  /** All of a document can be read back, so that it can be copied by the cluster. */
  private static Map<String, Object> whole(Map<String, Object> fields) {
    return Json.of("dynamic", false, "properties", fields);
  }

  private static Map<String, Object> mapping(Map<String, Object> fields) {
    return Json.of(
        "dynamic",
        false,
        "_source",
        Json.of("includes", List.of(Columns.STORED, Columns.STORED + ".*")),
        "properties",
        fields);
  }

  private static Map<String, Object> ofReport() {
    Map<String, Object> fields =
        Json.of(
            Columns.VERSION, keyword(true),
            Columns.GENERATION, Json.of("type", "long"),
            Columns.REPORT, keyword(true),
            Columns.TITLE, text("positions", false),
            Columns.PLACE, column(),
            Columns.PLACE_NUMBER, number("long"),
            Columns.TOWN_PLACE, number("long"),
            Columns.REPORT_NUMBER, number("long"),
            Columns.TOWN_ORDER, column(),
            Columns.YEAR, keyword(true),
            Columns.YEAR_NUMBER, Json.of("type", "integer", "doc_values", false),
            Columns.NEWEST, number("integer"),
            Columns.OLDEST, number("integer"),
            Columns.SEEN, Json.of("type", "long"),
            Columns.DRAW, Json.of("type", "integer", "doc_values", false),
            Columns.STORED, Json.of("type", "object", "enabled", false));
    for (String name :
        List.of(Columns.PROVINCE, Columns.CITY, Columns.COUNTY, Columns.TOWN, Columns.REGION)) {
      fields.put(name, keyword(false));
    }
    return fields;
  }

  private static Map<String, Object> paragraphFields() {
    Map<String, Object> fields = ofReport();
    fields.put(Columns.ORDINAL, Json.of("type", "integer"));
    fields.put(Columns.LITERAL, text("positions", true));
    fields.put(Columns.WORDS, text("freqs", true));
    fields.put(Columns.HEADINGS, text("freqs", true));
    fields.put(Columns.CONCEPTS, keyword(false));
    fields.put(Columns.TOPICS, text("freqs", true));
    fields.put(Columns.SECTION, keyword(true));
    fields.put(Columns.WEIGHT, number("integer"));
    fields.put(Columns.FOLD, Json.of("type", "long"));
    fields.put(Columns.SENTENCE, number("long"));
    fields.put(Columns.AREA_NUMBER, number("long"));
    fields.put(Columns.TOWN_NUMBER, number("long"));
    return fields;
  }

  private static Map<String, Object> reportFields() {
    Map<String, Object> fields = ofReport();
    for (String name : List.of(Columns.PROVINCE, Columns.CITY, Columns.COUNTY, Columns.TOWN)) {
      fields.put(name, keyword(true)); // here they are listed too
    }
    fields.put(Columns.PLACE_NUMBER, Json.of("type", "long")); // here they are looked up too
    fields.put(Columns.AREA_NUMBER, Json.of("type", "long"));
    fields.put(Columns.AREA, column());
    fields.put(Columns.ALIAS, keyword(false));
    fields.put(Columns.AMBIGUOUS, Json.of("type", "boolean", "doc_values", false));
    fields.put(Columns.SECTION, keyword(false));
    fields.put(Columns.SENTENCES, text("docs", false));
    return fields;
  }

  private static Map<String, Object> statementFields() {
    Map<String, Object> fields = ofReport();
    fields.put(Columns.SECTION, keyword(false));
    fields.put(Columns.ORDINAL, number("integer"));
    fields.put(Columns.SENTENCE, number("long"));
    fields.put(StatementColumns.NUMBER, number("integer"));
    fields.put(StatementColumns.PRINT, number("long"));
    fields.put(StatementColumns.MEASURE_ORDINAL, number("integer"));
    fields.put(StatementColumns.MEASURE_NUMBER, number("integer"));
    fields.put(StatementColumns.CONCEPTS, text("docs", false));
    fields.put(StatementColumns.MEASURE_CONCEPTS, text("docs", false));
    for (String name :
        List.of(
            StatementColumns.WORDS,
            StatementColumns.BIGRAMS,
            StatementColumns.HEADINGS,
            StatementColumns.TOPICS,
            StatementColumns.MEASURE_BIGRAMS)) {
      fields.put(name, text("freqs", true));
    }
    fields.computeIfPresent(StatementColumns.TOPICS, (name, how) -> matters());
    return fields;
  }

  private static Map<String, Object> revisionFields() {
    return Json.of(
        Columns.REPORT, keyword(false),
        Columns.GENERATION, Json.of("type", "long"),
        Columns.FROM, number("long"),
        Columns.UNTIL, number("long"),
        Columns.STORED, Json.of("type", "object", "enabled", false));
  }

  private static Map<String, Object> ledgerFields() {
    return Json.of(
        Columns.KIND, keyword(false),
        Columns.FILE, keyword(true),
        Columns.FOLDER, keyword(true),
        Columns.KEYS, keyword(false),
        Columns.SKIPPED, Json.of("type", "boolean", "doc_values", false),
        Columns.STARTED, keyword(true),
        Columns.STORED, Json.of("type", "object", "enabled", false));
  }

  private static Map<String, Object> keyword(boolean column) {
    return Json.of("type", "keyword", "doc_values", column);
  }

  /** What is only counted and sorted by. */
  private static Map<String, Object> column() {
    return Json.of("type", "keyword", "index", false);
  }

  private static Map<String, Object> number(String type) {
    return Json.of("type", type, "index", false);
  }

  /** As {@link Counting} has it. */
  private static Map<String, Object> counting() {
    return Json.of("type", "BM25", "k1", Counting.OF_MATTERS, "b", Counting.OF_LENGTH);
  }

  private static Map<String, Object> matters() {
    Map<String, Object> field = new HashMap<>(text("freqs", true));
    field.put("similarity", MATTERS);
    return field;
  }

  private static Map<String, Object> text(String options, boolean norms) {
    return Json.of("type", "text", "index_options", options, "norms", norms);
  }

  /** All kinds with the names that they have here. */
  public List<String> all() {
    List<String> names = new ArrayList<>(content());
    names.add(revisions());
    names.add(ledger());
    return names;
  }
}
