package govsearch.engine.lucene.search;

import govsearch.engine.lucene.snapshot.AlikeParagraphs;
import govsearch.engine.lucene.snapshot.Matches;
import govsearch.engine.lucene.snapshot.ReportOrder;
import java.io.IOException;
import java.util.Arrays;

/** Of paragraphs that say the same, keeps the one that comes first in the order of a search. */
final class FoldHeads {

  private static final int NONE = -1;

  private FoldHeads() {}

  /**
   * The first match of each fold, and what has no like.
   *
   * @param order of reports, for matches of the same score
   */
  static Matches of(Matches all, AlikeParagraphs alike, ReportOrder order) throws IOException {
    int[] heads = new int[alike.count()];
    int[] headRanks = new int[alike.count()];
    Arrays.fill(heads, NONE);
    ReportOrder.Ranks ranks = order.ranks();
    int kept = 0;
    for (int i = 0; i < all.count(); i++) {
      int fold = alike.fold(all.doc(i));
      if (fold == AlikeParagraphs.ALONE) {
        kept++;
        continue;
      }
      int rank = ranks.of(all.doc(i));
      int head = heads[fold];
      if (head == NONE
          || all.score(i) > all.score(head)
          || (all.score(i) == all.score(head) && rank < headRanks[fold])) {
        kept += head == NONE ? 1 : 0;
        heads[fold] = i;
        headRanks[fold] = rank;
      }
    }
    return kept == all.count() ? all : kept(all, kept, alike, heads);
  }

  private static Matches kept(Matches all, int count, AlikeParagraphs alike, int[] heads) {
    int[] docs = new int[count];
    float[] scores = new float[count];
    int at = 0;
    for (int i = 0; i < all.count(); i++) {
      int fold = alike.fold(all.doc(i));
      if (fold == AlikeParagraphs.ALONE || heads[fold] == i) {
        docs[at] = all.doc(i);
        scores[at] = all.score(i);
        at++;
      }
    }
    return new Matches(docs, scores, count);
  }
}
