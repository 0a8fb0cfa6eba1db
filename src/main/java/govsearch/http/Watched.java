package govsearch.http;

import govsearch.engine.Hit;
import govsearch.engine.SearchEngine;
import govsearch.engine.SearchResult;
import govsearch.engine.Seen;
import govsearch.query.FacetListing;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has come to match a search, the latest first: new reports, and such as were edited. What a
 * collection began with is nothing new, unless somebody asks for what came since a time before.
 *
 * @param reports how many there are
 * @param entries the latest of them
 * @param begun until when the collection was filled for the first time; see {@link
 *     SearchEngine#begun}
 * @param isAll whether what it began with is among them where it matches
 * @param isWhole whether there was time to look through everything
 */
public record Watched(
    long reports, List<Entry> entries, long begun, boolean isAll, boolean isWhole) {

  /** As many are told at once. */
  public static final int MOST = 50;

  /** What has no time was there before times were kept: it is nothing new. */
  private static final long KNOWN = 1;

  /**
   * The first match of a report whose text is new.
   *
   * @param before names the text that it had before, for comparing; null where it had none, or it
   *     was not kept
   */
  public record Entry(Hit hit, Seen seen, @Nullable String before) {}

  public Watched {
    entries = List.copyOf(entries);
  }

  /** What has come. */
  public static Watched of(SearchEngine engine, Query query, Mode mode, Filters filters) {
    long begun = engine.begun();
    boolean isAll = filters.since() != 0 || begun == 0;
    if (!isAll && begun == Long.MAX_VALUE) {
      return new Watched(0, List.of(), begun, false, true);
    }
    Filters since = filters.since() != 0 ? filters : filters.since(Math.max(KNOWN, begun + 1));
    SearchResult found =
        engine.search(
            new SearchRequest(
                query,
                mode,
                since,
                SortOrder.FIRST_SEEN,
                MOST,
                null,
                new Presentation(false, false, 1),
                FacetListing.ALL));
    List<Entry> entries = new ArrayList<>();
    for (Hit hit : found.hits()) {
      engine
          .seen(hit.report().id())
          .ifPresent(seen -> entries.add(new Entry(hit, seen, before(engine, hit, seen))));
    }
    return new Watched(found.summary().reports(), entries, begun, isAll, found.total().exact());
  }

  private static @Nullable String before(SearchEngine engine, Hit hit, Seen seen) {
    return seen.isRevised()
        ? engine.revisions(hit.report().id()).stream()
            .findFirst()
            .map(RevisionsView.RevisionView::keyOf)
            .orElse(null)
        : null;
  }

  /** What is told of what is not listed. */
  public String note() {
    StringBuilder note = new StringBuilder();
    if (begun == Long.MAX_VALUE && !isAll) {
      note.append("报告库正在第一次收录，收录完以后的才算新的");
    } else if (begun > 0 && !isAll) {
      note.append(RevisionsView.local(begun)).append(" 第一次收录完，那时已有的不算新的");
    }
    if (!isWhole) {
      note.append(note.isEmpty() ? "" : "；").append("时间不够，没有找全，请缩小检索范围");
    }
    if (reports > entries.size()) {
      note.append(note.isEmpty() ? "" : "；")
          .append(isWhole ? "共 " : "至少 ")
          .append(reports)
          .append(" 份，这里是最近的 ")
          .append(entries.size())
          .append(" 份");
    }
    return note.toString();
  }
}
