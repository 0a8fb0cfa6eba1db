package govsearch.http;

import govsearch.engine.NearText;
import govsearch.engine.NotAnsweredException;
import govsearch.engine.SearchEngine;
import govsearch.engine.SearchResult;
import govsearch.engine.SearchTimedOutException;
import govsearch.insight.PlainReading;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.ParsedQuery;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.Understood;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proposes other searches where one found nothing: phrases where nothing was found literally, and
 * what to leave out where nothing was found at all. Each proposal is searched for before it is
 * made.
 */
public final class DidYouMean {

  private static final int MOST_PHRASES = 5;
  private static final int MOST_PARTS = 4;
  private static final int MOST_WITHOUT = 12;

  private final SearchEngine engine;
  private final PlainReading reading;

  /** Proposals from an engine, for queries as they are read in its collection. */
  public DidYouMean(SearchEngine engine, PlainReading reading) {
    this.engine = engine;
    this.reading = reading;
  }

  /** Proposals for a first page; null where there is no need or nothing better. */
  public @Nullable Instead of(
      String typed, ParsedQuery parsed, SearchRequest request, SearchResult result) {
    if (result.literalTotal() > 0 || !result.total().exact() || request.cursor() != null) {
      return null;
    }
    List<Instead.Phrase> phrases = phrases(typed, parsed, request);
    List<Instead.Without> without =
        found(request, result) == 0 ? without(typed, parsed, request) : List.of();
    return phrases.isEmpty() && without.isEmpty() ? null : new Instead(phrases, without);
  }

  private List<Instead.Phrase> phrases(String typed, ParsedQuery parsed, SearchRequest request) {
    List<Instead.Phrase> phrases = new ArrayList<>();
    boolean isMissing = parsed.understood().size() == 1 && isOfAll(request);
    for (Understood part : first(parsed.understood(), MOST_PARTS)) {
      if (part.verbatim() != null) {
        continue; // it is there: a place, or a phrase that was spelt
      }
      String as = typed.substring(part.start(), part.end());
      Query query = reading.read(as, Mode.EXACT).query();
      String text =
          switch (query) {
            case Query.Words words -> words.text();
            case Query.Phrase phrase -> phrase.text();
            default -> "";
          };
      boolean quoted = query instanceof Query.Phrase;
      for (NearText near : text.isEmpty() ? List.<NearText>of() : nearest(text, isMissing)) {
        String there = quoted ? "“" + near.text() + "”" : near.text();
        String whole = typed.substring(0, part.start()) + there + typed.substring(part.end());
        if (phrases.size() < MOST_PHRASES && isPhrase(near.text())) {
          Query better = reading.read(whole, request.mode()).query();
          SearchResult.Total count = count(near, better, request);
          if (count.value() > 0) {
            phrases.add(new Instead.Phrase(near.text(), whole, count.value(), count.exact()));
          }
        }
      }
    }
    return phrases;
  }

  /** Of !普法 the nearest is what it is without the sign, if that is there; then nothing else. */
  private List<NearText> nearest(String text, boolean isMissing) {
    List<NearText> near = engine.nearest(text, isMissing, MOST_PHRASES);
    String literal = Literal.literal(text);
    return near.stream()
        .filter(
            one ->
                isPhrase(one.text()) && !isPhrase(literal) && one.text().equals(letters(literal)))
        .findFirst()
        .map(List::of)
        .orElse(near);
  }

