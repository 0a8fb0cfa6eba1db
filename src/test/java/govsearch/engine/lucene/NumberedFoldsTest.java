package govsearch.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.Hit;
import govsearch.engine.SearchResult;
import govsearch.ingest.ReportFactory;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Report;
import govsearch.text.Fingerprints;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How many different paragraphs match where one segment has nearly all of them, and a few small
 * ones what came since, some of it the same and some of it deleted.
 */
class NumberedFoldsTest {

  private static final int AT_FIRST = 160;

  @TempDir private Path index;

  private final Random random = new Random(20_261_128);

  private Report report(int number) throws Exception {
    StringBuilder text = new StringBuilder("临溪县柳塘镇2024年法治政府建设情况报告\n一、主要成效\n");
    for (int i = 0; i < 6; i++) {
      text.append("全镇深入开展普法宣传，").append("甲乙丙丁戊己庚辛".charAt(random.nextInt(8)));
      text.append(random.nextBoolean() ? "村群众称好。\n" : "村人" + random.nextInt() + "岁称好，村第一次这样。\n");
      text.append("第").append((char) ('一' + random.nextInt(3_000))).append("村普法宣传另有办法。\n");
    }
    return ReportFactory.fromText(number + ".txt", text.toString().getBytes(StandardCharsets.UTF_8))
        .report();
  }

  private static long different(LuceneEngine engine, Query query, boolean folded) {
    Set<Long> prints = new HashSet<>();
    String cursor = null;
    SearchResult page;
    do {
      page =
          engine.search(
              new SearchRequest(
                  query,
                  Mode.EXACT,
                  Filters.NONE,
                  SortOrder.NEWEST,
                  200,
                  cursor,
                  new Presentation(folded, false)));
      if (folded) {
        return page.foldedTotal();
      }
      for (Hit hit : page.hits()) {
        List<String> names = hit.report().placeNames();
        prints.add(new Fingerprints(names).paragraph(hit.paragraph().text()));
      }
      cursor = page.nextCursor();
    } while (cursor != null);
    return prints.size();
  }

  /** Before it is known which of them are alone in their segments, and when it is. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void areCountedAsIfTheyWereComparedOneByOne(boolean known) throws Exception {
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      for (int i = 0; i < AT_FIRST; i++) {
        sink.put(report(i));
      }
      sink.commit();
      sink.settle();
    }
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofMinutes(1))) {
      for (int commit = 0; commit < 6; commit++) {
        if (known) {
          engine.prepareFirstPage();
        }
        for (String typed : List.of("普法宣传", "甲村", "称好", "第一", "主要成效", "无此语")) {
          Query query = new Query.Phrase(typed);
          assertThat(different(engine, query, true))
              .as("%s after %s changes", typed, commit)
              .isEqualTo(different(engine, query, false));
        }
        try (LuceneSink sink = LuceneSink.update(index)) {
          sink.put(report(random.nextInt(AT_FIRST + 40)));
          sink.commit();
        }
        engine.refresh();
      }
    }
  }
}
