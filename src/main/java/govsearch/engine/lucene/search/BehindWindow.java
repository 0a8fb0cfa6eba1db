package govsearch.engine.lucene.search;

import govsearch.engine.InvalidCursorException;
import govsearch.engine.lucene.search.Candidates.Candidate;
import govsearch.engine.lucene.snapshot.Orders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the window, in the order in which it is found. Of what says the same only the
 * first in the order of reports is shown, and nothing that the window shows already.
 */
final class BehindWindow {

  private static final int MOST_AT_ONCE = 20_000;
  private static final String BEHIND = "|behind";

  private final Tiers tiers;
  private final Window window;
  private final String request;
  private final BooleanSupplier late;

  /**
   * What is behind a window.
   *
   * @param request that cursors are bound to
   * @param late whether the time is over in which a page is filled
   */
  BehindWindow(Tiers tiers, Window window, String request, BooleanSupplier late) {
    this.tiers = tiers;
    this.window = window;
    this.request = request + BEHIND;
    this.late = late;
  }

  /** Whether a cursor was given behind the window of such a request. */
  static boolean gave(String cursor, String request) {
    return Cursors.isOf(cursor, request + BEHIND);
  }

  /** The page behind a cursor that was given here. */
  Page page(String cursor, int size) throws IOException {
    return page(Cursors.read(cursor, Orders.BEHIND, request), size, new ArrayList<>());
  }

  /**
   * Goes on behind the window. Where nearly all say what was shown already, a page may be looked
   * for through all matches: when time is over it is as full as it is, and the next one goes on
   * there.
   *
   * @param from where the page before ended; null for the end of the window
   * @param page what it begins with
   */
  Page page(@Nullable FieldDoc from, int size, List<ScoreDoc> page) throws IOException {
    Set<Long> ofWindow = new HashSet<>();
    window.all().forEach(one -> ofWindow.add(one.fold()));
    int tier = from == null ? window.lastTier() : (Integer) from.fields[0];
    Candidate after = from == null ? window.last() : candidate(from);
    if (tier < 0 || tier >= tiers.size()) {
      throw new InvalidCursorException();
    }
    int count = 4 * size;
    while (tier < tiers.size()) {
      List<Candidate> found = tiers.best(tier, count, false, after);
      if (found.isEmpty()) {
        tier++;
        after = null;
        continue;
      }
      List<Candidate> shown = new ArrayList<>();
      for (Candidate one : found) {
        boolean isShown =
            (!window.isFolded() || isFirstBehind(one, ofWindow)) && !window.isFull(one);
        if (isShown && page.size() + shown.size() == size) {
          add(shown, tier, page);
          return new Page(array(page), cursor(tier, after));
        }
        if (isShown) {
          shown.add(one);
        }
        after = one;
      }
      add(shown, tier, page);
      if (late.getAsBoolean()) {
        return new Page(array(page), cursor(tier, after));
      }
      count = Math.min(MOST_AT_ONCE, 2 * count);
    }
    return new Page(array(page), null);
  }

  /** In the order in which they were found. */
  private void add(List<Candidate> shown, int tier, List<ScoreDoc> page) throws IOException {
    List<Ranked> ranked = tiers.weighed(shown, tier);
    for (Candidate one : shown) {
      float score =
          ranked.stream()
              .filter(each -> each.doc() == one.doc())
              .findFirst()
              .map(Ranked::score)
              .orElse(0f);
      page.add(new ScoreDoc(one.doc(), score));
    }
  }

  /** Keys of the last one that was looked at; of a tier from its beginning those of none. */
  private String cursor(int tier, @Nullable Candidate after) {
    Object[] values =
        after == null
            ? new Object[] {tier, Float.MAX_VALUE, new BytesRef(), 0}
            : new Object[] {
              tier,
              after.score(),
              tiers.order().id(after.place()),
              after.doc() - after.place().head()
            };
    return Cursors.after(
        new FieldDoc(0, 0, values), Orders.BEHIND, request, tiers.snapshot().version());
  }

  /** What a cursor stands for; a report that is gone since leaves its score. */
  private @Nullable Candidate candidate(FieldDoc from) throws IOException {
    float score = (Float) from.fields[1];
    if (score == Float.MAX_VALUE) {
      return null;
    }
    int head = ReportReader.headDoc(tiers.untimed(), ((BytesRef) from.fields[2]).utf8ToString());
    int doc = head < 0 ? 0 : head + (Integer) from.fields[3];
    return new Candidate(doc, head < 0 ? Math.nextUp(score) : score, tiers.order().of(doc));
  }

  /** Whether a match behind the window stands for all that say the same. */
  private boolean isFirstBehind(Candidate one, Set<Long> ofWindow) throws IOException {
    long print = window.folds().of(one.doc());
    if (ofWindow.contains(print)) {
      return false;
    }
    if (window.folds().isAlone(print)) {
      return true;
    }
    boolean[] first = {true};
    window
        .folds()
        .visit(
            print,
            (leaf, local) -> {
              int other = leaf.docBase + local;
              if (other != one.doc() && tiers.has(leaf.ord, local)) {
                int compared = tiers.order().compare(tiers.order().of(other), one.place());
                first[0] = compared > 0 || (compared == 0 && other > one.doc());
              }
              return first[0];
            });
    return first[0];
  }

  private static ScoreDoc[] array(List<ScoreDoc> page) {
    return page.toArray(ScoreDoc[]::new);
  }
}
