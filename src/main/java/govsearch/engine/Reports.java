package govsearch.engine;

import govsearch.query.Filters;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads reports, one or all, and tells what there is. One of the ports of a {@link SearchEngine}.
 */
public interface Reports {

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

  /**
   * Until when the collection was filled for the first time, in seconds since 1970: what has been
   * there since then or before is where it begins, and nothing new. {@link Long#MAX_VALUE} for as
   * long as that goes on; 0 where it is not known.
   */
  long begun();

  /** The texts that a report had before the one that it has, latest first. */
  List<Revision> revisions(String reportId);

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
}
