package govsearch.insight.concordance;

import govsearch.engine.Deadline;
import govsearch.engine.Match;
import govsearch.engine.Passage;
import govsearch.engine.PassageCount;
import govsearch.engine.SearchEngine;
import govsearch.insight.First;
import govsearch.insight.LineCursor;
import govsearch.insight.LineKey;
import govsearch.query.MatchRequest;
import govsearch.query.Query;
import govsearch.text.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Key word in context: each match of a query on a line of its own, in an order in which what is
 * said alike stands together. A page takes one look at all matches, or at those of some of the
 * reports where there are very many, and holds no more lines than it has.
 */
public final class Concordance {

  /** The most groups that a page lists. */
  public static final int MOST_GROUPS = 50;

  /** About how many paragraphs a page reads; of more it reads those of some of the reports. */
  public static final int MOST_READ = 10_000;

  private final SearchEngine engine;
  private final Duration timeLimit;
  private final long mostRead;

  /**
   * Concordances of a collection.
   *
   * @param timeLimit of one page
   */
  public Concordance(SearchEngine engine, Duration timeLimit) {
    this(engine, timeLimit, MOST_READ);
  }

  Concordance(SearchEngine engine, Duration timeLimit, long mostRead) {
    this.engine = engine;
    this.timeLimit = timeLimit;
    this.mostRead = mostRead;
  }

  /**
   * A page of lines.
   *
   * @param request its order does not matter
   * @param whole whether all paragraphs that match are read, be there ever so many; else some
   *     {@link #MOST_READ} of more
   * @param size how many lines at the most, 1 or more
   * @param cursor where the page before ended, or null
   * @throws govsearch.engine.SearchTimedOutException if there are more lines than can be looked at
   *     in the time
   * @throws govsearch.engine.InvalidCursorException if the cursor is of another request
   */
  public ConcordancePage page(
      MatchRequest request,
      ConcordanceOrder order,
      boolean whole,
      int size,
      @Nullable String cursor) {
    String fingerprint = request + "|" + order + (whole ? "|whole" : "");
    LineKey after = LineCursor.read(cursor, fingerprint);
    if (!hasText(request.query())) {
      long paragraphs = engine.summary(request).paragraphs();
      return new ConcordancePage(0, paragraphs, paragraphs, List.of(), 0, 0, List.of(), null);
    }
    Lines lines = new Lines(order, size, after, Deadline.current().within(timeLimit));
    PassageCount read = engine.passages(request, whole ? Long.MAX_VALUE : mostRead, lines::add);
    return lines.page(read, fingerprint);
  }

  /** The lines of a page while all are looked at. */
  private static final class Lines {
    private final ConcordanceOrder order;
    private final @Nullable LineKey after;
    private final Deadline deadline;
    private final Continuations continuations = new Continuations();
    private final First<ConcordanceLine> first;
    private long total;

    Lines(ConcordanceOrder order, int size, @Nullable LineKey after, Deadline deadline) {
      this.order = order;
      this.after = after;
      this.deadline = deadline;
      this.first = new First<>(size);
    }

    void add(Passage passage) {
      List<Range> ranges = passage.ranges();
      if (ranges.isEmpty()) {
        return;
      }
      PlainText plain = PlainText.of(passage.literal());
      for (Range at : ranges) {
        deadline.check(); // a paragraph may have a hundred thousand
        Around line = plain.around(at);
        total++;
        continuations.add(line);
        LineKey key = order.key(passage.report(), passage.ordinal(), at.start(), line);
        if (after == null || key.compareTo(after) > 0) {
          first.addIfFirst(key, () -> line(passage, at));
        }
      }
    }

    private static ConcordanceLine line(Passage passage, Range at) {
      Match match = passage.match();
      return new ConcordanceLine(match.report(), match.paragraph(), at);
    }

    ConcordancePage page(PassageCount read, String fingerprint) {
      List<ConcordanceLine> page = first.sorted();
      List<ConcordanceGroup> groups = continuations.groups();
      List<ConcordanceGroup> listed = groups.subList(0, Math.min(MOST_GROUPS, groups.size()));
      return new ConcordancePage(
          total,
          read.matching(),
          read.shown(),
          List.copyOf(listed),
          groups.size() - listed.size(),
          total - listed.stream().mapToLong(ConcordanceGroup::lines).sum(),
          page,
          first.hasMore() ? LineCursor.after(order.key(page.getLast()), fingerprint) : null);
    }
  }

  /**
   * Gives a row for every line, in order; rows wait in temporary files while they are sorted, so
   * memory does not grow with them.
   *
   * @param row the cells of a line: texts, whole numbers, fractions or null
   * @param begin called once, when everything has been found and before the first row
   * @return how many rows there were
   * @throws govsearch.engine.SearchTimedOutException if the search itself takes too long; then no
   *     row is given
   */
  public long rows(
      MatchRequest request,
      ConcordanceOrder order,
      Function<ConcordanceLine, List<@Nullable Object>> row,
      Runnable begin,
      Consumer<List<@Nullable Object>> taker) {
    try (SortedRows rows = new SortedRows()) {
      if (hasText(request.query())) {
        engine.visit(request, match -> add(match, order, row, rows));
      }
      begin.run();
      long[] count = {0};
      rows.forEach(
          cells -> {
            count[0]++;
            taker.accept(cells);
          });
      return count[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(
      Match match,
      ConcordanceOrder order,
      Function<ConcordanceLine, List<@Nullable Object>> row,
      SortedRows rows) {
    Deadline deadline = Deadline.current();
    PlainText plain = PlainText.of(match.paragraph().text());
    try {
      for (Range at : match.ranges()) {
        deadline.check();
        ConcordanceLine line = new ConcordanceLine(match.report(), match.paragraph(), at);
        rows.add(order.key(line, plain.around(at)), row.apply(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a query asks for any text; one of fields alone has no lines. */
  public static boolean hasText(Query query) {
    return switch (query) {
      case Query.Words words -> true;
      case Query.Phrase phrase -> true;
      case Query.Gapped gapped -> true;
      case Query.Near near -> true;
      case Query.And and -> and.parts().stream().anyMatch(Concordance::hasText);
      case Query.Or or -> or.parts().stream().anyMatch(Concordance::hasText);
      case Query.Not not -> false;
      case Query.FieldIs field -> false;
      case Query.Years years -> false;
      case Query.Everything everything -> false;
    };
  }
}
