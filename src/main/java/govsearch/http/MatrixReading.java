package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.insight.PlainReading;
import govsearch.insight.checklist.Checklist;
import govsearch.insight.checklist.ChecklistItem;
import govsearch.insight.checklist.ChecklistMistakeException;
import govsearch.insight.checklist.Matrix;
import govsearch.insight.checklist.MatrixTable;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Notice;
import govsearch.query.ParsedQuery;
import govsearch.query.Query;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a matrix is asked for, the same on the web and on the command line: each item as a
 * search would read it.
 */
public final class MatrixReading {

  private final SearchEngine engine;
  private final PlainReading reading;

  /** Matrices of an engine's collection. */
  public MatrixReading(SearchEngine engine) {
    this.engine = engine;
    this.reading = new PlainReading(engine);
  }

  /** The day that a deadline names. */
  public static @Nullable LocalDate deadline(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(given.strip());
    } catch (DateTimeException e) {
      throw new ChecklistMistakeException("期限应写成 2025-01-31 这样，收到的是 " + Problem.shortened(given));
    }
  }

  /**
   * The matrix of a list.
   *
   * @param filters by town and section
   * @throws ChecklistMistakeException if an item asks for nothing, or the region is too large
   */
  public MatrixView view(
      Checklist list,
      Mode mode,
      String region,
      int year,
      Filters filters,
      @Nullable LocalDate deadline) {
    long start = System.nanoTime();
    List<Query> queries = new ArrayList<>();
    List<List<Notice>> notices = new ArrayList<>();
    for (ChecklistItem item : list.items()) {
      ParsedQuery read = reading.read(item.query(), mode);
      if (read.query() instanceof Query.Everything) {
        throw new ChecklistMistakeException("“" + item.name() + "”的检索式里没有可以检索的文字：" + item.query());
      }
      queries.add(read.query());
      notices.add(read.notices());
    }
    String edition = engine.edition().orElse(null);
    MatrixTable table =
        new Matrix(engine)
            .table(new Matrix.Request(queries, mode, region, year, filters, deadline));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    return MatrixView.of(year, region, deadline, list.items(), notices, table, edition, millis);
  }
}
