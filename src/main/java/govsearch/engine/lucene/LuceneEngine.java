package govsearch.engine.lucene;

import govsearch.engine.CollectionSize;
import govsearch.engine.CountRequest;
import govsearch.engine.Deadline;
import govsearch.engine.Embedder;
import govsearch.engine.GroupedCounts;
import govsearch.engine.Grouping;
import govsearch.engine.HitPage;
import govsearch.engine.Learnt;
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
import govsearch.engine.Upkeep;
import govsearch.engine.Vitals;
import govsearch.engine.WordCounts;
import govsearch.engine.WordRequest;
import govsearch.engine.lucene.analysis.CutText;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.count.GroupCounter;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.count.RegionCounts;
import govsearch.engine.lucene.library.LedgerReader;
import govsearch.engine.lucene.query.FilterQueries;
import govsearch.engine.lucene.query.LiteralQueries;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.engine.lucene.query.RankingWeights;
import govsearch.engine.lucene.search.Copies;
import govsearch.engine.lucene.search.EveryReport;
import govsearch.engine.lucene.search.Highlighter;
import govsearch.engine.lucene.search.IndexedWords;
import govsearch.engine.lucene.search.MatchVisit;
import govsearch.engine.lucene.search.ReportReader;
import govsearch.engine.lucene.search.ReportWords;
import govsearch.engine.lucene.search.RevisionReader;
import govsearch.engine.lucene.search.SentenceReader;
import govsearch.engine.lucene.search.WideningSearch;
import govsearch.engine.lucene.search.WordedLike;
import govsearch.engine.lucene.similar.SimilarSearch;
import govsearch.engine.lucene.similar.SimilarWeights;
import govsearch.engine.lucene.similar.Vectors;
import govsearch.engine.lucene.snapshot.IndexCheck;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.engine.lucene.suggest.NearestTexts;
import govsearch.engine.lucene.suggest.PhraseCounter;
import govsearch.engine.lucene.suggest.Suggester;
import govsearch.engine.lucene.suggest.Work;
import govsearch.library.FileRecord;
import govsearch.library.LibraryReader;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SimilarRequest;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.text.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** The embedded engine: reads one index directory and follows its commits in the background. */
public final class LuceneEngine implements SearchEngine, LibraryReader, Vitals, Upkeep {

  private static final long SUGGESTIONS_MILLIS = 3_000;

  static {
    // Queries are bounded by their length; one character alone may stand for as many bigrams.
    IndexSearcher.setMaxClauseCount(LiteralQueries.ANY_SECOND_CHARACTER);
    // What is asked again and again is kept where it is known to be; of all other queries a cache
    // would but take heap and time, and flatter whoever measures by asking the same.
    IndexSearcher.setDefaultQueryCache(null);
  }

  private final FollowedIndex index;
  private final WordCutter cutter = new WordCutter();
  private final QueryTranslator translator = new QueryTranslator(cutter);
  private final Suggester suggester;
  private final Learning learning;

  /** The version of the index of which the first page is prepared. */
  private volatile long prepared = -1;

  private LuceneEngine(Path path, FollowedIndex index) {
    this.index = index;
    this.learning = new Learning(path, index.snapshots());
    this.suggester = new Suggester(path, translator, cutter);
  }

