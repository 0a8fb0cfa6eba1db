package govsearch.engine;

import java.util.List;

/**
 * In how many reports words stand, in sentences that are no formula.
 *
 * @param passages how many paragraphs match, and how many of them were read
 * @param reports how many reports have a sentence that was counted
 * @param characters how long these sentences are together
 * @param words what stands in at least as many reports as was asked for, in no particular order
 * @param complete false where there were more different words than are counted: those that came
 *     last are missing then
 */
public record WordCounts(
    PassageCount passages, int reports, long characters, List<WordCount> words, boolean complete) {
  public WordCounts {
    words = List.copyOf(words);
  }
}
