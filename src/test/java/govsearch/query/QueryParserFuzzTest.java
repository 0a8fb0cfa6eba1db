package govsearch.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import govsearch.report.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What holds of every query, whatever is typed. Runs over the regression corpus in every build;
 * with {@code JAZZER_FUZZ=1} it searches for new inputs, and leaves the failing one in the corpus.
 */
class QueryParserFuzzTest {

  private static final int LONGEST = 1_000;

  private final QueryParser parser = new QueryParser(name -> Section.of(name).map(Section::code));

  /** The corpus' files are queries in UTF-8, as typed. */
  @FuzzTest(maxDuration = "2m")
  void everythingTypedHasAReading(byte[] bytes) {
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    String typed = decoded.substring(0, Math.min(LONGEST, decoded.length()));

    ParsedQuery parsed = parser.parse(typed);

    liesWithin(parsed, typed);
    saysNoSlipTooOften(parsed);
    readsFullWidthSignsAlike(parsed, typed);
    readsTheRestAlikeWithoutAPart(parsed, typed);
  }

  private static void liesWithin(ParsedQuery parsed, String typed) {
    int behind = 0;
    for (Understood part : parsed.understood()) {
      assertThat(part.start()).isGreaterThanOrEqualTo(behind);
      assertThat(part.end()).isGreaterThan(part.start()).isLessThanOrEqualTo(typed.length());
      behind = part.end();
    }
    for (Notice notice : parsed.notices()) {
      assertThat(notice.start()).isBetween(0, typed.length());
      assertThat(notice.end()).isBetween(notice.start(), typed.length());
    }
  }

  private static void saysNoSlipTooOften(ParsedQuery parsed) {
    parsed.notices().stream()
        .collect(Collectors.groupingBy(Notice::code, Collectors.counting()))
        .forEach((code, times) -> assertThat(times).as(code).isLessThanOrEqualTo(3));
  }

  private void readsFullWidthSignsAlike(ParsedQuery parsed, String typed) {
    StringBuilder wide = new StringBuilder(typed.length());
    typed
        .chars()
        .forEach(c -> wide.append(c > ' ' && c <= '~' ? (char) (c - '!' + '！') : (char) c));
    assertThat(literal(parser.parse(wide.toString()).query())).isEqualTo(literal(parsed.query()));
  }

  private static String literal(Query query) {
    return govsearch.text.Literal.literal(QueryText.of(query));
  }

  /** People take parts out one by one; what stays must mean what it meant. */
  private void readsTheRestAlikeWithoutAPart(ParsedQuery parsed, String typed) {
    List<Understood> parts = parsed.understood();
    for (int i = 0; i < Math.min(parts.size(), 20); i++) {
      Understood part = parts.get(i);
      String rest = typed.substring(0, part.start()) + " " + typed.substring(part.end());
      List<String> expected = new ArrayList<>(parts.stream().map(Understood::label).toList());
      expected.remove(i);
      assertThat(parser.parse(rest).understood().stream().map(Understood::label).toList())
          .as("without %s", part.label())
          .isEqualTo(expected);
    }
  }
}
