package govsearch.engine;

/**
 * How many passages there were.
 *
 * @param matching how many paragraphs match
 * @param shown how many of them were shown; fewer where only some were wanted
 */
public record PassageCount(long matching, long shown) {

  /** Whether all were shown. */
  public boolean isWhole() {
    return shown == matching;
  }
}
