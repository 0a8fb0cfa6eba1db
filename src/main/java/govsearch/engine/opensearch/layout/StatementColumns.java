package govsearch.engine.opensearch.layout;

import java.util.regex.Pattern;

/**
 * Names of the fields of statements. None is that of another kind's field, so that what is known of
 * a term never is of two.
 */
public final class StatementColumns {
  public static final String WORDS = "statement_words";
  public static final String BIGRAMS = "statement_bigrams";
  public static final String CONCEPTS = "statement_concepts";
  public static final String TOPICS = "statement_topics";
  public static final String HEADINGS = "statement_headings";

  /** Place in its paragraph, from 1. */
  public static final String NUMBER = "statement_number";

  /** Fingerprint of the whole statement. */
  public static final String PRINT = "statement_print";

  public static final String MEASURE_BIGRAMS = "measure_bigrams";
  public static final String MEASURE_CONCEPTS = "measure_concepts";

  /** Position of the paragraph that has what is planned; absent where nothing is. */
  public static final String MEASURE_ORDINAL = "measure_ordinal";

  /** Place of the plan in its paragraph, from 1; absent where nothing is planned. */
  public static final String MEASURE_NUMBER = "measure_number";

  private static final Pattern BLANK = Pattern.compile("\\s");

  private StatementColumns() {}

  /** A concept's name as one token. */
  public static String concept(String name) {
    return BLANK.matcher(name).replaceAll("_");
  }
}
