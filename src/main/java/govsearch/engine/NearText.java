package govsearch.engine;

/**
 * A text that a collection has and somebody may have meant who typed another.
 *
 * @param text in its literal form
 * @param paragraphs how many contain it
 */
public record NearText(String text, long paragraphs) {}
