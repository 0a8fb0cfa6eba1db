package govsearch.evaluate;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.files.TemporaryFolder;
import govsearch.ingest.ReportFactory;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What it costs to see one changed report, on a copy of an index: following the commit, and the
 * slowest search right behind it beside those before.
 *
 * @param refresh milliseconds
 * @param before the slowest 5 % of searches took as long, in milliseconds
 * @param slowest of the same searches right after it, in milliseconds
 */
record RefreshTrial(double refresh, double before, double slowest) {

  static RefreshTrial of(Path index, Duration timeLimit, int queries)
      throws IOException, InterruptedException {
    try (TemporaryFolder copy = TemporaryFolder.create("bench")) {
      copy(index, copy.path());
      try (LuceneEngine engine = LuceneEngine.open(copy.path(), timeLimit)) {
        List<SearchRequest> asked =
            BenchQueries.draw(engine, queries).stream()
                .map(one -> one.request(new Query.Words(one.q().replace("\"", ""))))
                .toList();
        LoadRun.of(1, 2, asked, engine::search);
        LoadRun before = LoadRun.of(1, 1, asked, engine::search);
        changeOne(copy.path());
        long start = System.nanoTime();
        engine.refresh();
        double refresh = millisSince(start);
        engine.search(SearchRequest.of(new Query.Everything(), Mode.WORDS, 1));
        double slowest = millisSince(start) - refresh;
        for (SearchRequest request : asked) {
          long from = System.nanoTime();
          engine.search(request);
          slowest = Math.max(slowest, millisSince(from));
        }
        return new RefreshTrial(refresh, before.p95(), slowest);
      }
    }
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  /** Files of an index are written once: where the disk allows it, the copy takes no room. */
  private static void copy(Path index, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(index)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(index.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
          continue;
        }
        try {
          Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException e) {
          Files.copy(file, target); // on another disk
        }
      }
    }
  }

  private static void changeOne(Path index) throws IOException {
    String text = "柳湾镇2019年法治政府建设情况报告\n一、主要成效\n全镇另宣讲19场，群众称好。\n";
    try (LuceneSink sink = LuceneSink.update(index)) {
      sink.put(
          ReportFactory.fromText("bench-growth.txt", text.getBytes(StandardCharsets.UTF_8))
              .report());
      sink.commit();
    } catch (RejectedFileException e) {
      throw new IllegalStateException("a report of its own", e);
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "改一份报告以后：跟上 %.0f 毫秒，最慢的检索 %.1f 毫秒（之前 p95 %.1f 毫秒）", refresh, slowest, before);
  }
}
