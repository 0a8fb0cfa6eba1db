package govsearch.evaluate;

import govsearch.engine.opensearch.read.OpenSearchEngine;
import govsearch.evaluate.BenchQueries.Asked;
import govsearch.insight.Queries;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** How long searches take on a cluster, each next to the plain one of the same. */
final class ClusterLatency {
  private static final int QUERIES = 200;
  private static final int FIRST = 80;
  private static final int WARM = 3;
  private static final int ROUNDS = 5;

  private final Supplier<OpenSearchEngine> engines;
  private final PlainCluster plain;
  private final Runnable forget;

  /**
   * Of a collection and the same one plainly.
   *
   * @param engines gives one that remembers nothing
   * @param forget has the cluster forget answers
   */
  ClusterLatency(Supplier<OpenSearchEngine> engines, PlainCluster plain, Runnable forget) {
    this.engines = engines;
    this.plain = plain;
    this.forget = forget;
  }

  private static List<Asked> asked(OpenSearchEngine engine) {
    return BenchQueries.draw(engine, 4 * QUERIES).stream().distinct().limit(2 * QUERIES).toList();
  }

  private long search(OpenSearchEngine engine, Asked one) {
    return engine.search(one.request(Queries.PARSER.parse(one.q()).query())).total().value();
  }

  /** A mix drawn from the collection, as the web page asks; others warm both. */
  void drawn() {
    Times our = new Times();
    Times their = new Times();
    Times same = new Times();
    record Both(Times our, Times their) {}
    Map<String, Both> kinds = new LinkedHashMap<>();
    try (OpenSearchEngine engine = engines.get()) {
      List<Asked> asked = asked(engine);
      List<Asked> others = asked.subList(0, Math.min(QUERIES, asked.size() / 2));
      for (int round = 0; round < 2; round++) {
        for (Asked one : others) {
          search(engine, one);
          plain.search(one, false);
          plain.search(one, true);
        }
      }
      for (Asked one : asked.subList(others.size(), asked.size())) {
        double millis = our.of(() -> search(engine, one));
        double beside = their.of(() -> plain.search(one, false));
        same.of(() -> plain.search(one, true));
        Both both = kinds.computeIfAbsent(kind(one), key -> new Both(new Times(), new Times()));
        both.our.add(millis);
        both.their.add(beside);
      }
    }
    System.out.println("网页的混合检索：");
    our.print("本程序，近似的合并", their);
    their.print("普通查询", their);
    our.print("本程序，近似的合并，比普通查询也接着找部分词语的", same);
    kinds.forEach((kind, both) -> both.our.print("其中" + kind, both.their));
  }

  private static String kind(Asked one) {
    if (one.mode() == Mode.LOOSE) {
      return "宽松";
    }
    if (one.q().contains(" -")) {
      return "排除";
    }
    if (one.section() != null) {
      return "筛选";
    }
    if (one.q().startsWith("\"")) {
      return one.q().length() == 3 ? "单字" : "引号";
    }
    return one.q().contains(" ") ? "两个词" : "一个词";
  }

  /**
   * Phrases that the engine was never asked, when it has been asked others; and when it has been
   * asked the very same just before. Each round has an engine of its own, and the cluster forgets
   * its answers.
   */
  void phrases(Path file) throws IOException {
    List<String> phrases =
        Files.readAllLines(file).stream()
            .map(line -> line.split("\t", -1))
            .filter(cells -> cells.length > 1)
            .map(cells -> cells[1])
            .toList();
    Times first = new Times();
    Times our = new Times();
    Times folded = new Times();
    Times again = new Times();
    Times their = new Times();
    for (int round = 0; round < WARM + ROUNDS; round++) {
      if (round == WARM) {
        List.of(first, our, folded, again, their).forEach(Times::clear);
      }
      forget.run();
      try (OpenSearchEngine engine = engines.get()) {
        engine.search(request("工作", false)); // names of places, which hold for good
        for (String phrase : phrases) {
          first.of(() -> engine.search(request(phrase, false)).total().value());
        }
      }
      for (boolean fold : List.of(false, true)) {
        forget.run();
        try (OpenSearchEngine engine = engines.get()) {
          asked(engine).subList(0, FIRST).forEach(one -> search(engine, one));
          for (String phrase : phrases) {
            (fold ? folded : our).of(() -> engine.search(request(phrase, fold)).total().value());
            if (!fold) {
              their.of(() -> plain.search(phrase));
              again.of(() -> engine.search(request(phrase, false)).total().value());
            }
          }
        }
      }
    }
    System.out.printf(Locale.ROOT, "%d 条引文，各 %d 次：%n", phrases.size(), ROUNDS);
    our.print("本程序，没有问过的", their);
    folded.print("本程序，没有问过的，近似的合并", their);
    again.print("本程序，刚问过的", their);
    first.print("本程序，刚启动的", their);
    their.print("普通查询", their);
  }

  private static SearchRequest request(String phrase, boolean fold) {
    return new SearchRequest(
        new Query.Phrase(phrase),
        Mode.WORDS,
        Filters.NONE,
        SortOrder.RELEVANCE,
        10,
        null,
        new Presentation(fold, false));
  }
}
