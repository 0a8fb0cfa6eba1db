package govsearch.engine.opensearch.layout;

/** Names of the fields of the cluster's documents. A dot would make them parts of each other. */
public final class Columns {
  /** Everything of a report: which writing of it this is of. */
  public static final String VERSION = "version";

  /** Everything of a report: the commit that it is shown from. */
  public static final String GENERATION = "generation";

  public static final String REPORT = "report";
  public static final String ORDINAL = "ordinal";

  /** Bigrams of the literal text with positions, the last character closed by the end sign. */
  public static final String LITERAL = "literal";

  public static final String WORDS = "words";
  public static final String HEADINGS = "headings";
  public static final String CONCEPTS = "concepts";

  /** What a paragraph is about, each topic as often as it is said. */
  public static final String TOPICS = "topics";

  public static final String TITLE = "title";
  public static final String PROVINCE = "province";
  public static final String CITY = "city";
  public static final String COUNTY = "county";
  public static final String TOWN = "town";

  /** Each path from the outermost region to the town, as filters name them. */
  public static final String REGION = "region";

  /** Heads: the label of the region path alone. */
  public static final String AREA = "area";

  /** That label's number. */
  public static final String AREA_NUMBER = "area_number";

  /** The number of the town's name, whatever region it is in; of an unstated one too. */
  public static final String TOWN_NUMBER = "town_number";

  /** The label of region path and town; see {@code FacetLabels}. */
  public static final String PLACE = "place";

  /** The label's number, by which places are counted: see {@link Fingerprint#place}. */
  public static final String PLACE_NUMBER = "place_number";

  /** The same of reports that state a town; absent of others. */
  public static final String TOWN_PLACE = "town_place";

  /** The report's number, by which reports are counted: see {@link Fingerprint#report}. */
  public static final String REPORT_NUMBER = "report_number";

  /** The town by which hits are sorted, in a form that comes last where none is stated. */
  public static final String TOWN_ORDER = "town_order";

  /** The year as filters name it. */
  public static final String YEAR = "year";

  /** The year as a number; absent where none is stated. */
  public static final String YEAR_NUMBER = "year_number";

  /** By what hits are sorted newest first, as {@link govsearch.report.Newness} has it. */
  public static final String NEWEST = "newest";

  /** The year by which hits are sorted oldest first; the greatest of all where none is stated. */
  public static final String OLDEST = "oldest";

  /** Since when the collection has the text of the report, in seconds since 1970. */
  public static final String SEEN = "seen";

  public static final String SECTION = "section";
  public static final String WEIGHT = "weight";

  /** Fingerprint of the whole paragraph, by which near-identical ones are folded. */
  public static final String FOLD = "fold";

  /** The paragraph's sentences; see {@code SentenceValues}. */
  public static final String SENTENCE = "sentence";

  /** Heads: fingerprints of all the report's sentences. */
  public static final String SENTENCES = "sentences";

  /** Heads: ids that the report would have by others of its sources. */
  public static final String ALIAS = "alias";

  public static final String AMBIGUOUS = "ambiguous";

  /** A number of the report that is drawn from its id, by which some of all are taken. */
  public static final String DRAW = "draw";

  /** What is read back: a paragraph, a head, a file, a run. */
  public static final String STORED = "stored";

  /** Ledger: what kind of thing it is. */
  public static final String KIND = "kind";

  /** Ledger: a file's root and path, in the order of paths. */
  public static final String FILE = "file";

  /** Ledger: the file's root, behind its place among the roots. */
  public static final String FOLDER = "folder";

  /** Ledger: hashes of what a file is looked up by. */
  public static final String KEYS = "keys";

  /** Ledger: whether something of the file was not taken. */
  public static final String SKIPPED = "skipped";

  /** Ledger: when a run started. */
  public static final String STARTED = "started";

  /** Earlier texts: since when the collection had one, in seconds since 1970. */
  public static final String FROM = "from";

  /** Earlier texts: when another took its place. */
  public static final String UNTIL = "until";

  private Columns() {}
}
