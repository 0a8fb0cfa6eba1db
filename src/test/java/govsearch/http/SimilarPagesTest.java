package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.Deadline;
import govsearch.engine.SearchEngine;
import govsearch.engine.SimilarResult;
import govsearch.insight.Indexed;
import govsearch.query.Filters;
import govsearch.query.SimilarRequest;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remedies are read on several threads, all of one request. */
class SimilarPagesTest {

  private static final int TOWNS = 24;
  private static final String PROBLEM = "鹌鹑坳夜校缺少会讲方言的点读教员";
  private static final SimilarRequest ASKED =
      new SimilarRequest(new SimilarRequest.Asked.Text(PROBLEM), Filters.NONE, TOWNS, false);

  @TempDir private static Path folder;
  private static Indexed collection;

  @BeforeAll
  static void index() {
    Path reports = folder.resolve("reports");
    for (int i = 0; i < TOWNS; i++) {
      String town = "临溪县" + (char) ('甲' + i) + "石镇";
      Indexed.write(reports, i + ".txt", town, "2024年", "一、存在的问题\n" + PROBLEM + "。");
    }
    collection = Indexed.folder(reports, folder.resolve("index"));
  }

  @AfterAll
  static void close() {
    collection.close();
  }

  /** The collection's engine that is slow to give a report, and tells by which deadline. */
  private static SearchEngine slow(Set<Deadline> deadlines) {
    return FakeEngine.of(
        (proxy, method, args) -> {
          if (method.getName().equals("report")) {
            deadlines.add(Deadline.current());
            Thread.sleep(50);
          }
          try {
            return method.invoke(collection.engine(), args);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  @Test
  void everyThreadWorksUntilTheDeadlineOfTheRequest() throws Exception {
    Set<Deadline> deadlines = ConcurrentHashMap.newKeySet();
    Deadline deadline = Deadline.in(Duration.ofMinutes(1));
    SimilarPages pages = new SimilarPages(slow(deadlines));
    SimilarPages.Page page = deadline.call(() -> pages.of(ASKED, false)).orElseThrow();
    assertThat(page.hits()).hasSize(TOWNS);
    assertThat(page.complete()).isTrue();
    assertThat(deadlines).containsExactly(deadline);
  }

  @Test
  void whatThereIsNoTimeForIsLeftOutAndSaid() throws Exception {
    SimilarResult found = collection.engine().similar(ASKED).orElseThrow();
    SearchEngine engine =
        FakeEngine.of(
            (proxy, method, args) -> {
              if (method.getName().equals("similar")) {
                return Optional.of(found);
              }
              Thread.sleep(50);
              return Optional.empty();
            });
    Deadline deadline = Deadline.in(Duration.ofMillis(120));
    SimilarPages pages = new SimilarPages(engine);
    SimilarPages.Page page = deadline.call(() -> pages.of(ASKED, false)).orElseThrow();
    assertThat(page.hits()).hasSize(TOWNS);
    assertThat(page.complete()).isFalse();
  }
}
