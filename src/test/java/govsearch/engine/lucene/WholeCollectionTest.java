package govsearch.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.Hit;
import govsearch.engine.SearchResult;
import govsearch.ingest.ReportFactory;
import govsearch.query.FacetListing;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is said of a whole collection without looking at its paragraphs, beside what is counted one
 * by one for a question that all of them answer; while reports come, change and go.
 */
class WholeCollectionTest {

  private static final Query ALL = new Query.Everything();
  private static final Query NOTHING_EXCLUDED = new Query.Not(new Query.Phrase("绝无此语"));
  private static final int COMMITS = 12;

  @TempDir private Path index;

  private final Random random = new Random(20_261_127);
  private final List<String> there = new ArrayList<>();

  private Report report(int number) throws Exception {
    String town = "甲乙丙丁戊".substring(number % 5, number % 5 + 1) + "塘镇";
    StringBuilder text = new StringBuilder("临溪县").append(town);
    text.append(number % 7 == 0 ? "" : 2015 + number % 9 + "年").append("法治政府建设情况报告\n一、主要成效\n");
    for (int i = random.nextInt(5); i >= 0; i--) {
      // Some say the same as others, some nobody else does.
      text.append("全镇深入开展普法宣传").append(random.nextInt(12)).append("项活动，");
      text.append(random.nextBoolean() ? "成效明显。\n" : "群众称好" + random.nextInt() + "。\n");
    }
    text.append("二、存在问题\n普法形式").append(random.nextInt(3) == 0 ? "单一" : "不多").append("。\n");
    return ReportFactory.fromText(number + ".txt", text.toString().getBytes(StandardCharsets.UTF_8))
        .report();
  }

  private void change(LuceneSink sink) throws Exception {
    for (int i = random.nextInt(6); i >= 0; i--) {
      Report report = report(random.nextInt(60));
      sink.put(report);
      there.remove(report.id());
      there.add(report.id());
    }
    if (there.size() > 4 && random.nextBoolean()) {
      sink.remove(there.remove(random.nextInt(there.size())));
    }
    sink.commit();
  }

  private static SearchResult ask(
      LuceneEngine engine, Query query, SortOrder order, String cursor, int size) {
    return engine.search(
        new SearchRequest(
            query,
            Mode.EXACT,
            Filters.NONE,
            order,
            size,
            cursor,
            new Presentation(true, false),
            FacetListing.ALL));
  }

  private static List<String> pages(LuceneEngine engine, Query query, SortOrder order) {
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      SearchResult page = ask(engine, query, order, cursor, 7);
      for (Hit hit : page.hits()) {
        ids.add(hit.report().id() + "." + hit.paragraph().id());
      }
      cursor = page.nextCursor();
    } while (cursor != null);
    return ids;
  }

  @Test
  void countsAndPagesAreThoseOfWhatIsThereAfterEveryCommit() throws Exception {
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      change(sink);
    }
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofMinutes(1))) {
      for (int commit = 0; commit < COMMITS; commit++) {
        SearchResult whole = ask(engine, ALL, SortOrder.NEWEST, null, 3);
        SearchResult counted = ask(engine, NOTHING_EXCLUDED, SortOrder.NEWEST, null, 3);
        assertThat(whole.total()).isEqualTo(counted.total());
        assertThat(whole.foldedTotal()).as("commit " + commit).isEqualTo(counted.foldedTotal());
        assertThat(whole.literalTotal()).isEqualTo(counted.total().value());
        assertThat(whole.summary()).isEqualTo(counted.summary());
        assertThat(whole.facets()).isEqualTo(counted.facets());
        assertThat(engine.size().reports()).isEqualTo(there.size());
        for (SortOrder order : SortOrder.values()) {
          List<String> ids = pages(engine, ALL, order);
          assertThat(ids).isEqualTo(pages(engine, NOTHING_EXCLUDED, order));
          assertThat(ids).doesNotHaveDuplicates().hasSize((int) whole.foldedTotal());
        }
        try (LuceneSink sink = LuceneSink.update(index)) {
          change(sink);
        }
        engine.refresh();
      }
    }
  }
}
