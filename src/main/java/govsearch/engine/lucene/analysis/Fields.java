package govsearch.engine.lucene.analysis;

/**
 * Names of the index's fields. A report is a block of documents: its head, then its paragraphs,
 * then the statements of these. What holds for the whole report (place, year, title) stands at the
 * head only.
 */
public final class Fields {

  /** Every document: the report's id, to delete and replace by. Heads: also as a value. */
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

  /**
   * Paragraphs and statements: how many documents behind their report's head. A paragraph's
   * position in its report, from 1, therefore.
   */
  public static final String ORDINAL = "ordinal";

  /** Heads: how many paragraphs follow. */
  public static final String PARAGRAPHS = "paragraphs";

  /** Heads: how many documents follow that are of the report. */
  public static final String BLOCK = "block";

  /**
   * Heads: the first half of the report's ContentHash; not there in what was written before there
   * was one.
   */
  public static final String HASH_HIGH = "hash.high";

  /** Heads: the second half. */
  public static final String HASH_LOW = "hash.low";

  /**
   * Heads: since when the collection has the report's text, in seconds since 1970; not there in
   * what was written before that was kept.
   */
  public static final String SEEN = "seen";

  /** Heads: since when it has any text of the report. */
  public static final String FIRST_SEEN = "seen.first";

  /** Earlier texts of reports: the report's id. Also the type of these documents. */
  public static final String REVISION = "revision";

  /** Earlier texts: id and time, to replace by. */
  public static final String REVISION_KEY = "revision.key";

  /** Earlier texts: from when until when the collection had it, in seconds since 1970. */
  public static final String REVISION_FROM = "revision.from";

  public static final String REVISION_UNTIL = "revision.until";

  /** Earlier texts: each of the paragraphs, as {@link #STORED}. */
  public static final String REVISION_PARAGRAPH = "revision.paragraph";

  /** Bigrams of the literal text with positions, the last character closed by {@link #END}. */
  public static final String LITERAL = "literal";

  /** SmartCN words of the literal text; how often, not where: that is found again by cutting. */
  public static final String WORDS = "words";

  /** Heads: bigrams of the report's title, as {@link #LITERAL}. */
  public static final String TITLE = "title";

  public static final String PROVINCE = "province";
  public static final String CITY = "city";
  public static final String COUNTY = "county";
  public static final String TOWN = "town";

  /** Heads: the town by which hits are sorted; not there when unknown. */
  public static final String TOWN_SORT = "town.sort";

  /** Heads: the label of region path and town; see {@code FacetLabels}. */
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

  /** Paragraphs and statements: their sentences; see SentenceValues. */
  public static final String SENTENCE = "sentence";

  /** Heads: fingerprints of all the report's sentences; a term's frequency is that of reports. */
  public static final String REPORT_SENTENCE = "report.sentence";

  /** Paragraphs: fingerprint of the whole, by which near-identical ones are folded. */
  public static final String FOLD = "fold";

  /**
   * Every document: the fingerprint of its whole as a number; {@link #NO_PRINT} for what is neither
   * paragraph nor statement. Where each document has one, those of many are read in half the time.
   */
  public static final String PRINT = "print";

  /**
   * Every document: its print once more, numbered within its segment, by which the different ones
   * among many are counted in a quarter of the time.
   */
  public static final String PRINT_NUMBER = "print.number";

  /** The print of what has no text to be recognised by. */
  public static final long NO_PRINT = 0;

  /** The head as JSON, the paragraph as {@code StoredParagraph} writes it. */
  public static final String STORED = "stored";

  /** What is known of a file: its root and path. Also the type of these documents. */
  public static final String FILE = "file";

  /** Files: their root, behind its place among the roots. */
  public static final String FOLDER = "file.folder";

  /** Files: hashes of what they are looked up by; see {@code LedgerKeys}. */
  public static final String FILE_KEY = "file.key";

  /** Files: what tells, without their record, whether anything is to be done. */
  public static final String GLANCE = "file.glance";

  /** Files of which something was not taken. */
  public static final String SKIPPED = "skipped";

  /** A run: when it started. Also the type of these documents. */
  public static final String RUN = "run";

  /** Paragraphs: names of the thesaurus' concepts that they say. */
  public static final String CONCEPTS = "concepts";

  /** Paragraphs: what they are about, as often as they say so. */
  public static final String TOPICS = "topics";

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

  /** Problems: what they and the plans against them are about, with how much they say of that. */
  public static final String STATEMENT_TOPICS = "statement.topics";

  /** Statements: how many documents before them their paragraph stands. */
  public static final String PARAGRAPH_BEFORE = "statement.paragraph";

  /** Problems: how many documents from theirs back to the paragraph of their measure. */
  public static final String MEASURE_BEFORE = "measure.paragraph";

  /** Problems: number of their measure in its paragraph, from 1. */
  public static final String MEASURE_NUMBER = "measure.number";

  /** Statements: their number in the paragraph, from 1. */
  public static final String STATEMENT_NUMBER = "statement.number";

  /**
   * Ends every literal text in the index, so that its last character begins a bigram as well. No
   * text contains it: folding drops control characters.
   */
  public static final char END = '\0';

  private Fields() {}
}
