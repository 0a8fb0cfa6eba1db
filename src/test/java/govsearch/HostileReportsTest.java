package govsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import govsearch.engine.SearchEngine;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.ingest.ReportFactory;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.insight.compare.Comparer;
import govsearch.insight.concordance.Concordance;
import govsearch.insight.concordance.ConcordanceOrder;
import govsearch.insight.figures.Figures;
import govsearch.insight.remedies.Remedies;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SimilarRequest;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.text.Literal;
import govsearch.text.Range;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Texts of nothing but the marks that the program looks for, on their way through all of it:
 * reading, indexing, and every question that looks into a paragraph. Aimed at are 5 seconds for a
 * file and 1 for a request; a test on a busy machine allows several times that.
 */
class HostileReportsTest {

  private static final Duration FOR_A_FILE = Duration.ofSeconds(40);
  private static final Duration FOR_A_REQUEST = Duration.ofSeconds(20);
  private static final Duration NO_LIMIT = Duration.ofHours(1);

  /** So many of the longest; as many as there are would take the test long, each by itself. */
  private static final int LONGEST_ONES = 8;

  private static final int PARAGRAPHS = 200;
  private static final String ALSO =
      "\u00A0\u3000\u200B\u0301ﷺ①㍿\uD842\uDFB7ABC法，。；：！？、“”（）《》一二三1234.%‰";

  @TempDir private Path index;

  /** By what was asked: the milliseconds, and the text they were for. */
  private final Map<String, Slow> slowest = new TreeMap<>();

  private record Slow(long millis, String text) {}

  @Test
  void everyTextIsReadIndexedAndAskedInTime() throws Exception {
    List<String> texts = texts();
    List<Report> reports = new ArrayList<>();
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      for (String text : texts) {
        timed("file", FOR_A_FILE, text, () -> reports.addAll(indexed(text, reports.size(), sink)));
      }
      sink.commit();
    }
    assertThat(reports).hasSizeGreaterThan(LONGEST_ONES);
    try (SearchEngine engine = LuceneEngine.open(index, NO_LIMIT)) {
      Report before = reports.getFirst();
      for (Report report : reports) {
        ask(engine, report, before);
        before = report;
      }
    }
    System.out.println("slowest, in milliseconds: " + slowest);
  }

  private static List<String> texts() throws Exception {
    Set<String> signs = new TreeSet<>();
    for (Pattern pattern : RegularExpressionsTest.patterns().values()) {
      signs.addAll(RegularExpressionsTest.alphabet(pattern));
    }
    ALSO.codePoints().forEach(sign -> signs.add(Character.toString(sign)));
    List<String> alphabet = List.copyOf(signs);
    List<String> texts = new ArrayList<>();
    for (int length : new int[] {10, 1_000}) {
      List<String> short_ = HostileTexts.of(alphabet, length);
      for (int i = 0; i < short_.size(); i += PARAGRAPHS) {
        texts.add(String.join("\n", short_.subList(i, Math.min(short_.size(), i + PARAGRAPHS))));
      }
    }
    List<String> longest = new ArrayList<>(HostileTexts.of(alphabet, 90_000));
    Collections.shuffle(longest, new Random(7));
    texts.addAll(longest.subList(0, LONGEST_ONES));
    for (String sign : List.of("法", "1,", "法1件", "一", "（一）", "“法”", "法。", "1.", "3人村")) {
      texts.add(sign.repeat(90_000 / sign.length()));
    }
    return texts;
  }

  /** The report, or none where it is refused; that is an answer as well. */
  private static List<Report> indexed(String text, int number, LuceneSink sink) {
    String whole =
        "柳湾镇" + (1990 + number) + "年法治政府建设情况报告\n一、主要成效\n" + text + "\n二、存在问题\n" + text + "\n";
    try {
      Report report =
          ReportFactory.fromText(number + ".txt", whole.getBytes(StandardCharsets.UTF_8)).report();
      sink.put(report);
      return List.of(report);
    } catch (RejectedFileException e) {
      return List.of();
    }
  }

  private void ask(SearchEngine engine, Report report, Report before) {
    Paragraph longest =
        Collections.max(
            report.paragraphs(), Comparator.comparingInt(paragraph -> paragraph.text().length()));
    String text = longest.text();
    String literal = Literal.literal(text);
    String start = literal.substring(0, literal.isEmpty() ? 0 : literal.offsetByCodePoints(0, 1));
    if (start.isEmpty()) {
      return;
    }
    Query one = new Query.Phrase(start);
    Query gapped = new Query.Gapped(Collections.nCopies(10, start));
    request("gapped", text, () -> engine.search(SearchRequest.of(gapped, Mode.EXACT, 20)));
    request(
        "near",
        text,
        () ->
            engine.search(
                SearchRequest.of(new Query.Near(List.of(start, "法治"), 9), Mode.EXACT, 20)));
    request(
        "words",
        text,
        () -> engine.search(SearchRequest.of(new Query.Words(shortened(text)), Mode.LOOSE, 20)));
    for (Query query : List.of(one, gapped)) {
      MatchRequest matches = MatchRequest.of(query, Mode.EXACT, Filters.NONE);
      request(
          "figures",
          text,
          () -> new Figures(engine, NO_LIMIT).page(query, false, Filters.NONE, 20, null));
      request(
          "concordance",
          text,
          () ->
              new Concordance(engine, NO_LIMIT)
                  .page(matches, ConcordanceOrder.LEFT, false, 20, null));
      request("highlight", text, () -> engine.highlight(report.id(), query, Mode.EXACT));
    }
    request(
        "similar",
        text,
        () ->
            engine.similar(
                new SimilarRequest(
                    new SimilarRequest.Asked.Paragraph(report.id(), longest.id(), null),
                    Filters.NONE,
                    20,
                    true)));
    request(
        "remedies",
        text,
        () -> new Remedies(engine).of(report, longest, new Range(0, text.length()), 5));
    request("origin", text, () -> engine.origin(report.id(), longest.id()));
    request("compare", text, () -> compared(report, before));
  }

  private static String compared(Report report, Report before) {
    try {
      return Comparer.compare(before, report).whole().toString();
    } catch (Comparer.TooLongException e) {
      return e.reportId();
    }
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(200, text.length()));
  }

  private void request(String name, String text, Callable<?> request) {
    timed(name, FOR_A_REQUEST, text, request);
  }

  private void timed(String name, Duration limit, String text, Callable<?> work) {
    long start = System.nanoTime();
    assertTimeoutPreemptively(
        limit,
        () -> {
          work.call();
        },
        () -> name + " on " + named(text));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    slowest.merge(
        name, new Slow(millis, named(text)), (old, slow) -> slow.millis > old.millis ? slow : old);
  }

  private static String named(String text) {
    return text.length() + " of " + text.substring(0, Math.min(40, text.length()));
  }
}