  /**
   * Whether a directory holds an index, be it a broken one.
   *
   * @throws UncheckedIOException if it cannot be looked into
   */
  public static boolean isIndex(Path index) {
    try {
      return IndexFormat.isCommitted(index);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The folders that an index has files from, without opening it for searches.
   *
   * @throws UnusableIndexException if there is none, or one of another format
   */
  public static List<String> folders(Path index) {
    try (Directory directory = IndexFormat.existing(index)) {
      IndexFormat.check(directory, index);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        return new LedgerReader(new IndexSearcher(reader)).folders();
      }
    } catch (IOException e) {
      throw new UnusableIndexException("索引 " + index + " 打不开：" + e.getMessage(), e);
    }
  }

  /**
   * Looks at every byte of an index.
   *
   * @return what is wrong, in Chinese; none if all is well
   * @throws UnusableIndexException if there is none, or another process is writing to it
   */
  public static List<String> damages(Path index) {
    List<String> damages = new ArrayList<>(IndexCheck.thoroughly(index));
    damages.addAll(Vectors.damages(index));
    return damages;
  }

  /**
   * Opens an index for reading.
   *
   * @param index the index's directory
   * @param timeLimit of one search, which may end sooner by its {@link Deadline}; what it found by
   *     then is given, and said to be incomplete
   * @throws UnusableIndexException if there is none, or one of another format
   */
  public static LuceneEngine open(Path index, Duration timeLimit) {
    FollowedIndex followed = FollowedIndex.open(index, timeLimit);
    LuceneEngine engine = new LuceneEngine(index, followed);
    followed.begin(engine::prepareFirstPage);
    followed.later(engine::prepareSuggestions, SUGGESTIONS_MILLIS);
    return engine;
  }

  /** So that nobody who types has to wait; later than the first searches after a start. */
  private void prepareSuggestions() {
    boolean unused =
        index.on(
            (snapshot, searcher) -> {
              suggester.prepare(snapshot);
              return true;
            });
  }

  /**
   * Has a learnt model take part in finding similar problems, from when it knows the first of them.
   *
   * @throws UnusableIndexException if another model has been at the index before
   */
  public void learn(Embedder embedder) {
    learning.begin(embedder);
  }

  /** How far a learnt model knows the collection. */
  public Learnt learnt() {
    return learning.learnt();
  }

  @Override
  public long state() {
    return index.on((snapshot, searcher) -> snapshot.version());
  }

  @Override
  public List<String> ailments() {
    return Vitals.of(index, learning).ailments();
  }

  @Override
  public long indexBytes() {
    return index.indexBytes();
  }

  @Override
  public Duration sinceRefresh() {
    return index.sinceRefresh();
  }

  @Override
  public SearchResult search(SearchRequest request) {
    return search(request, RankingWeights.CHOSEN);
  }

  /** The same in the order that other weights give, to see which are best. */
  public SearchResult search(SearchRequest request, RankingWeights weights) {
    return index.onThatOf(
        request.cursor(),
        (snapshot, searcher) -> {
          SearchResult result = searching(snapshot, searcher, request, weights);
          if (result.nextCursor() != null) {
            index.keep(snapshot);
          }
          return result;
        });
  }

  private SearchResult searching(
      Snapshot snapshot, LimitedSearcher searcher, SearchRequest request, RankingWeights weights)
      throws IOException {
    return new WideningSearch(
            snapshot,
            searcher,
            translator(snapshot).with(weights),
            highlighter(snapshot),
            new SearchHints(snapshot, searcher, learning.vectors()),
            request)
        .run();
  }

  @Override
  public long visit(MatchRequest request, MatchVisitor visitor) {
    return index.on((snapshot, searcher) -> matches(snapshot, searcher, request).show(visitor));
  }

  @Override
  public PassageCount passages(MatchRequest request, long most, PassageVisitor visitor) {
    return index.on(
        (snapshot, searcher) -> matches(snapshot, searcher, request).passages(most, visitor));
  }

  @Override
  public @Nullable String passages(
      MatchRequest request,
      MatchingReportOrder order,
      int size,
      @Nullable String cursor,
      Predicate<Passage> visitor) {
    return index.<@Nullable String>on(
        (snapshot, searcher) ->
            matches(snapshot, searcher, request).passages(order, size, cursor, visitor));
  }

  @Override
  public MatchingReportPage matchingReports(
      MatchRequest request, MatchingReportOrder order, int size, @Nullable String cursor) {
    return index.on(
        (snapshot, searcher) -> matches(snapshot, searcher, request).reports(order, size, cursor));
  }

  @Override
  public MatchSummary summary(MatchRequest request) {
    return index.on((snapshot, searcher) -> matches(snapshot, searcher, request).summary());
  }

  @Override
  public <T> T countBy(
      List<CountRequest> requests, Grouping grouping, Function<GroupedCounts, T> reader) {
    return index.on(
        (snapshot, searcher) -> {
          GroupCounter counter = new GroupCounter(snapshot, grouping);
          Map<MatchRequest, MatchSet> asked = new HashMap<>(); // mostly one for all
          for (CountRequest request : requests) {
            MatchSet of = asked.get(request.asked());
            if (of == null) {
              of = matches(snapshot, searcher, request.asked()).counted();
              asked.put(request.asked(), of);
            }
            counter.add(matches(snapshot, searcher, request.said()).counted(), of);
          }
          return reader.apply(counter.counts());
        });
  }

  @Override
  public List<RegionCount> regions(@Nullable String parent) {
    return index.on(
        (snapshot, searcher) ->
            RegionCounts.of(snapshot.facet(FacetField.REGION), snapshot.reportsOfPlaces(), parent));
  }

  private MatchVisit matches(Snapshot snapshot, LimitedSearcher searcher, MatchRequest request) {
    return new MatchVisit(snapshot, searcher, translator(snapshot), highlighter(snapshot), request);
  }

  private QueryTranslator translator(Snapshot snapshot) {
    return translator.withConcepts(snapshot::thesaurus);
  }

  private Highlighter highlighter(Snapshot snapshot) {
    return Highlighter.of(cutter, snapshot::thesaurus);
  }

  @Override
  public ReportPage reports(
      Filters filters, boolean ambiguousOnly, int size, @Nullable String cursor) {
    return index.on(
        (snapshot, searcher) ->
            new ReportReader(searcher).reports(filters, ambiguousOnly, size, cursor));
  }

  @Override
  public Optional<Report> report(String reportId) {
    return index.on((snapshot, searcher) -> new ReportReader(searcher).report(reportId));
  }

  @Override
  public Optional<Seen> seen(String reportId) {
    return index.on((snapshot, searcher) -> new RevisionReader(searcher).seen(reportId));
  }

  @Override
  public long begun() {
    return index.on((snapshot, searcher) -> snapshot.begun());
  }

  @Override
  public List<Revision> revisions(String reportId) {
    return index.on((snapshot, searcher) -> new RevisionReader(searcher).of(reportId));
  }

  @Override
  public List<ParagraphRanges> highlight(String reportId, Query query, Mode mode) {
    return index.on(
        (snapshot, searcher) ->
            new ReportReader(searcher)
                .highlight(reportId, query, mode, translator(snapshot), highlighter(snapshot)));
  }

  @Override
  public Optional<HitPage> nearIdentical(
      String reportId, String paragraphId, int size, @Nullable String cursor) {
    return index.on(
        (snapshot, searcher) ->
            new Copies(snapshot, searcher, highlighter(snapshot))
                .nearIdentical(reportId, paragraphId, size, cursor));
  }

  @Override
  public Optional<Origin> origin(String reportId, String paragraphId) {
    return index.on(
        (snapshot, searcher) ->
            new Copies(snapshot, searcher, highlighter(snapshot)).origin(reportId, paragraphId));
  }

  @Override
  public List<SentenceReports> sentences(List<Long> fingerprints, int most) {
    return index.on(
        (snapshot, searcher) -> new SentenceReader(snapshot, searcher).reports(fingerprints, most));
  }

  @Override
  public List<Match> wordedLike(String text, int most) {
    return index.on(
        (snapshot, searcher) ->
            new WordedLike(snapshot, searcher, highlighter(snapshot)).of(text, most));
  }

  @Override
  public Optional<SimilarResult> similar(SimilarRequest request) {
    return similar(request, SimilarWeights.CHOSEN);
  }

  /** The same in the order that other weights give, to see which are best. */
  public Optional<SimilarResult> similar(SimilarRequest request, SimilarWeights weights) {
    return index.on(
        (snapshot, searcher) ->
            new SimilarSearch(snapshot, searcher, cutter, learning.vectors(), weights, request)
                .run());
  }

  @Override
  public List<Suggestion> suggest(String typed, Set<Suggestion.Kind> kinds, int size) {
    return index.on(
        (snapshot, searcher) -> suggester.suggest(snapshot, searcher, typed, kinds, size));
  }

  @Override
  public List<NearText> nearest(String text, boolean isMissing, int most) {
    return index.on(
        (snapshot, searcher) ->
            new NearestTexts(
                    new PhraseCounter(searcher, snapshot.bigrams(), Work.usual()),
                    snapshot.bigrams(),
                    suggester.listSoFar(snapshot))
                .of(text, isMissing, most));
  }

  @Override
  public List<Range> words(String text) {
    CutText cut = cutter.cut(text);
    return IntStream.range(0, cut.count()).mapToObj(cut::source).toList();
  }

  @Override
  public WordCounts wordCounts(WordRequest request) {
    return index.on(
        (snapshot, searcher) ->
            new ReportWords(new IndexedWords(snapshot), cutter, request)
                .of(matches(snapshot, searcher, request.in())::passagesToCut));
  }

  @Override
  public List<String> otherNames(String text) {
    return index.on((snapshot, searcher) -> snapshot.thesaurus().otherNames(text));
  }

  @Override
  public boolean has(Query.Field field, String value) {
    return index.on((snapshot, searcher) -> searcher.count(FilterQueries.named(field, value)) > 0);
  }

  @Override
  public long everyReport(Consumer<ReportHead> each) {
    return index.on((snapshot, searcher) -> EveryReport.show(snapshot.reader(), each));
  }

  @Override
  public Optional<String> edition() {
    return index.on((snapshot, searcher) -> snapshot.edition());
  }

  @Override
  public CollectionSize size() {
    return index.on((snapshot, searcher) -> snapshot.size());
  }

  @Override
  public Overview overview() {
    return index.on((snapshot, searcher) -> new LedgerReader(searcher).overview(snapshot));
  }

  @Override
  public List<String> folders() {
    return index.on((snapshot, searcher) -> new LedgerReader(searcher).folders());
  }

  @Override
  public SkippedPage skipped(int size, @Nullable String cursor) {
    return index.on((snapshot, searcher) -> new LedgerReader(searcher).skipped(size, cursor));
  }

  @Override
  public Optional<FileRecord> file(String root, String path) {
    return index.on((snapshot, searcher) -> new LedgerReader(searcher).file(root, path));
  }

  @Override
  public void refresh() {
    index.refresh();
  }

  @Override
  public void close() {
    index.stop();
    suggester.close();
    learning.close();
    index.close();
  }

  /** So that nobody who comes to the first page has to wait for what is counted of the whole. */
  void prepareFirstPage() {
    prepared =
        index.on(
            (snapshot, searcher) -> {
              if (snapshot.version() != prepared) {
                snapshot.prepare();
                searching(snapshot, searcher, SearchRequest.FIRST_PAGE, RankingWeights.CHOSEN);
              }
              return snapshot.version();
            });
  }
}
