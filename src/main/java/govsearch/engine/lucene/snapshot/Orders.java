package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.query.SortOrder;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** Total orders of documents: the last keys are the report's id and the paragraph's position. */
public final class Orders {

  private static final SortField REPORT = new SortField(Fields.REPORT, SortField.Type.STRING);
  private static final SortField ORDINAL = new SortField(Fields.ORDINAL, SortField.Type.INT);
  private static final SortField NEWEST = new NewestFirst();
  private static final SortField OLDEST =
      new SortField(Fields.YEAR_NUMBER, SortField.Type.INT, false, Integer.MAX_VALUE);
  private static final SortField TOWN =
      new SortField(Fields.TOWN_SORT, SortField.Type.STRING, false, SortField.STRING_LAST);

  private static final SortField SEEN =
      new SortField(Fields.SEEN, SortField.Type.LONG, true, Long.MIN_VALUE);

  /** The keys of a match in the order of relevance. */
  public static final Sort RELEVANCE = new Sort(SortField.FIELD_SCORE, REPORT, ORDINAL);

  /** The keys of a match that is reached by its tier and the score of its words. */
  public static final Sort BEHIND =
      new Sort(new SortField("tier", SortField.Type.INT), SortField.FIELD_SCORE, REPORT, ORDINAL);

  private static final Sort NEWEST_FIRST = new Sort(NEWEST, REPORT, ORDINAL);
  private static final Sort OLDEST_FIRST = new Sort(OLDEST, REPORT, ORDINAL);
  private static final Sort BY_TOWN = new Sort(TOWN, NEWEST, REPORT, ORDINAL);

  private static final Sort LAST_SEEN_FIRST = new Sort(SEEN, REPORT, ORDINAL);

  /** Heads. */
  public static final Sort REPORTS = new Sort(NEWEST, TOWN, REPORT);

  /** What is known of files. */
  public static final Sort FILES = new Sort(new SortField(Fields.FILE, SortField.Type.STRING));

  public static final Sort LATEST_RUNS =
      new Sort(new SortField(Fields.RUN, SortField.Type.STRING, true));

  private Orders() {}

  /** The keys of a match in an order; of one without scores that of relevance is by report. */
  public static Sort of(SortOrder order) {
    return switch (order) {
      case RELEVANCE -> RELEVANCE;
      case NEWEST -> NEWEST_FIRST;
      case OLDEST -> OLDEST_FIRST;
      case TOWN -> BY_TOWN;
      case FIRST_SEEN -> LAST_SEEN_FIRST;
    };
  }
}
