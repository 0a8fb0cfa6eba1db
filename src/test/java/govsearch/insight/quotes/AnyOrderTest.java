package govsearch.insight.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.SearchEngine;
import govsearch.engine.SearchTimedOutException;
import govsearch.insight.Indexed;
import govsearch.insight.quotes.CheckedQuote.Outcome;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotations of which many older paragraphs have the parts, but not as they are quoted. */
class AnyOrderTest {

  private static final String BEGINNING = "逐月逐季对账销号整改到位".repeat(90);
  private static final int FIRST_YEAR = 2001;
  private static final int OTHERS = 12;

  @TempDir private static Path folder;
  private static Indexed collection;

  @BeforeAll
  static void index() {
    Path reports = folder.resolve("reports");
    for (int i = 0; i < OTHERS; i++) {
      String year = FIRST_YEAR + i + "年";
      write(reports, year, "推进田间普法，然后加强院坝说事。\n" + BEGINNING + "不了了之。");
    }
    write(reports, "2024年", "加强院坝说事，然后推进田间普法。\n" + BEGINNING + "善始善终。");
    collection = Indexed.folder(reports, folder.resolve("index"));
  }

  private static void write(Path reports, String year, String text) {
    Indexed.write(reports, year + ".txt", "临溪县乌有镇", year, text);
  }

  @AfterAll
  static void close() {
    collection.close();
  }

  private static CheckedQuote only(String text) {
    List<CheckedQuote> quotes = new QuoteCheck(collection.engine()).of(text).quotes();
    assertThat(quotes).hasSize(1);
    return quotes.getFirst();
  }

  private static List<Integer> years(CheckedQuote quote) {
    return quote.found().stream().map(found -> found.report().year()).toList();
  }

  @Test
  void partsInTheirOrderAreFoundBehindThoseInAnother() {
    CheckedQuote quote = only("“加强院坝说事……推进田间普法”");
    assertThat(quote.outcome()).isEqualTo(Outcome.VERBATIM);
    assertThat(years(quote)).containsExactly(2024);
    CheckedQuote other = only("“推进田间普法……加强院坝说事”");
    assertThat(other.outcome()).isEqualTo(Outcome.VERBATIM);
    assertThat(years(other)).containsExactly(2001, 2002, 2003, 2004, 2005);
  }

  @Test
  void whatThereIsNoTimeForIsNotChecked() {
    SearchEngine slow = refusing(collection.engine(), "夜校识字");
    String text = "“加强院坝说事”“推进田间普法”“夜校识字百日行动”“推进田间普法”";
    CheckedQuotes checked = new QuoteCheck(slow).of(text);
    assertThat(checked.quotes()).hasSize(2);
    assertThat(checked.total()).isEqualTo(4);
    assertThatThrownBy(() -> new QuoteCheck(slow).of(text, 2, 2))
        .isInstanceOf(SearchTimedOutException.class);
  }

  /** An engine that has no time for one phrase. */
  private static SearchEngine refusing(SearchEngine engine, String phrase) {
    return (SearchEngine)
        Proxy.newProxyInstance(
            SearchEngine.class.getClassLoader(),
            new Class<?>[] {SearchEngine.class},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments[0].toString().contains(phrase)) {
                throw new SearchTimedOutException();
              }
              return method.invoke(engine, arguments);
            });
  }

  @Test
  void whatIsLongerThanAQueryIsFoundBehindWhatEndsDifferently() {
    CheckedQuote quote = only("“" + BEGINNING + "善始善终”");
    assertThat(quote.outcome()).isEqualTo(Outcome.VERBATIM);
    assertThat(years(quote)).containsExactly(2024);
    assertThat(only("“" + BEGINNING + "半途而废”").outcome()).isEqualTo(Outcome.CHANGED);
  }
}
