package govsearch.engine;

/**
 * A text that a collection has and somebody may have meant who typed another.
 *
 * @param text in its literal form
 * @param paragraphs how many contain it; of those in many, how many have been counted
 * @param exact whether these are all
 */
public record NearText(String text, long paragraphs, boolean exact) {

  /** Nobody who looks for what he meant needs to know of more. */
  public static final int MOST_COUNTED = 500;
}
