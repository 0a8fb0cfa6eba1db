package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.query.SortOrder;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** Total orders of documents: the last keys are the report's id and the paragraph's position. */
public final class Orders {

  private static final SortField REPORT = new SortField(Fields.REPORT, SortField.Type.STRING);
  private static final SortField ORDINAL = new SortField(Fields.ORDINAL, SortField.Type.INT);
  private static final SortField NEWEST =
      new SortField(Fields.YEAR_NUMBER, SortField.Type.INT, true, Integer.MIN_VALUE);
  private static final SortField OLDEST =
      new SortField(Fields.YEAR_NUMBER, SortField.Type.INT, false, Integer.MAX_VALUE);
  private static final SortField TOWN =
      new SortField(Fields.TOWN_SORT, SortField.Type.STRING, false, SortField.STRING_LAST);

  private static final Sort BY_RELEVANCE = new Sort(SortField.FIELD_SCORE, REPORT, ORDINAL);
  private static final Sort BY_NEWEST = new Sort(NEWEST, REPORT, ORDINAL);
  private static final Sort BY_OLDEST = new Sort(OLDEST, REPORT, ORDINAL);
  private static final Sort BY_TOWN = new Sort(TOWN, NEWEST, REPORT, ORDINAL);

  /** Paragraphs of many reports, where they were first said. */
  public static final Sort OLDEST_FIRST = BY_OLDEST;

  /** Paragraphs of one report. */
  public static final Sort IN_REPORT = new Sort(ORDINAL);

  /** Whatever has a report. */
  public static final Sort BY_REPORT = new Sort(REPORT);

  /** Heads. */
  public static final Sort REPORTS = new Sort(NEWEST, TOWN, REPORT);

  /** What is known of files. */
  public static final Sort FILES = new Sort(new SortField(Fields.FILE, SortField.Type.STRING));

  public static final Sort LATEST_RUNS =
      new Sort(new SortField(Fields.RUN, SortField.Type.STRING, true));

  private Orders() {}

  public static Sort of(SortOrder order) {
    return switch (order) {
      case RELEVANCE -> BY_RELEVANCE;
      case NEWEST -> BY_NEWEST;
      case OLDEST -> BY_OLDEST;
      case TOWN -> BY_TOWN;
    };
  }
}
