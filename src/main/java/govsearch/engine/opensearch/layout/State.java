package govsearch.engine.opensearch.layout;

import govsearch.report.ContentHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is committed: one document, whose writing is the commit. Everything of a report carries the
 * generation from which it is shown and the version that it is of; whoever searches leaves out what
 * is of a later generation than this one, and the versions that are dead. So a report is replaced
 * whole or not at all, and all of a commit at once, on however many shards it stands.
 *
 * @param format of the documents
 * @param analysis by which texts were cut
 * @param generation grows with every commit, also over rebuilds
 * @param clean whether nothing is there but what is shown: then nobody need leave anything out
 * @param dead versions that were replaced or removed, as long as they are still there
 * @param hashHigh first half of the sum of the reports' hashes
 * @param hashLow its second half
 * @param thesaurus a person's own, by which concepts were found; may be empty
 * @param begun until when it was filled for the first time; null where that was not written
 */
public record State(
    String format,
    String analysis,
    long generation,
    boolean clean,
    List<String> dead,
    long reports,
    long paragraphs,
    long hashHigh,
    long hashLow,
    String thesaurus,
    @Nullable Long begun) {
  /** Raise when documents change. */
  public static final String FORMAT = "5";

  public State {
    dead = List.copyOf(dead);
  }

  /** The same collection, for as long as something is written that is not shown yet. */
  public State withClean(boolean isClean, List<String> stillThere) {
    return new State(
        format,
        analysis,
        generation,
        isClean,
        stillThere,
        reports,
        paragraphs,
        hashHigh,
        hashLow,
        thesaurus,
        begun);
  }

  /** The same collection, filled for the first time by then. */
  public State begunBy(long time) {
    return new State(
        format,
        analysis,
        generation,
        clean,
        dead,
        reports,
        paragraphs,
        hashHigh,
        hashLow,
        thesaurus,
        time);
  }

  /** The sum of the reports' hashes. */
  public ContentHash hash() {
    return new ContentHash(hashHigh, hashLow);
  }
}
