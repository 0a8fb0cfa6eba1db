package govsearch.engine.opensearch.read;

import govsearch.engine.CollectionSize;
import govsearch.engine.CountRequest;
import govsearch.engine.EngineUnavailableException;
import govsearch.engine.GroupedCounts;
import govsearch.engine.Grouping;
import govsearch.engine.HitPage;
import govsearch.engine.Match;
import govsearch.engine.MatchSummary;
import govsearch.engine.MatchVisitor;
import govsearch.engine.MatchingReportOrder;
import govsearch.engine.MatchingReportPage;
import govsearch.engine.Origin;
import govsearch.engine.ParagraphRanges;
import govsearch.engine.PassageCount;
import govsearch.engine.PassageVisitor;
import govsearch.engine.ReportPage;
import govsearch.engine.Revision;
import govsearch.engine.SearchEngine;
import govsearch.engine.SearchResult;
import govsearch.engine.Seen;
import govsearch.engine.SentenceReports;
import govsearch.engine.SimilarResult;
import govsearch.engine.Suggestion;
import govsearch.engine.UnusableIndexException;
import govsearch.engine.Upkeep;
import govsearch.engine.Vitals;
import govsearch.engine.WordCounts;
import govsearch.engine.WordRequest;
import govsearch.engine.lucene.analysis.CutText;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.opensearch.client.Access;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.State;
import govsearch.engine.opensearch.layout.States;
import govsearch.library.FileRecord;
import govsearch.library.LibraryReader;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SimilarRequest;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.text.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The ports on a cluster: reads one collection and follows its commits in the background. */
public final class OpenSearchEngine implements SearchEngine, LibraryReader, Vitals, Upkeep {
  private static final int TRIES = 4;
  private static final Duration TO_FOLLOW = Duration.ofSeconds(4);

  private final Cluster cluster;
  private final Snapshots snapshots;
  private final Duration timeLimit;
  private final WordCutter cutter = new WordCutter();
  private final Follower follower = new Follower();
  private final Suggestions suggestions = new Suggestions();

  private OpenSearchEngine(Cluster cluster, Snapshots snapshots, Duration timeLimit) {
    this.cluster = cluster;
    this.snapshots = snapshots;
    this.timeLimit = timeLimit;
    follower.begin(
        () -> {
          snapshots.refresh();
          snapshots.prune();
        });
  }

