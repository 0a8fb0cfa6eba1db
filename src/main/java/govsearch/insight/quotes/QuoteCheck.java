package govsearch.insight.quotes;

import govsearch.engine.Deadline;
import govsearch.engine.Hit;
import govsearch.engine.Match;
import govsearch.engine.SearchEngine;
import govsearch.engine.SearchResult;
import govsearch.engine.SearchTimedOutException;
import govsearch.insight.Effort;
import govsearch.insight.TextChange;
import govsearch.insight.Wording;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.text.Literal;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds the quotations of a text against the collection. */
public final class QuoteCheck {

  /** So many quotations of one text are looked for. */
  public static final int MOST_QUOTATIONS = 200;

  /** The longest text, in UTF-16 units. */
  public static final int LONGEST_TEXT = 100_000;

  /** So much of a quotation is asked for; whether all of it stands there is looked at then. */
  private static final int LONGEST_ASKED = SearchRequest.MAX_QUERY_LENGTH;

  /** What is less alike shares the genre's phrases and no more. */
  private static final double LEAST = 0.6;

  /** So many of the oldest are looked at first; mostly the first of them has it. */
  private static final int LOOK = 10;

  private static final int CANDIDATES = 8;
  private static final String EDGES = "，。、；：！？,.;:!?…—- 　";
  private static final Pattern OMISSION = Pattern.compile("…{1,4}+|\\.{3,6}+|\\[…]|（略）");
  private static final int SHORTEST_PART = 4;

  private final SearchEngine engine;

  public QuoteCheck(SearchEngine engine) {
    this.engine = engine;
  }

  /** The first {@link #MOST_QUOTATIONS} of a text. */
  public CheckedQuotes of(String text) {
    return of(text, 0, MOST_QUOTATIONS);
  }

  /**
   * Quotations of a text with what the collection has of them, in the text's order; fewer than
   * asked for where the time is over.
   *
   * @param text of {@link #LONGEST_TEXT} at the most
   * @param from how many come before them
   * @param most how many at the most
   * @throws SearchTimedOutException if there is no time for a single one
   */
  public CheckedQuotes of(String text, int from, int most) {
    Effort effort = new Effort();
    Claims claims = new Claims(engine);
    List<Quotation> all = Quotation.of(text);
    List<CheckedQuote> checked = new ArrayList<>();
    try {
      for (Quotation quotation : all.stream().skip(from).limit(most).toList()) {
        Deadline.current().check();
        checked.add(check(text, quotation, claims, effort));
      }
    } catch (SearchTimedOutException e) {
      if (checked.isEmpty() || Deadline.current().isCancelled()) {
        throw e;
      }
    }
    return new CheckedQuotes(checked, all.size());
  }

  private CheckedQuote check(String text, Quotation quotation, Claims claims, Effort effort) {
    String quoted = quotation.at().of(text);
    Claims.Claim claim = claims.of(text, quotation);
    List<String> parts = parts(quoted);
    if (!parts.isEmpty()) {
      Query query = query(parts);
      List<CheckedQuote.Found> there = verbatim(query, parts, claim.filters());
      if (!there.isEmpty()) {
        return quote(quotation, quoted, CheckedQuote.Outcome.VERBATIM, claim, there);
      }
      List<CheckedQuote.Found> elsewhere =
          claim.filters().isEmpty() ? List.of() : verbatim(query, parts, Filters.NONE);
      if (!elsewhere.isEmpty()) {
        return quote(quotation, quoted, CheckedQuote.Outcome.ELSEWHERE, claim, elsewhere);
      }
    }
    return nearest(quoted, effort)
        .map(
            found ->
                new CheckedQuote(
                    quotation.at(),
                    quoted,
                    CheckedQuote.Outcome.CHANGED,
                    claim.town(),
                    claim.year(),
                    List.of(found.found()),
                    found.changed()))
        .orElseGet(() -> quote(quotation, quoted, CheckedQuote.Outcome.UNSEEN, claim, List.of()));
  }

  private static CheckedQuote quote(
      Quotation quotation,
      String quoted,
      CheckedQuote.Outcome outcome,
      Claims.Claim claim,
      List<CheckedQuote.Found> found) {
    return new CheckedQuote(
        quotation.at(), quoted, outcome, claim.town(), claim.year(), found, List.of());
  }

  /** What has to stand in a paragraph, in order; none where a part is too short to be sure of. */
  private static List<String> parts(String quoted) {
    List<String> parts = new ArrayList<>();
    for (String part : OMISSION.split(quoted)) {
      String literal = Literal.literal(trimmed(part));
      if (literal.length() >= SHORTEST_PART) {
        parts.add(literal);
      } else if (!literal.isEmpty()) {
        return List.of();
      }
    }
    return parts;
  }

  /** Marks at its ends are the quoting sentence's: “……调解优先”。 and “……调解优先。”. */
  private static String trimmed(String part) {
    int from = 0;
    int to = part.length();
    while (from < to && EDGES.indexOf(part.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && EDGES.indexOf(part.charAt(to - 1)) >= 0) {
      to--;
    }
    return part.substring(from, to);
  }

  private static Query query(List<String> parts) {
    List<Query> phrases = new ArrayList<>();
    int left = LONGEST_ASKED;
    for (String part : parts) {
      if (left >= SHORTEST_PART) {
        String asked = part.substring(0, Math.min(left, part.length()));
        phrases.add(new Query.Phrase(asked));
        left -= asked.length();
      }
    }
    return phrases.size() == 1 ? phrases.getFirst() : new Query.And(phrases);
  }

  /**
   * Where all of it stands. What the engine finds has the parts, but may have them in another
   * order, or go on differently where a quotation is longer than what is asked for: then one after
   * the other is looked at, until there are enough.
   */
  private List<CheckedQuote.Found> verbatim(Query query, List<String> parts, Filters filters) {
    SearchResult result =
        engine.search(new SearchRequest(query, Mode.EXACT, filters, SortOrder.OLDEST, LOOK, null));
    Spans spans = new Spans(parts);
    for (Hit hit : result.hits()) {
      spans.look(hit.report(), hit.paragraph());
    }
    boolean isAll = result.nextCursor() == null && result.total().exact();
    if (!spans.areEnough() && !isAll) {
      spans.lookAtAll(
          engine,
          new MatchRequest(query, Mode.EXACT, filters, SortOrder.OLDEST, Presentation.EVERYTHING));
    }
    return spans.found();
  }

  /**
   * What a quotation is like.
   *
   * @param changed in the quotation, what the paragraph has not
   */
  private record Nearest(CheckedQuote.Found found, List<Range> changed) {}

  private Optional<Nearest> nearest(String quoted, Effort effort) {
    Match best = null;
    Wording wording = null;
    for (Match match : engine.wordedLike(quoted, CANDIDATES)) {
      @Nullable Wording one =
          Wording.nearest(quoted, match.paragraph().text(), effort).orElse(null);
      if (one != null
          && one.likeness() >= LEAST
          && (wording == null || one.likeness() > wording.likeness())) {
        best = match;
        wording = one;
      }
    }
    if (best == null || wording == null) {
      return Optional.empty();
    }
    String theirs = wording.at().of(best.paragraph().text());
    TextChange change = TextChange.between(theirs, quoted, effort);
    int start = wording.at().start();
    List<Range> changed = change.a().stream().map(range -> range.shifted(start)).toList();
    return Optional.of(
        new Nearest(
            new CheckedQuote.Found(best.report(), best.paragraph(), wording.at(), changed),
            change.b()));
  }
}
