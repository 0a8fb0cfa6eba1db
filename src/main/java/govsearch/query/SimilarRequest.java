package govsearch.query;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of similar statements, validated.
 *
 * @param filters of the statements; those of a problem's section unless a section is chosen
 * @param size how many at the most, 1 to {@link SearchRequest#MAX_SIZE}
 * @param thesaurus whether other wordings of a concept count
 */
public record SimilarRequest(Asked asked, Filters filters, int size, boolean thesaurus) {

  /** The longest text, in UTF-16 units. */
  public static final int MAX_TEXT_LENGTH = 20_000;

  public SimilarRequest {
    if (size < 1 || size > SearchRequest.MAX_SIZE) {
      throw new IllegalArgumentException("size out of 1.." + SearchRequest.MAX_SIZE + ": " + size);
    }
  }

  /** To what others are to be similar. */
  public sealed interface Asked {

    /**
     * A text that somebody wrote.
     *
     * @param text at most {@link #MAX_TEXT_LENGTH} long
     */
    record Text(String text) implements Asked {}

    /**
     * A paragraph of the collection; its town is left out.
     *
     * @param statement which of its statements, from 1; null for the whole
     */
    record Paragraph(String reportId, String paragraphId, @Nullable Integer statement)
        implements Asked {}
  }
}
