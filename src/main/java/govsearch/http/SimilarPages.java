package govsearch.http;

import govsearch.engine.Deadline;
import govsearch.engine.SearchEngine;
import govsearch.engine.SearchTimedOutException;
import govsearch.engine.SimilarHit;
import govsearch.engine.SimilarResult;
import govsearch.insight.remedies.Remedies;
import govsearch.insight.remedies.Remedy;
import govsearch.query.SearchRequest;
import govsearch.query.SimilarRequest;
import govsearch.report.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Similar problems with what is done about each. Where only those are wanted of which the next
 * year's report says what came of it, ever more of the nearest are looked at until there are as
 * many as are wanted, within bounds.
 */
final class SimilarPages {

  private static final int MOST_REMEDIES = 2;

  /**
   * So many of the nearest are looked at first for those with an effect, and then twice as many.
   */
  private static final int FIRST_LOOK = 50;

  /** Of so many the remedies are read at a time, on whatever cores are free. */
  private static final int AT_ONCE = 10;

  /**
   * Some similar problems.
   *
   * @param hits of the result, all or some
   * @param looked at how many towns was looked for them
   * @param complete whether nothing was left out for want of time
   */
  record Page(SimilarResult result, List<SimilarView.HitView> hits, int looked, boolean complete) {}

  private final SearchEngine engine;
  private final Remedies remedies;

  SimilarPages(SearchEngine engine) {
    this.engine = engine;
    this.remedies = new Remedies(engine);
  }

  /** Empty where what was asked about is not there. */
  Optional<Page> of(SimilarRequest request, boolean effectOnly) {
    return effectOnly ? withEffect(request) : engine.similar(request).map(this::whole);
  }

  private Page whole(SimilarResult result) {
    Map<String, Remedy.Found> found = new HashMap<>();
    boolean complete = read(result.hits(), found) && result.complete();
    return new Page(result, views(result.hits(), found), result.hits().size(), complete);
  }

  private Optional<Page> withEffect(SimilarRequest request) {
    Deadline deadline = Deadline.current();
    Map<String, Remedy.Found> found = new HashMap<>();
    int look = Math.max(FIRST_LOOK, request.size());
    while (true) {
      int most = look;
      Optional<SimilarResult> answer =
          engine.similar(
              new SimilarRequest(request.asked(), request.filters(), most, request.thesaurus()));
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      List<SimilarHit> all = answer.get().hits();
      List<SimilarHit> effective = new ArrayList<>();
      int looked = 0;
      boolean inTime = true;
      while (looked < all.size() && effective.size() < request.size() && inTime) {
        List<SimilarHit> some = all.subList(looked, Math.min(all.size(), looked + AT_ONCE));
        inTime = read(some, found) && !deadline.isOver();
        some.stream().filter(hit -> tookEffect(hit, found)).forEach(effective::add);
        looked += some.size();
      }
      boolean isFull = effective.size() >= request.size();
      if (isFull || all.size() < most || most == SearchRequest.MAX_SIZE || !inTime) {
        List<SimilarHit> hits = effective.stream().limit(request.size()).toList();
        boolean complete = answer.get().complete() && (isFull || (inTime && looked == all.size()));
        return Optional.of(new Page(answer.get(), views(hits, found), looked, complete));
      }
      look = Math.min(SearchRequest.MAX_SIZE, 2 * look);
    }
  }

  private static boolean tookEffect(SimilarHit hit, Map<String, Remedy.Found> found) {
    return !found.getOrDefault(key(hit), Remedy.Found.NONE).achievements().isEmpty();
  }

  /** Each reads two reports or more; gives whether there was time for all of them. */
  private boolean read(List<SimilarHit> hits, Map<String, Remedy.Found> found) {
    Deadline deadline = Deadline.current();
    List<SimilarHit> unread = hits.stream().filter(hit -> !found.containsKey(key(hit))).toList();
    List<Optional<Remedy.Found>> read =
        unread.parallelStream().map(hit -> inTime(hit, deadline)).toList();
    for (int i = 0; i < read.size(); i++) {
      String key = key(unread.get(i));
      read.get(i).ifPresent(one -> found.put(key, one));
    }
    return read.stream().allMatch(Optional::isPresent);
  }

  /** On any thread, until the deadline of the request; empty where it came before. */
  private Optional<Remedy.Found> inTime(SimilarHit hit, Deadline deadline) {
    try {
      return Optional.of(
          deadline.call(
              () -> {
                deadline.check();
                return remedies(hit);
              }));
    } catch (SearchTimedOutException e) {
      if (deadline.isCancelled()) {
        throw e;
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("reading remedies throws nothing that is checked", e);
    }
  }

  /** What is done about a problem; nothing of a report that was replaced meanwhile. */
  private Remedy.Found remedies(SimilarHit hit) {
    return engine
        .report(hit.report().id())
        .map(report -> remedies.of(report, hit.paragraph(), hit.statement(), MOST_REMEDIES))
        .orElse(Remedy.Found.NONE);
  }

  private static List<SimilarView.HitView> views(
      List<SimilarHit> hits, Map<String, Remedy.Found> found) {
    return hits.stream()
        .map(hit -> SimilarView.HitView.of(hit, found.getOrDefault(key(hit), Remedy.Found.NONE)))
        .toList();
  }

  private static String key(SimilarHit hit) {
    return Ids.key(hit.report().id(), hit.paragraph().id()) + "#" + hit.number();
  }
}
