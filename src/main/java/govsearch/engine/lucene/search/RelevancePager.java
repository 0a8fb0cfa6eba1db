package govsearch.engine.lucene.search;

import govsearch.engine.lucene.snapshot.Orders;
import govsearch.query.Presentation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Pages of matches in the order of relevance.
 *
 * <p>The best {@value #WINDOW} by tier and by the score of their words, which Lucene finds without
 * looking at most of the others, are the window: they are scored by all that tells, weighed by
 * substance, put in order and folded. Whoever reads on gets the others behind them in the order in
 * which they were found, so that any result can be read to its end at the cost of its pages. Of a
 * report of which the window shows as many as are wanted, what stands behind it is left out.
 */
final class RelevancePager implements Pager {

  /** As many as anybody looks through: ten pages of the usual length. */
  static final int WINDOW = 200;

  private final Tiers tiers;
  private final String request;
  private final Window window;
  private final BehindWindow behind;

  /**
   * Pages of one request.
   *
   * @param most how many are scored by all that tells, and put in order; the usual is {@link
   *     #WINDOW}
   * @param request that cursors are bound to
   * @param late whether the time is over in which a page is filled
   */
  RelevancePager(
      Tiers tiers, int most, Presentation presentation, String request, BooleanSupplier late) {
    this.tiers = tiers;
    this.request = request;
    this.window = new Window(tiers, most, presentation);
    this.behind = new BehindWindow(tiers, window, request, late);
  }

  /** Whether a cursor was given by such a request. */
  static boolean gave(String cursor, String request) {
    return Cursors.isOf(cursor, request) || BehindWindow.gave(cursor, request);
  }

  @Override
  public Page page(@Nullable String cursor, int size) throws IOException {
    if (cursor != null && BehindWindow.gave(cursor, request)) {
      return behind.page(cursor, size);
    }
    FieldDoc after = Cursors.read(cursor, Orders.RELEVANCE, request);
    List<ScoreDoc> page = new ArrayList<>();
    Ranked at = null;
    Ranked one;
    for (int i = 0; (one = window.get(i)) != null; i++) {
      if (after != null && !isBehind(one, after)) {
        continue;
      }
      if (page.size() == size) {
        return new Page(array(page), cursor(at));
      }
      page.add(new ScoreDoc(one.doc(), one.score()));
      at = one;
    }
    return window.isWhole() ? new Page(array(page), null) : behind.page(null, size, page);
  }

  private boolean isBehind(Ranked one, FieldDoc after) {
    float score = (Float) after.fields[0];
    if (one.score() != score) {
      return one.score() < score;
    }
    int report = tiers.order().id(one.place()).compareTo((BytesRef) after.fields[1]);
    return report != 0 ? report > 0 : ordinal(one) > (Integer) after.fields[2];
  }

  private static int ordinal(Ranked one) {
    return one.doc() - one.place().head();
  }

  private String cursor(@Nullable Ranked at) {
    if (at == null) {
      throw new IllegalStateException("no page is empty while there is more");
    }
    Object[] values = {at.score(), tiers.order().id(at.place()), ordinal(at)};
    return Cursors.after(
        new FieldDoc(at.doc(), 0, values), Orders.RELEVANCE, request, tiers.snapshot().version());
  }

  private static ScoreDoc[] array(List<ScoreDoc> page) {
    return page.toArray(ScoreDoc[]::new);
  }
}