  /**
   * Opens a collection for reading.
   *
   * @param name of the collection
   * @param timeLimit of one search, which may end sooner by its deadline
   * @throws govsearch.engine.UnusableIndexException if there is none, or one of another format
   * @throws EngineUnavailableException if the cluster does not answer
   */
  public static OpenSearchEngine open(Access access, String name, Duration timeLimit) {
    Cluster cluster = new Cluster(access);
    try {
      return new OpenSearchEngine(cluster, new Snapshots(cluster, name, TO_FOLLOW), timeLimit);
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  /**
   * Whether a name leads to a collection, be it of another format.
   *
   * @throws EngineUnavailableException if the cluster does not answer
   */
  public static boolean isThere(Access access, String name) {
    try (Cluster cluster = new Cluster(access)) {
      return States.read(cluster, name, TO_FOLLOW).isPresent();
    } catch (UnusableIndexException e) {
      return true;
    }
  }

  /** What is done with a snapshot; once more with another one, where that one is lost. */
  private <T> T on(Function<Asked, T> work) {
    return on(null, work);
  }

  private <T> T on(@Nullable String cursor, Function<Asked, T> work) {
    for (int i = 1; ; i++) {
      Snapshot snapshot =
          cursor == null || i > 1 ? snapshots.borrow() : snapshots.borrow(Cursor.snapshot(cursor));
      try {
        return work.apply(new Asked(new Reader(snapshot, timeLimit), cutter));
      } catch (LostSnapshotException e) {
        if (i == TRIES) {
          throw new EngineUnavailableException("OpenSearch 的节点或索引正在变动，请稍后再试", e);
        }
        snapshots.replace(snapshot);
      } finally {
        snapshot.release();
      }
    }
  }

  @Override
  public SearchResult search(SearchRequest request) {
    return on(
        request.cursor(),
        asked -> {
          SearchResult result = new WideningSearch(asked, request).run();
          if (result.nextCursor() != null) {
            snapshots.keep(asked.reader().snapshot());
          }
          return result;
        });
  }

  private static MatchVisit matches(Asked asked, MatchRequest request) {
    return new MatchVisit(asked, request);
  }

  @Override
  public long visit(MatchRequest request, MatchVisitor visitor) {
    boolean[] begun = {false};
    return on(
        asked ->
            ShownOnce.guarded(
                begun,
                () ->
                    matches(asked, request)
                        .show(
                            new MatchVisitor() {
                              @Override
                              public void begin(long total) {
                                begun[0] = true;
                                visitor.begin(total);
                              }

                              @Override
                              public void visit(Match match) {
                                visitor.visit(match);
                              }
                            })));
  }

  @Override
  public PassageCount passages(MatchRequest request, long most, PassageVisitor visitor) {
    boolean[] begun = {false};
    return on(
        asked ->
            ShownOnce.guarded(
                begun,
                () ->
                    matches(asked, request)
                        .passages(
                            most,
                            passage -> {
                              begun[0] = true;
                              visitor.visit(passage);
                            })));
  }

  @Override
  public MatchingReportPage matchingReports(
      MatchRequest request, MatchingReportOrder order, int size, @Nullable String cursor) {
    return on(cursor, asked -> matches(asked, request).reports(order, size, cursor));
  }

  @Override
  public MatchSummary summary(MatchRequest request) {
    return on(asked -> matches(asked, request).summary());
  }

  @Override
  public <T> T countBy(
      List<CountRequest> requests, Grouping grouping, Function<GroupedCounts, T> reader) {
    return on(asked -> reader.apply(new CountBy(asked, requests, grouping)));
  }

  @Override
  public ReportPage reports(
      Filters filters, boolean ambiguousOnly, int size, @Nullable String cursor) {
    return on(cursor, asked -> new Reports(asked).reports(filters, ambiguousOnly, size, cursor));
  }

  @Override
  public Optional<Report> report(String reportId) {
    return on(asked -> new Reports(asked).report(reportId));
  }

  @Override
  public List<ParagraphRanges> highlight(String reportId, Query query, Mode mode) {
    return on(asked -> new Reports(asked).highlight(reportId, query, mode));
  }

  @Override
  public Optional<HitPage> nearIdentical(
      String reportId, String paragraphId, int size, @Nullable String cursor) {
    return on(
        cursor, asked -> new Copies(asked).nearIdentical(reportId, paragraphId, size, cursor));
  }

  @Override
  public Optional<Origin> origin(String reportId, String paragraphId) {
    return on(asked -> new Copies(asked).origin(reportId, paragraphId));
  }

  @Override
  public List<SentenceReports> sentences(List<Long> fingerprints, int most) {
    return on(asked -> new Copies(asked).sentences(fingerprints, most));
  }

  @Override
  public List<Match> wordedLike(String text, int most) {
    return on(asked -> new Copies(asked).wordedLike(text, most));
  }

  @Override
  public WordCounts wordCounts(WordRequest request) {
    return on(asked -> new CountedWords(asked).of(request));
  }

  /** As of the text that is there now. */
  @Override
  public Optional<Seen> seen(String reportId) {
    return on(asked -> new Reports(asked).seen(reportId));
  }

  @Override
  public long begun() {
    return on(
        asked -> {
          Long begun = asked.reader().snapshot().state().begun();
          return begun == null ? 0L : begun;
        });
  }

  @Override
  public List<Revision> revisions(String reportId) {
    return on(asked -> new Reports(asked).revisions(reportId));
  }

  @Override
  public Optional<SimilarResult> similar(SimilarRequest request) {
    return on(asked -> new SimilarSearch(asked, request).run());
  }

  @Override
  public List<Suggestion> suggest(String typed, Set<Suggestion.Kind> kinds, int size) {
    return on(asked -> suggestions.suggest(asked, typed, kinds, size));
  }

  @Override
  public List<String> nearest(String text, int most) {
    return on(asked -> suggestions.nearest(asked, text, most));
  }

  @Override
  public List<Range> words(String text) {
    CutText cut = cutter.cut(text);
    return IntStream.range(0, cut.count()).mapToObj(cut::source).toList();
  }

  @Override
  public List<String> otherNames(String text) {
    return on(asked -> asked.reader().snapshot().thesaurus().otherNames(text));
  }

  @Override
  public boolean has(Query.Field field, String value) {
    return on(asked -> new Reports(asked).has(field, value));
  }

  @Override
  public long everyReport(Consumer<ReportHead> each) {
    boolean[] begun = {false};
    return on(
        asked ->
            ShownOnce.guarded(
                begun,
                () ->
                    new Reports(asked)
                        .everyReport(
                            head -> {
                              begun[0] = true;
                              each.accept(head);
                            })));
  }

  @Override
  public Optional<String> edition() {
    return on(
        asked -> {
          State state = asked.reader().snapshot().state();
          return Optional.of(IndexFormat.edition(state.hash(), state.reports()));
        });
  }

  @Override
  public CollectionSize size() {
    return on(asked -> new Library(asked.reader()).size());
  }

  @Override
  public long state() {
    return on(
        asked -> {
          long generation = asked.reader().snapshot().state().generation();
          return 2 * generation + (suggestions.areOf(generation) ? 1 : 0);
        });
  }

  @Override
  public Overview overview() {
    return on(asked -> new Library(asked.reader()).overview());
  }

  @Override
  public List<String> folders() {
    return on(asked -> new ArrayList<>(new Library(asked.reader()).folders()));
  }

  @Override
  public SkippedPage skipped(int size, @Nullable String cursor) {
    return on(asked -> new Library(asked.reader()).skipped(size, cursor));
  }

  @Override
  public Optional<FileRecord> file(String root, String path) {
    return on(asked -> new Library(asked.reader()).ledger().file(root, path));
  }

  @Override
  public List<String> ailments() {
    return follower.ailments();
  }

  /** On all of the cluster's disks. */
  @Override
  public long indexBytes() {
    return on(
        asked ->
            asked
                .reader()
                .call(
                    "GET",
                    "/"
                        + String.join(",", asked.reader().snapshot().indices().all())
                        + "/_stats/store?filter_path=_all.total.store.size_in_bytes",
                    Json.of())
                .path("_all")
                .path("total")
                .path("store")
                .path("size_in_bytes")
                .asLong());
  }

  @Override
  public Duration sinceRefresh() {
    return follower.sinceRefresh();
  }

  @Override
  public void refresh() {
    snapshots.refresh();
  }

  @Override
  public void close() {
    follower.close();
    try (cluster) {
      snapshots.close();
    }
  }
}
