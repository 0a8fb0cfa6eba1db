package govsearch.engine.lucene;

/** Names of the index's fields. A report is a block of documents: its head, then its paragraphs. */
final class Fields {

  /** Every document: the report's id. One deletes and replaces by it. */
  static final String REPORT = "report";

  /** Head documents only: the report's id. Also their type. */
  static final String HEAD = "head";

  /** Head documents only: ids that the report would have by others of its sources. */
  static final String ALIAS = "alias";

  /**
   * Every document: whether it is a {@link #HEAD}, a {@link #PARAGRAPH}, a {@link #FILE} or a
   * {@link #RUN}.
   */
  static final String TYPE = "type";

  /** The type of paragraph documents. */
  static final String PARAGRAPH = "paragraph";

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

  /**
   * Ends every literal text in the index, so that its last character begins a bigram as well. No
   * text contains it: folding drops control characters.
   */
  static final char END = '\0';

  private Fields() {}
}
