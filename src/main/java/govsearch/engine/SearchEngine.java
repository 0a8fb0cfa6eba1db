package govsearch.engine;

import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SimilarRequest;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.text.Range;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a collection. Safe for use by many threads. Sees what was committed, whole reports only.
 * Nothing is looked for longer than the current {@link Deadline} allows.
 *
 * <p>A cursor that this engine did not give, or gave for another request, is refused with {@link
 * InvalidCursorException}.
 */
public interface SearchEngine extends AutoCloseable {

  /** Finds paragraphs, with their counts by facet. */
  SearchResult search(SearchRequest request);

  /**
   * Shows every match to a visitor, in order, all of one state of the collection. Memory grows by
   * some bytes a match, not by the matches themselves.
   *
   * @return how many there were
   * @throws SearchTimedOutException if they were not all found within a search's time limit; then
   *     none is shown; or if the {@link Deadline} comes while they are shown
   */
  long visit(MatchRequest request, MatchVisitor visitor);

  /**
   * Shows the text of every match, the matches of a report in a row; the request's order does not
   * matter. For what is counted in texts: costs little more than reading them.
   *
   * @return how many there were
   * @throws SearchTimedOutException as {@link #visit}
   */
  default long passages(MatchRequest request, PassageVisitor visitor) {
    return passages(request, Long.MAX_VALUE, visitor).matching();
  }

  /**
   * As {@link #passages(MatchRequest, PassageVisitor)}; where more match than are wanted, those of
   * some of the reports, chosen by nothing that they say, and the same ones for as long as neither
   * request nor collection changes.
   *
   * @param most about how many are wanted at the most
   */
  PassageCount passages(MatchRequest request, long most, PassageVisitor visitor);

  /**
   * The reports in which a request matches, page by page; the request's own order does not matter.
   * Text is read of those of the page alone.
   *
   * @param size how many reports at the most
   * @param cursor where the page before ended, or null
   * @throws SearchTimedOutException if not all was found within a search's time limit
   */
  MatchingReportPage matchingReports(
      MatchRequest request, MatchingReportOrder order, int size, @Nullable String cursor);

  /**
   * How far what matches is spread; the request's order does not matter.
   *
   * @throws SearchTimedOutException if it was not all found within a search's time limit
   */
  MatchSummary summary(MatchRequest request);

  /**
   * Counts reports, and what they say, all of one state of the collection; the orders of what is
   * matched do not matter.
   *
   * @param reader is shown the counts, once; what it gives is given back
   * @throws SearchTimedOutException if not all was found within a search's time limit
   */
  <T> T countBy(List<CountRequest> requests, Grouping grouping, Function<GroupedCounts, T> reader);

  /**
   * Lists reports newest first, those of a year by town and id.
   *
   * @param size how many at the most
   * @param cursor where the page before ended, or null
   */
  default ReportPage reports(Filters filters, int size, @Nullable String cursor) {
    return reports(filters, false, size, cursor);
  }

  /**
   * As {@link #reports(Filters, int, String)}.
   *
   * @param ambiguousOnly leaves those of which it is not known which of several places they are of
   */
  ReportPage reports(Filters filters, boolean ambiguousOnly, int size, @Nullable String cursor);

  /** One report whole; empty if there is none of that id. */
  Optional<Report> report(String reportId);

  /** Since when the collection has a report; empty if there is none, or that is not known. */
  Optional<Seen> seen(String reportId);

  /** The texts that a report had before the one that it has, latest first. */
  List<Revision> revisions(String reportId);

  /**
   * Where a query matches in one report, in the report's order; empty if there is no such report.
   *
   * @param mode how strictly unquoted text is meant
   */
  List<ParagraphRanges> highlight(String reportId, Query query, Mode mode);

  /**
   * The paragraphs that say the same as one, itself included, oldest first; empty if there is no
   * such paragraph.
   *
   * @param cursor where the page before ended, or null
   */
  Optional<HitPage> nearIdentical(
      String reportId, String paragraphId, int size, @Nullable String cursor);

  /** Where a paragraph's sentences come from; empty if there is no such paragraph. */
  Optional<Origin> origin(String reportId, String paragraphId);

  /**
   * In which reports sentences stand that need be in none, one answer for each, in their order.
   *
   * @param fingerprints of {@link govsearch.text.Fingerprints}
   * @param most how many reports of one sentence are named at the most
   * @throws SearchTimedOutException if not all was found within a search's time limit
   */
  List<SentenceReports> sentences(List<Long> fingerprints, int most);

  /**
   * Paragraphs that have most of a text's wording in common with it, those first that share what is
   * rarest; for whoever then compares them character by character. Where nothing in the collection
   * shares several characters in a row, none.
   *
   * @param text one sentence or some; characters that are to play no part are left out of it and
   *     leave white space
   * @param most how many at the most
   */
  List<Match> wordedLike(String text, int most);

  /**
   * Statements that say something similar, also in other words: best first, at most one a town,
   * none of the asking report's own town. Empty if there is no such paragraph or statement.
   */
  Optional<SimilarResult> similar(SimilarRequest request);

  /**
   * What somebody who is typing may mean, best first: names of places, headings, and phrases that
   * reports share.
   *
   * @param typed characters, pinyin in full or initials, or both
   * @param kinds which are wanted
   * @param size how many at the most
   */
  List<Suggestion> suggest(String typed, Set<Suggestion.Kind> kinds, int size);

  /**
   * Texts that the collection has and somebody may have meant who typed one that it has not: read
   * alike, or different by one character wrong, missing, too many, or two that changed places.
   * Those read alike come first, then the most frequent. For pinyin, the phrases that it spells.
   *
   * @param text of any length; of a long one nothing is known
   * @param most how many at the most
   */
  List<String> nearest(String text, int most);

  /** Where a text's words stand in it, ascending, as this engine cuts texts into words. */
  List<Range> words(String text);

  /**
   * In how many reports words stand, as this engine cuts them: each report counts once, however
   * often it says one. Left out are sentences that several reports share, words without content,
   * figures, and the report's own place names.
   *
   * @throws SearchTimedOutException as {@link #visit}
   */
  WordCounts wordCounts(WordRequest request);

  /** What else the collection's concepts call a text; nothing where it names none of them. */
  List<String> otherNames(String text);

  /**
   * Whether there is a report of this very place or year.
   *
   * @param field of a place, or the year
   * @param value its whole name, or four figures
   */
  boolean has(Query.Field field, String value);

  /**
   * Shows the heads of all reports, by id, all of one state of the collection.
   *
   * @return how many there were
   * @throws SearchTimedOutException if the {@link Deadline} comes meanwhile
   */
  long everyReport(Consumer<ReportHead> each);

  /**
   * What tells this collection from any other: sixteen hexadecimal digits that follow from the ids,
   * the metadata and the text of its reports and from nothing else, so that two collections of the
   * same reports have the same, whenever and in whatever order they were indexed.
   *
   * @return empty where reports are there that an earlier program has put
   */
  Optional<String> edition();

  /** How many reports and paragraphs are there. */
  CollectionSize size();

  /** Makes what was committed since visible; engines also do so by themselves, soon. */
  void refresh();

  @Override
  void close();
}
