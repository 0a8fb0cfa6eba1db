package govsearch.engine.opensearch.read;

import govsearch.engine.CollectionSize;
import govsearch.engine.CountRequest;
import govsearch.engine.GroupedCounts;
import govsearch.engine.Grouping;
import govsearch.engine.HitPage;
import govsearch.engine.Match;
import govsearch.engine.MatchSummary;
import govsearch.engine.MatchVisitor;
import govsearch.engine.MatchingReportOrder;
import govsearch.engine.MatchingReportPage;
import govsearch.engine.NearText;
import govsearch.engine.Origin;
import govsearch.engine.ParagraphRanges;
import govsearch.engine.Passage;
import govsearch.engine.PassageCount;
import govsearch.engine.PassageVisitor;
import govsearch.engine.RegionCount;
import govsearch.engine.ReportPage;
import govsearch.engine.Revision;
import govsearch.engine.SearchEngine;
import govsearch.engine.SearchResult;
import govsearch.engine.Seen;
import govsearch.engine.SentenceReports;
import govsearch.engine.SimilarResult;
import govsearch.engine.Suggestion;
import govsearch.engine.UnusableIndexException;
import govsearch.engine.WordCounts;
import govsearch.engine.WordRequest;
import govsearch.engine.lucene.analysis.CutText;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.opensearch.client.Access;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.layout.State;
import govsearch.engine.opensearch.layout.States;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The ports on a cluster: each question is handed to whoever answers it, with the snapshot that it
 * is asked of.
 */
public final class OpenSearchEngine extends ClusterLibrary implements SearchEngine {
  private static final Duration TO_READ_SUGGESTIONS = Duration.ofMinutes(2);

  private final Lending lending;
  private final Suggestions suggestions;

  private OpenSearchEngine(Lending lending, Suggestions suggestions) {
    super(lending);
    this.lending = lending;
    this.suggestions = suggestions;
  }

  /**
   * Opens a collection for reading.
   *
   * @param name of the collection
   * @param timeLimit of one search, which may end sooner by its deadline
   * @throws UnusableIndexException if there is none, or one of another format
   * @throws govsearch.engine.EngineUnavailableException if the cluster does not answer
   */
  public static OpenSearchEngine open(Access access, String name, Duration timeLimit) {
    return new OpenSearchEngine(Lending.open(access, name, timeLimit), new Suggestions());
  }

  /** Asks for the first page, which is remembered then: a cluster is slow at what it never did. */
  public void prepareFirstPage() {
    search(SearchRequest.FIRST_PAGE);
  }

  /** Reads what can be suggested, which takes longer than a search may. */
  public void prepareSuggestions() {
    lending.within(TO_READ_SUGGESTIONS, suggestions::prepare);
  }

  /** Has both done in the background, so that who comes first need not wait. */
  public OpenSearchEngine preparing() {
    lending.follower().doBeside(this::prepareFirstPage, this::prepareSuggestions);
    return this;
  }

  /**
   * Whether a name leads to a collection, be it of another format.
   *
   * @throws govsearch.engine.EngineUnavailableException if the cluster does not answer
   */
  public static boolean isThere(Access access, String name) {
    try (Cluster cluster = new Cluster(access)) {
      return States.read(cluster, name, Lending.TO_FOLLOW).isPresent();
    } catch (UnusableIndexException e) {
      return true;
    }
  }

  // Searching

  @Override
  public SearchResult search(SearchRequest request) {
    return lending.on(
        request.cursor(),
        asked -> {
          SearchResult result = new WideningSearch(asked, request).run();
          if (result.nextCursor() != null) {
            lending.keep(asked);
          }
          return result;
        });
  }

  @Override
  public List<ParagraphRanges> highlight(String reportId, Query query, Mode mode) {
    return lending.on(asked -> new Reports(asked).highlight(reportId, query, mode));
  }

  @Override
  public List<Range> words(String text) {
    CutText cut = lending.cutter().cut(text);
    return IntStream.range(0, cut.count()).mapToObj(cut::source).toList();
  }

  @Override
  public List<String> otherNames(String text) {
    return lending.on(asked -> asked.reader().snapshot().thesaurus().otherNames(text));
  }

  @Override
  public boolean has(Query.Field field, String value) {
    return lending.on(asked -> new Reports(asked).has(field, value));
  }

  // Matches

  @Override
  public long visit(MatchRequest request, MatchVisitor visitor) {
    ShownOnce once = new ShownOnce();
    return lending.on(
        asked -> once.guarded(() -> new MatchVisit(asked, request).show(once.matches(visitor))));
  }

