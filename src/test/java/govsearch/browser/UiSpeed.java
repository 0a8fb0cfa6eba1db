package govsearch.browser;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.http.Server;
import govsearch.http.ServerSettings;
import govsearch.ingest.sync.Ingest;
import govsearch.library.SourceStore;
import govsearch.query.Filters;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what a person waits for, in a browser, with 100,000 paragraphs. No test: it decides
 * nothing and runs only by name, {@code ./govsearch test -Dtest=UiSpeed -DenableAssertions=false}:
 * Lucene's assertions take more than half of a search's time. With {@code -Dui.index=FOLDER} it
 * asks an index that is there, for what its own reports say, and makes none.
 */
class UiSpeed {

  private static final int PARAGRAPHS = 100_000;
  private static final int QUERIES = 60;
  private static final int SOME_REPORTS = 100;
  private static final String SYLLABLES = "青白石柳杏枫云溪河湾塘坪桥岭沙泉松梅兰竹";

  /** From the query's submission to the frame that shows its answer, in milliseconds. */
  private static final String ASK =
      """
      const [queries, done] = arguments;
      const box = document.getElementById('q'), results = document.getElementById('results');
      let shift = 0, longest = 0, asked = 0;
      // As the browser itself does, what moves within half a second of what a person did is not counted.
      new PerformanceObserver(list => list.getEntries().forEach(entry => {
        if (entry.startTime - asked > 500) shift += entry.value; })).observe({type: 'layout-shift'});
      new PerformanceObserver(list => list.getEntries().forEach(entry => {
        longest = Math.max(longest, entry.duration); })).observe({type: 'longtask'});
      const frame = () => new Promise(requestAnimationFrame);
      const ask = async q => {
        const began = asked = performance.now();
        box.value = q;
        box.form.requestSubmit();
        do await frame(); while (results.getAttribute('aria-busy') === 'true');
        await frame();
        return performance.now() - began;
      };
      const type = async q => {
        let worst = 0;
        box.focus();
        for (let length = 1; length <= q.length; length += 1) {
          const began = performance.now();
          box.value = q.slice(0, length);
          box.dispatchEvent(new InputEvent('input', {bubbles: true}));
          await frame();
          worst = Math.max(worst, performance.now() - began);
        }
        return worst;
      };
      (async () => {
        const times = [], typed = [];
        performance.clearResourceTimings();
        performance.setResourceTimingBufferSize(5000);
        for (const q of queries) {
          typed.push(await type(q));
          times.push(await ask(q));
        }
        const answers = performance.getEntriesByType('resource')
          .filter(entry => entry.name.includes('/api/v1/search?'))
          .map(entry => entry.responseEnd - entry.requestStart);
        done({times, typed, answers, shift, longest});
      })();
      """;

  @Test
  void measures(@TempDir Path folder) throws IOException {
    String given = System.getProperty("ui.index", "");
    Path index = given.isEmpty() ? made(folder) : Path.of(given);
    SourceStore sources = new SourceStore(index);
    try (Browser browser = Browser.start();
        LuceneEngine engine = LuceneEngine.open(index, Duration.ofMinutes(1));
        Server server =
            new Server(
                    engine,
                    engine,
                    sources,
                    new ServerSettings("127.0.0.1", 0, Path.of("web"), null))
                .start()) {
      browser.view(1440, 900, false);
      browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
      browser.open("http://127.0.0.1:" + server.port() + "/?q=普法");
      browser.seeTestId("hit");
      List<String> queries = queries(given.isEmpty() ? sampleLines() : lines(engine));
      browser.driver().executeAsyncScript(ASK, queries); // the first round warms up
      print(
          engine.size().paragraphs(),
          (Map<?, ?>) browser.driver().executeAsyncScript(ASK, queries));
    }
  }

