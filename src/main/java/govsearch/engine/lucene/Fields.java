package govsearch.engine.lucene;

/**
 * Names of the index's fields. A report is a block of documents: its head, then its paragraphs,
 * then the statements of these.
 */
final class Fields {

  /** Every document: the report's id. One deletes and replaces by it. */
  static final String REPORT = "report";

  /** Head documents only: the report's id. Also their type. */
  static final String HEAD = "head";

  /** Head documents only: ids that the report would have by others of its sources. */
  static final String ALIAS = "alias";

  /**
   * Every document: whether it is a {@link #HEAD}, a {@link #PARAGRAPH}, a {@link #STATEMENT}, a
   * {@link #FILE} or a {@link #RUN}.
   */
  static final String TYPE = "type";

  /** The type of paragraph documents. */
  static final String PARAGRAPH = "paragraph";

  /** The type of statement documents, which stand behind their report's paragraphs. */
  static final String STATEMENT = "statement";

  /** Position in the report, from 1; so the head stands that many documents before. */
  static final String ORDINAL = "ordinal";

  /** Bigrams of the literal text with positions, the last character closed by {@link #END}. */
  static final String LITERAL = "literal";

  /** Single characters of the literal text, without positions. */
  static final String CHARACTER = "character";

  /** SmartCN words of the folded text, with their offsets in it for highlighting. */
  static final String WORDS = "words";

  /** Bigrams of the report's title, as {@link #LITERAL}. */
  static final String TITLE = "title";

  static final String PROVINCE = "province";
  static final String CITY = "city";
  static final String COUNTY = "county";
  static final String TOWN = "town";

  /** Town by which hits are sorted; not there when unknown. */
  static final String TOWN_SORT = "town.sort";

  /** Region path and town, by which towns of one name are told apart; not there when unknown. */
  static final String PLACE = "place";

  /** Each path from the outermost region to the town. */
  static final String REGION = "region";

  /** Year as a term. */
  static final String YEAR = "year";

  /** Year as a number, for spans and order. */
  static final String YEAR_NUMBER = "year.number";

  /** Heads of reports of which it is not known which of several places they are of. */
  static final String AMBIGUOUS = "ambiguous";

  static final String SECTION = "section";

  /** Bigrams of the headings above, and of the paragraph's own run-in heading. */
  static final String HEADINGS = "headings";

  /** What the paragraph by itself makes its score worth; see {@link ParagraphWeight}. */
  static final String WEIGHT = "weight";

  /** Paragraphs: fingerprints of their sentences, as numbers. */
  static final String SENTENCE = "sentence";

  /** Heads: fingerprints of all the report's sentences; a term's frequency is that of reports. */
  static final String REPORT_SENTENCE = "report.sentence";

  /** Paragraphs: fingerprint of the whole, by which near-identical ones are folded. */
  static final String FOLD = "fold";

  /** Paragraphs: fingerprints as bytes, for hits. */
  static final String PRINTS = "prints";

  /** The head or paragraph as JSON. */
  static final String STORED = "stored";

  /** What is known of a file: its root and path. Also the type of these documents. */
  static final String FILE = "file";

  /** Files: their root, behind its place among the roots. */
  static final String FOLDER = "file.folder";

  /** Files of which something was not taken. */
  static final String SKIPPED = "skipped";

  /** A run: when it started. Also the type of these documents. */
  static final String RUN = "run";

  /** Paragraphs: names of the thesaurus' concepts that they say. */
  static final String CONCEPTS = "concepts";

  /** Statements: SmartCN words, without positions. */
  static final String STATEMENT_WORDS = "statement.words";

  /** Statements: bigrams of the literal text, without positions. */
  static final String STATEMENT_BIGRAMS = "statement.bigrams";

  /** Statements: names of concepts that they or their own headings say. */
  static final String STATEMENT_CONCEPTS = "statement.concepts";

  /** Statements: bigrams of their own headings, without positions. */
  static final String STATEMENT_HEADINGS = "statement.headings";

  /** Problems: bigrams of what their report plans to do about them, headings included. */
  static final String MEASURE_BIGRAMS = "measure.bigrams";

  /** Problems: concepts of what their report plans to do about them. */
  static final String MEASURE_CONCEPTS = "measure.concepts";

  /** Problems: see {@link Embedder}. */
  static final String VECTOR = "vector";

  /** Statements: how many documents before them their paragraph stands. */
  static final String PARAGRAPH_BEFORE = "statement.paragraph";

  /** Problems: how many documents from theirs back to the paragraph of their measure. */
  static final String MEASURE_BEFORE = "measure.paragraph";

  /** Problems: number of their measure in its paragraph, from 1. */
  static final String MEASURE_NUMBER = "measure.number";

  /** Statements: their number in the paragraph, from 1. */
  static final String STATEMENT_NUMBER = "statement.number";

  /** Statements: region path and town, else the report; of one value at most one is shown. */
  static final String STATEMENT_PLACE = "statement.place";

  /** Statements: fingerprints of their sentences, as {@link #PRINTS} has them. */
  static final String STATEMENT_PRINTS = "statement.prints";

  /** Statements: 1 for problems and where cues tell of any; see {@link govsearch.text.Polarity}. */
  static final String LACKS = "statement.lacks";

  /**
   * Ends every literal text in the index, so that its last character begins a bigram as well. No
   * text contains it: folding drops control characters.
   */
  static final char END = '\0';

  private Fields() {}
}
