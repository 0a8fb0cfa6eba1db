package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Report;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random substrings of the reports against a plain scan: what grep would find is found, with its
 * spans, and nothing else is; folded and not, typed in Simplified and in Traditional characters.
 */
public abstract class SubstringContract extends EngineContract {

  private static final int LONGEST = 12;

  /** {@code -Dgovsearch.substrings=5000} looks at more. */
  private static final int COUNT = Integer.getInteger("govsearch.substrings", 1_000);

  private static final Transliterator TO_TRADITIONAL =
      Transliterator.getInstance("Simplified-Traditional");
  private static final Transliterator TO_SIMPLIFIED =
      Transliterator.getInstance("Traditional-Simplified");

  private final List<Line> lines = new ArrayList<>();

  /** A paragraph, what it contains, and what it folds with. */
  private record Line(String key, String text, LiteralSpans spans, long fingerprint) {}

  /** A substring as it was drawn, and what must be found for it. */
  private record Drawn(String phrase, String traditional, String literal) {}

  @Test
  void findsRandomSubstringsOfTheSamples() {
    findsRandomSubstrings(SampleReports.read(SampleReports.FOLDER), COUNT, 20_261_121);
  }

  /** Draws as many different substrings and finds each in every way that people may ask. */
  protected void findsRandomSubstrings(List<Report> reports, int count, long seed) {
    index(reports);
    List<Drawn> drawn = draw(count, new Random(seed));
    assertThat(drawn).filteredOn(one -> !one.traditional().equals(one.phrase())).isNotEmpty();
    drawn.parallelStream().forEach(this::finds);
  }

  @Override
  protected void index(List<Report> reports) {
    super.index(reports);
    for (Report report : reports) {
      Fingerprints fingerprints = new Fingerprints(report.head().placeNames());
      report
          .paragraphs()
          .forEach(
              paragraph ->
                  lines.add(
                      new Line(
                          report.head().id() + "." + paragraph.id(),
                          paragraph.text(),
                          new LiteralSpans(paragraph.text()),
                          fingerprints.paragraph(paragraph.text()))));
    }
  }

  private List<Drawn> draw(int count, Random random) {
    Map<String, Drawn> byLiteral = new LinkedHashMap<>();
    while (byLiteral.size() < count) {
      String text = lines.get(random.nextInt(lines.size())).text();
      int length = Math.min(text.length(), 1 + random.nextInt(LONGEST));
      int start = random.nextInt(text.length() - length + 1);
      String phrase = text.substring(start, start + length);
      String literal = Literal.literal(phrase);
      if (!literal.isEmpty()) {
        byLiteral.put(literal, new Drawn(phrase, traditional(phrase), literal));
      }
    }
    return List.copyOf(byLiteral.values());
  }

  /**
   * As it is typed in Traditional characters. A character that does not come back is left as it is:
   * ICU gives 沈 for 沉, which is not how 下沉 is written.
   */
  private static String traditional(String phrase) {
    StringBuilder out = new StringBuilder();
    phrase
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(
            c -> {
              String other = TO_TRADITIONAL.transliterate(c);
              out.append(TO_SIMPLIFIED.transliterate(other).equals(c) ? other : c);
            });
    return out.toString();
  }

  private void finds(Drawn drawn) {
    Map<String, List<Range>> expected = new HashMap<>();
    Map<String, Long> folds = new HashMap<>();
    for (Line line : lines) {
      if (line.spans().contains(drawn.literal())) {
        expected.put(line.key(), line.spans().of(drawn.literal()));
        folds.put(line.key(), line.fingerprint());
      }
    }
    Set<Long> different = new HashSet<>(folds.values());
    for (String typed : new HashSet<>(List.of(drawn.phrase(), drawn.traditional()))) {
      Map<String, List<Range>> flat = find(typed, false, expected.size(), expected.size());
      assertThat(flat).as(typed).isEqualTo(expected);

      Map<String, List<Range>> folded = find(typed, true, expected.size(), different.size());
      assertThat(expected.entrySet()).as("folded: %s", typed).containsAll(folded.entrySet());
      assertThat(folded.keySet().stream().map(folds::get))
          .as("one for each fold: %s", typed)
          .containsExactlyInAnyOrderElementsOf(different);
    }
  }

  /** Every hit of all pages. */
  private Map<String, List<Range>> find(String typed, boolean fold, int total, int shown) {
    Map<String, List<Range>> found = new HashMap<>();
    String cursor = null;
    do {
      SearchResult page =
          engine.search(
              new SearchRequest(
                  new Query.Phrase(typed),
                  Mode.EXACT,
                  Filters.NONE,
                  SortOrder.OLDEST,
                  SearchRequest.MAX_SIZE,
                  cursor,
                  new Presentation(fold, false)));
      for (Hit hit : page.hits()) {
        String key = hit.report().id() + "." + hit.paragraph().id();
        assertThat(found.put(key, hit.ranges())).as("%s again: %s", key, typed).isNull();
      }
      assertThat(page.total()).as(typed).isEqualTo(new SearchResult.Total(total, true));
      assertThat(page.literalTotal()).as(typed).isEqualTo(total);
      assertThat(page.foldedTotal()).as(typed).isEqualTo(shown);
      cursor = page.nextCursor();
    } while (cursor != null);
    return found;
  }
}
