package govsearch.engine;

import govsearch.query.SimilarRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what says the same, or something similar. One of the ports of a {@link SearchEngine}. */
public interface Likeness {

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
}
