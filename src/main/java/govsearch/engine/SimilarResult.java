package govsearch.engine;

import govsearch.text.Range;
import java.util.List;

/**
 * Similar statements.
 *
 * @param text what was asked for
 * @param concepts what it says, by the thesaurus
 * @param hits best first, at most one a town
 * @param complete whether all were looked at within a search's time limit
 * @param learnt how far a learnt model took part
 */
public record SimilarResult(
    String text, List<Said> concepts, List<SimilarHit> hits, boolean complete, Learnt learnt) {

  public SimilarResult {
    concepts = List.copyOf(concepts);
    hits = List.copyOf(hits);
  }

  /**
   * A concept of what was asked for.
   *
   * @param ranges in {@link #text}; none where a heading above says it
   */
  public record Said(String concept, String wording, List<Range> ranges) {}
}
