package govsearch.http;

import govsearch.insight.quotes.CheckedQuote;
import govsearch.insight.quotes.CheckedQuotes;
import govsearch.text.Range;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checked quotations as JSON; the command line shows the same.
 *
 * @param outcomes how many of each
 * @param total how many quotations the text has
 * @param checked how many of them were checked, the first ones
 */
public record QuotesView(
    List<QuoteView> quotes, Map<String, Long> outcomes, int total, int checked, long tookMillis) {

  /** A quotation; {@code changed} is in what is quoted. */
  public record QuoteView(
      int start,
      int end,
      String quoted,
      String outcome,
      @Nullable String claimedTown,
      @Nullable Integer claimedYear,
      List<Range> changed,
      List<FoundView> found) {

    static QuoteView of(CheckedQuote quote) {
      return new QuoteView(
          quote.at().start(),
          quote.at().end(),
          quote.quoted(),
          quote.outcome().code(),
          quote.town(),
          quote.year(),
          quote.changed(),
          quote.found().stream().map(FoundView::of).toList());
    }
  }

  /** Where it stands, or what is nearest; {@code changed} is in this text. */
  public record FoundView(
      SelfCheckView.SourceReport report,
      String paragraphId,
      int ordinal,
      String text,
      List<Range> changed) {

    static FoundView of(CheckedQuote.Found found) {
      int start = found.at().start();
      return new FoundView(
          SelfCheckView.SourceReport.of(found.report()),
          found.paragraph().id(),
          found.paragraph().ordinal(),
          found.at().of(found.paragraph().text()),
          found.changed().stream().map(range -> range.shifted(-start)).toList());
    }
  }

  /** The view of some. */
  public static QuotesView of(CheckedQuotes checked, long tookMillis) {
    List<CheckedQuote> quotes = checked.quotes();
    Map<String, Long> outcomes = new TreeMap<>();
    for (CheckedQuote.Outcome outcome : CheckedQuote.Outcome.values()) {
      outcomes.put(
          outcome.code(), quotes.stream().filter(quote -> quote.outcome() == outcome).count());
    }
    return new QuotesView(
        quotes.stream().map(QuoteView::of).toList(),
        outcomes,
        checked.total(),
        quotes.size(),
        tookMillis);
  }
}
