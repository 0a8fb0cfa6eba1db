package govsearch.engine.lucene.analysis;

/**
 * Names of the index's fields. A report is a block of documents: its head, then its paragraphs,
 * then the statements of these.
 */
public final class Fields {

  /** Every document: the report's id. One deletes and replaces by it. */
  public static final String REPORT = "report";

  /** Head documents only: the report's id. Also their type. */
  public static final String HEAD = "head";

  /** Head documents only: ids that the report would have by others of its sources. */
  public static final String ALIAS = "alias";

  /**
   * Every document: whether it is a {@link #HEAD}, a {@link #PARAGRAPH}, a {@link #STATEMENT}, a
   * {@link #FILE} or a {@link #RUN}.
   */
  public static final String TYPE = "type";

  /** The type of paragraph documents. */
  public static final String PARAGRAPH = "paragraph";

  /** The type of statement documents, which stand behind their report's paragraphs. */
  public static final String STATEMENT = "statement";

  /** Position in the report, from 1; so the head stands that many documents before. */
  public static final String ORDINAL = "ordinal";

  /** Bigrams of the literal text with positions, the last character closed by {@link #END}. */
  public static final String LITERAL = "literal";

  /** Single characters of the literal text, without positions. */
  public static final String CHARACTER = "character";

  /** SmartCN words of the folded text, with their offsets in it for highlighting. */
  public static final String WORDS = "words";

  /** Bigrams of the report's title, as {@link #LITERAL}. */
  public static final String TITLE = "title";

  public static final String PROVINCE = "province";
  public static final String CITY = "city";
  public static final String COUNTY = "county";
  public static final String TOWN = "town";

  /** Town by which hits are sorted; not there when unknown. */
  public static final String TOWN_SORT = "town.sort";

  /** Region path and town, by which towns of one name are told apart; not there when unknown. */
  public static final String PLACE = "place";

  /** Each path from the outermost region to the town. */
  public static final String REGION = "region";

  /** Year as a term. */
  public static final String YEAR = "year";

  /** Year as a number, for spans and order. */
  public static final String YEAR_NUMBER = "year.number";

  /** Heads of reports of which it is not known which of several places they are of. */
  public static final String AMBIGUOUS = "ambiguous";

  public static final String SECTION = "section";

  /** Bigrams of the headings above, and of the paragraph's own run-in heading. */
  public static final String HEADINGS = "headings";

  /** What the paragraph by itself makes its score worth; in per cent of a plain paragraph's. */
  public static final String WEIGHT = "weight";

  /** Paragraphs: fingerprints of their sentences, as numbers. */
  public static final String SENTENCE = "sentence";

  /** Heads: fingerprints of all the report's sentences; a term's frequency is that of reports. */
  public static final String REPORT_SENTENCE = "report.sentence";

  /** Paragraphs: fingerprint of the whole, by which near-identical ones are folded. */
  public static final String FOLD = "fold";

  /** Paragraphs: fingerprints as bytes, for hits. */
  public static final String PRINTS = "prints";

  /** The head or paragraph as JSON. */
  public static final String STORED = "stored";

  /** What is known of a file: its root and path. Also the type of these documents. */
  public static final String FILE = "file";

  /** Files: their root, behind its place among the roots. */
  public static final String FOLDER = "file.folder";

  /** Files of which something was not taken. */
  public static final String SKIPPED = "skipped";

  /** A run: when it started. Also the type of these documents. */
  public static final String RUN = "run";

  /** Paragraphs: names of the thesaurus' concepts that they say. */
  public static final String CONCEPTS = "concepts";

  /** Statements: SmartCN words, without positions. */
  public static final String STATEMENT_WORDS = "statement.words";

  /** Statements: bigrams of the literal text, without positions. */
  public static final String STATEMENT_BIGRAMS = "statement.bigrams";

  /** Statements: names of concepts that they or their own headings say. */
  public static final String STATEMENT_CONCEPTS = "statement.concepts";

  /** Statements: bigrams of their own headings, without positions. */
  public static final String STATEMENT_HEADINGS = "statement.headings";

  /** Problems: bigrams of what their report plans to do about them, headings included. */
  public static final String MEASURE_BIGRAMS = "measure.bigrams";

  /** Problems: concepts of what their report plans to do about them. */
  public static final String MEASURE_CONCEPTS = "measure.concepts";

  /** Problems: what they mean, as vectors. */
  public static final String VECTOR = "vector";

  /** Statements: how many documents before them their paragraph stands. */
  public static final String PARAGRAPH_BEFORE = "statement.paragraph";

  /** Problems: how many documents from theirs back to the paragraph of their measure. */
  public static final String MEASURE_BEFORE = "measure.paragraph";

  /** Problems: number of their measure in its paragraph, from 1. */
  public static final String MEASURE_NUMBER = "measure.number";

  /** Statements: their number in the paragraph, from 1. */
  public static final String STATEMENT_NUMBER = "statement.number";

  /** Statements: region path and town, else the report; of one value at most one is shown. */
  public static final String STATEMENT_PLACE = "statement.place";

  /** Statements: fingerprints of their sentences, as {@link #PRINTS} has them. */
  public static final String STATEMENT_PRINTS = "statement.prints";

  /** Statements: 1 for problems and where cues tell of any; see {@link govsearch.text.Polarity}. */
  public static final String LACKS = "statement.lacks";

  /**
   * Ends every literal text in the index, so that its last character begins a bigram as well. No
   * text contains it: folding drops control characters.
   */
  public static final char END = '\0';

  private Fields() {}
}