  private static Path made(Path folder) throws IOException {
    Path reports = write(sampleLines(), folder.resolve("reports"));
    Path index = folder.resolve("index");
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      new Ingest(sink, new SourceStore(index), Ingest.Progress.SILENT).run(List.of(reports));
    }
    return index;
  }

  /** What some reports of a collection say. */
  private static List<String> lines(LuceneEngine engine) {
    return engine.reports(Filters.NONE, SOME_REPORTS, null).reports().stream()
        .flatMap(head -> engine.report(head.id()).stream())
        .flatMap(report -> report.paragraphs().stream())
        .filter(paragraph -> paragraph.kind() == ParagraphKind.BODY)
        .map(Paragraph::text)
        .filter(text -> text.length() > 40)
        .toList();
  }

  private static void print(long paragraphs, Map<?, ?> measured) {
    double[] times = sorted(measured.get("times"));
    double[] answers = sorted(measured.get("answers"));
    double[] typed = sorted(measured.get("typed"));
    System.out.printf(
        Locale.ROOT,
        "%,d 段：输入到结果 p50 %.0f、p95 %.0f 毫秒，其中等待应答 p50 %.0f、p95 %.0f 毫秒；键入到下一帧 p95 %.0f 毫秒；最长任务 %.0f"
            + " 毫秒；布局位移 %.4f%n",
        paragraphs,
        times[times.length / 2],
        times[times.length * 95 / 100],
        answers[answers.length / 2],
        answers[answers.length * 95 / 100],
        typed[typed.length * 95 / 100],
        ((Number) measured.get("longest")).doubleValue(),
        ((Number) measured.get("shift")).doubleValue());
  }

  private static double[] sorted(Object numbers) {
    double[] sorted =
        ((List<?>) numbers).stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Sentences of the samples under invented towns and years, with other numbers in them. */
  private static Path write(List<String> lines, Path folder) throws IOException {
    Random random = new Random(7);
    int each = 30;
    for (int report = 0; report < PARAGRAPHS / each; report++) {
      int year = 2016 + report % 10;
      String town = "" + syllable(report) + syllable(report / 20) + syllable(report / 400) + "镇";
      StringBuilder text = new StringBuilder();
      text.append(town).append(year).append("年法治政府建设情况报告\n一、主要工作\n");
      for (int i = 0; i < each - 2; i++) {
        String line = lines.get(random.nextInt(lines.size()));
        text.append(line)
            .append("其中")
            .append(town)
            .append("另有")
            .append(lines.get(random.nextInt(lines.size())))
            .append('\n');
      }
      Path county = Files.createDirectories(folder.resolve("第" + report % 50 + "县"));
      Files.writeString(county.resolve(town + year + "-" + report + ".txt"), text);
    }
    return folder;
  }

  private static char syllable(int i) {
    return SYLLABLES.charAt(i % SYLLABLES.length());
  }

  private static List<String> sampleLines() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src", "samples"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (file.toString().endsWith(".txt")) {
          lines.addAll(read(file));
        }
      }
    }
    return lines.stream()
        .map(line -> line.replaceAll("^[ \\u3000]*[（(]?[一二三四五六七八九十0-9]+[)）、.．]", "").strip())
        .filter(line -> line.length() > 40)
        .toList();
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of(); // one of another encoding
    }
  }

  /** Phrases, words and pairs of words out of the sentences. */
  private static List<String> queries(List<String> lines) {
    Random random = new Random(11);
    List<String> queries = new ArrayList<>();
    while (queries.size() < QUERIES) {
      String line = lines.get(random.nextInt(lines.size()));
      int at = random.nextInt(line.length() - 12);
      String some = line.substring(at, at + 2 + random.nextInt(5));
      if (some.matches("\\p{IsHan}+")) {
        String other = line.substring(line.length() - 8, line.length() - 5);
        queries.add(
            switch (queries.size() % 3) {
              case 0 -> "“" + some + "”";
              case 1 -> some;
              default -> some + " " + other;
            });
      }
    }
    return queries;
  }
}
