package govsearch.insight.batch;

import govsearch.engine.Deadline;
import govsearch.engine.MatchSummary;
import govsearch.engine.SearchEngine;
import govsearch.engine.SearchTimedOutException;
import govsearch.insight.PlainReading;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.ParsedQuery;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.text.Literal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks for many phrases at once: a row for each, also where nothing has it or it cannot be asked.
 */
public final class Batch {

  /** The most phrases of one batch. */
  public static final int MOST_LINES = 1_000;

  private static final List<String> QUOTES = List.of("“”", "\"\"", "「」", "『』", "‘’", "＂＂");

  private final SearchEngine engine;
  private final PlainReading reading;
  private final Duration timeLimit;

  /**
   * Batches on a collection.
   *
   * @param timeLimit of a whole batch; rows that it does not reach say so
   */
  public Batch(SearchEngine engine, Duration timeLimit) {
    this.engine = engine;
    this.reading = new PlainReading(engine);
    this.timeLimit = timeLimit;
  }

  /**
   * Asks.
   *
   * @param lines not more than {@link #MOST_LINES}
   * @return a row for each line, in their order
   */
  public List<BatchRow> rows(List<BatchLine> lines, BatchMode mode, Filters filters) {
    if (lines.size() > MOST_LINES) {
      throw new IllegalArgumentException("more than " + MOST_LINES + " lines");
    }
    Deadline deadline = Deadline.current().within(timeLimit);
    List<BatchRow> rows = new ArrayList<>(lines.size());
    for (BatchLine line : lines) {
      rows.add(
          deadline.isOver()
              ? BatchRow.bad(line, "整批的时间用完了，这一行没有检索；请分成几批")
              : row(line, mode, filters));
    }
    return rows;
  }

  private BatchRow row(BatchLine line, BatchMode mode, Filters filters) {
    String text = line.text();
    if (text.length() > SearchRequest.MAX_QUERY_LENGTH) {
      return new BatchRow(
          line.number(),
          shortened(text),
          null,
          "有 " + text.length() + " 字，最多 " + SearchRequest.MAX_QUERY_LENGTH + " 字",
          List.of());
    }
    try {
      ParsedQuery query = mode == BatchMode.PHRASE ? phrase(text) : reading.read(text, mode.mode());
      if (query.query() instanceof Query.Everything) {
        return BatchRow.bad(line, "没有可以检索的文字");
      }
      MatchSummary found = engine.summary(MatchRequest.of(query.query(), mode.mode(), filters));
      return new BatchRow(line.number(), text, found, null, query.notices());
    } catch (SearchTimedOutException e) {
      return BatchRow.bad(line, "检索超时，没有数完；请换更具体的短语或加筛选");
    }
  }

  /** The whole line; quotation marks around it, as a query has them, are no part of it. */
  private static ParsedQuery phrase(String line) {
    String inner = line;
    for (String pair : QUOTES) {
      if (line.length() > 1
          && line.charAt(0) == pair.charAt(0)
          && line.indexOf(pair.charAt(1), 1) == line.length() - 1) {
        inner = line.substring(1, line.length() - 1);
      }
    }
    Query query =
        Literal.literal(inner).isEmpty() ? new Query.Everything() : new Query.Phrase(inner);
    return new ParsedQuery(query, List.of(), List.of());
  }

  /** Enough of a line that is far too long to know it again. */
  private static String shortened(String text) {
    return text.substring(0, text.offsetByCodePoints(0, 20)) + "…";
  }
}