  private static String letters(String literal) {
    return literal
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** What has punctuation in it is cut out of a sentence; nobody meant that. */
  private static boolean isPhrase(String near) {
    return near.codePoints().allMatch(Character::isLetterOrDigit);
  }

  private List<Instead.Without> without(String typed, ParsedQuery parsed, SearchRequest request) {
    List<Instead.Without> without = new ArrayList<>();
    for (Leaving leaving : first(leavings(request.filters()), MOST_WITHOUT)) {
      long count = count(typed, request, leaving.rest(), request.presentation());
      without.add(
          new Instead.Without(
              "filter", leaving.field().code(), leaving.values(), null, typed, count));
    }
    if (request.presentation().substanceOnly()) {
      Presentation all = new Presentation(request.presentation().fold(), false);
      long count = count(typed, request, request.filters(), all);
      without.add(new Instead.Without("substance", null, List.of(), null, typed, count));
    }
    if (parsed.understood().size() > 1) {
      for (Understood part : first(parsed.understood(), MOST_WITHOUT)) {
        String rest = (typed.substring(0, part.start()) + typed.substring(part.end())).strip();
        long count = count(rest, request, request.filters(), request.presentation());
        without.add(new Instead.Without("part", null, List.of(), part.label(), rest, count));
      }
    }
    without.removeIf(one -> one.count() == 0);
    without.sort(Comparator.comparingLong(Instead.Without::count).reversed());
    return without;
  }

  /** Filters without the included values of a field, or without one excluded value. */
  private record Leaving(FacetField field, List<String> values, Filters rest) {}

  private static List<Leaving> leavings(Filters filters) {
    List<Leaving> leavings = new ArrayList<>();
    for (FacetField field : FacetField.values()) {
      List<String> included = filters.on(field).included().stream().sorted().toList();
      if (!included.isEmpty()) {
        leavings.add(new Leaving(field, included, rest(filters, field, included)));
      }
      for (String excluded : filters.on(field).excluded().stream().sorted().toList()) {
        List<String> value = List.of("-" + excluded);
        leavings.add(new Leaving(field, value, rest(filters, field, value)));
      }
    }
    return leavings;
  }

  private static Filters rest(Filters filters, FacetField without, List<String> values) {
    Map<FacetField, List<String>> rest = new EnumMap<>(FacetField.class);
    for (FacetField field : FacetField.values()) {
      List<String> kept = new ArrayList<>(filters.on(field).included());
      filters.on(field).excluded().forEach(value -> kept.add("-" + value));
      if (field == without) {
        kept.removeAll(values);
      }
      rest.put(field, kept);
    }
    return Filters.of(rest).since(filters.since());
  }

  /**
   * How many hits a query has with a near text in it; 0 where none has all of it literally, but for
   * the places that it names. Of one that asks for nothing else that is known already; where the
   * text has not been counted to the end, neither is the query.
   */
  private SearchResult.Total count(NearText near, Query query, SearchRequest request) {
    boolean isAll = isOfAll(request);
    boolean isLiteral =
        query.equals(new Query.Phrase(near.text()))
            || (request.mode() == Mode.EXACT && query.equals(new Query.Words(near.text())));
    boolean isAtLeast = isAll && query.equals(new Query.Words(near.text()));
    if ((isAll && isLiteral) || (isAtLeast && !near.exact())) {
      return new SearchResult.Total(near.paragraphs(), near.exact());
    }
    boolean isThere =
        isAtLeast || count(query, Mode.EXACT, request.filters(), request.presentation()) > 0;
    return new SearchResult.Total(
        isThere ? count(query, request.mode(), request.filters(), request.presentation()) : 0,
        true);
  }

  private static boolean isOfAll(SearchRequest request) {
    return request.filters().isEmpty() && !request.presentation().substanceOnly();
  }

  private long count(
      String typed, SearchRequest request, Filters filters, Presentation presentation) {
    return count(
        reading.read(typed, request.mode()).query(), request.mode(), filters, presentation);
  }

  /** How many hits in a mode, without any page or facet; 0 if that takes too long. */
  private long count(Query query, Mode mode, Filters filters, Presentation presentation) {
    Presentation unfolded = new Presentation(false, presentation.substanceOnly());
    try {
      return engine.summary(new MatchRequest(query, mode, filters, null, unfolded)).paragraphs();
    } catch (SearchTimedOutException | NotAnsweredException e) {
      return 0; // not proposed, as it could not be told what it finds
    }
  }

  /** How many hits as strict as was asked for; a search that gave up words found none of them. */
  private static long found(SearchRequest request, SearchResult result) {
    return result.total().exact() && result.mode() == request.mode() ? result.total().value() : 0;
  }

  private static <T> List<T> first(List<T> list, int most) {
    return list.subList(0, Math.min(most, list.size()));
  }
}