  @Override
  public PassageCount passages(MatchRequest request, long most, PassageVisitor visitor) {
    ShownOnce once = new ShownOnce();
    return lending.on(
        asked ->
            once.guarded(
                () -> new MatchVisit(asked, request).passages(most, once.passages(visitor))));
  }

  @Override
  public @Nullable String passages(
      MatchRequest request,
      MatchingReportOrder order,
      int size,
      @Nullable String cursor,
      Predicate<Passage> visitor) {
    ShownOnce once = new ShownOnce();
    return lending.<@Nullable String>on(
        cursor,
        asked ->
            once.guarded(
                () ->
                    new MatchVisit(asked, request)
                        .passages(order, size, cursor, once.until(visitor))));
  }

  @Override
  public MatchingReportPage matchingReports(
      MatchRequest request, MatchingReportOrder order, int size, @Nullable String cursor) {
    return lending.on(cursor, asked -> new MatchVisit(asked, request).reports(order, size, cursor));
  }

  // Counting

  @Override
  public MatchSummary summary(MatchRequest request) {
    return lending.on(asked -> new MatchVisit(asked, request).summary());
  }

  @Override
  public <T> T countBy(
      List<CountRequest> requests, Grouping grouping, Function<GroupedCounts, T> reader) {
    return lending.on(asked -> reader.apply(new CountBy(asked, requests, grouping)));
  }

  @Override
  public List<RegionCount> regions(@Nullable String parent) {
    return lending.on(asked -> RegionsThere.of(asked.reader(), parent));
  }

  @Override
  public WordCounts wordCounts(WordRequest request) {
    return lending.on(asked -> new CountedWords(asked).of(request));
  }

  // Reports

  @Override
  public ReportPage reports(
      Filters filters, boolean ambiguousOnly, int size, @Nullable String cursor) {
    return lending.on(
        cursor, asked -> new Reports(asked).reports(filters, ambiguousOnly, size, cursor));
  }

  @Override
  public Optional<Report> report(String reportId) {
    return lending.on(asked -> new Reports(asked).report(reportId));
  }

  /** As of the text that is there now. */
  @Override
  public Optional<Seen> seen(String reportId) {
    return lending.on(asked -> new Reports(asked).seen(reportId));
  }

  @Override
  public long begun() {
    return lending.on(
        asked -> {
          Long begun = asked.reader().snapshot().state().begun();
          return begun == null ? 0L : begun;
        });
  }

  @Override
  public List<Revision> revisions(String reportId) {
    return lending.on(asked -> new Reports(asked).revisions(reportId));
  }

  @Override
  public long everyReport(Consumer<ReportHead> each) {
    ShownOnce once = new ShownOnce();
    return lending.on(asked -> once.guarded(() -> new Reports(asked).everyReport(once.each(each))));
  }

  @Override
  public Optional<String> edition() {
    return lending.on(
        asked -> {
          State state = asked.reader().snapshot().state();
          return Optional.of(IndexFormat.edition(state.hash(), state.reports()));
        });
  }

  @Override
  public CollectionSize size() {
    return lending.on(asked -> new Library(asked.reader()).size());
  }

  // Likeness

  @Override
  public Optional<HitPage> nearIdentical(
      String reportId, String paragraphId, int size, @Nullable String cursor) {
    return lending.on(
        cursor, asked -> new Copies(asked).nearIdentical(reportId, paragraphId, size, cursor));
  }

  @Override
  public Optional<Origin> origin(String reportId, String paragraphId) {
    return lending.on(asked -> new Copies(asked).origin(reportId, paragraphId));
  }

  @Override
  public List<SentenceReports> sentences(List<Long> fingerprints, int most) {
    return lending.on(asked -> new Copies(asked).sentences(fingerprints, most));
  }

  @Override
  public List<Match> wordedLike(String text, int most) {
    return lending.on(asked -> new Copies(asked).wordedLike(text, most));
  }

  @Override
  public Optional<SimilarResult> similar(SimilarRequest request) {
    return lending.on(asked -> new SimilarSearch(asked, request).run());
  }

  // Phrases

  @Override
  public List<Suggestion> suggest(String typed, Set<Suggestion.Kind> kinds, int size) {
    return lending.on(asked -> suggestions.suggest(asked, typed, kinds, size));
  }

  @Override
  public List<NearText> nearest(String text, boolean isMissing, int most) {
    return lending.on(asked -> suggestions.nearest(asked, text, isMissing, most));
  }

  @Override
  public void refresh() {
    lending.refresh();
  }

  @Override
  public void close() {
    lending.close();
  }
}
