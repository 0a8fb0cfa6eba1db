package govsearch.engine.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SearchResult;
import govsearch.engine.lucene.LuceneSink;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.engine.lucene.snapshot.SnapshotManager;
import govsearch.ingest.ReportFactory;
import govsearch.query.FacetField;
import govsearch.query.FacetListing;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A search whose page and counts are made at once answers what one does that makes them in turn.
 */
class PartsAtOnceTest {

  private static final int REPORTS = 700;
  private static final String[] TOWNS = {"柳塘镇", "青禾镇", "白石乡", "河口镇", "松岭乡"};
  private static final String[] WORDS = {"调解", "执法", "普法", "复议", "合同", "网格"};

  @TempDir private Path index;

  private static byte[] report(int n) {
    String town = TOWNS[n % TOWNS.length];
    String word = WORDS[n % WORDS.length];
    String other = WORDS[n / 7 % WORDS.length];
    return (town
            + (2018 + n % 6)
            + "年法治政府建设情况报告\n一、主要做法\n法治宣传进村组，"
            + word
            + n % 40
            + "件。\n二、存在的问题\n法治队伍力量不足，"
            + other
            + "不够有力。\n三、下一步打算\n法治培训常态化，第"
            + n % 90
            + "期起讲"
            + word
            + "。\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static List<SearchRequest> requests() {
    Filters towns = Filters.of(Map.of(FacetField.TOWN, List.of("-白石乡")));
    Presentation folded = new Presentation(true, false);
    Presentation whole = new Presentation(false, false);
    return List.of(
        request(new Query.Phrase("法治"), Mode.EXACT, Filters.NONE, folded),
        request(new Query.Phrase("法治"), Mode.EXACT, towns, folded),
        request(new Query.Words("法治 普法"), Mode.WORDS, Filters.NONE, folded),
        request(new Query.Words("法治宣传"), Mode.WORDS, towns, whole),
        request(new Query.Words("队伍力量"), Mode.LOOSE, Filters.NONE, whole));
  }

  private static SearchRequest request(
      Query query, Mode mode, Filters filters, Presentation presentation) {
    return new SearchRequest(
        query, mode, filters, SortOrder.RELEVANCE, 10, null, presentation, FacetListing.ALL);
  }

  @Test
  void theAnswerIsTheSame() throws Exception {
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      for (int i = 0; i < REPORTS; i++) {
        sink.put(ReportFactory.fromText(i + ".txt", report(i)).report());
      }
      sink.commit();
    }
    AtomicInteger beside = new AtomicInteger();
    try (Directory directory = IndexFormat.existing(index);
        SnapshotManager manager = new SnapshotManager(directory);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      TaskExecutor parts =
          new TaskExecutor(
              part -> {
                beside.incrementAndGet();
                threads.execute(part);
              });
      Snapshot snapshot = manager.acquire();
      try {
        for (SearchRequest request : requests()) {
          SearchResult inTurn =
              search(snapshot, new LimitedSearcher(snapshot.reader(), () -> false), request);
          assertThat(inTurn.total().value()).as(request.toString()).isPositive();
          for (int i = 0; i < 20; i++) {
            LimitedSearcher searcher = new LimitedSearcher(snapshot.reader(), () -> false, parts);
            assertThat(search(snapshot, searcher, request)).isEqualTo(inTurn);
          }
        }
      } finally {
        manager.release(snapshot);
      }
    }
    assertThat(beside).hasValueGreaterThan(20);
  }

  private static SearchResult search(
      Snapshot snapshot, LimitedSearcher searcher, SearchRequest request) throws IOException {
    WordCutter cutter = new WordCutter();
    QueryTranslator translator = new QueryTranslator(cutter).withConcepts(snapshot::thesaurus);
    Highlighter highlighter = Highlighter.of(cutter, snapshot::thesaurus);
    return new WideningSearch(snapshot, searcher, translator, highlighter, Hints.NONE, request)
        .run();
  }
}
