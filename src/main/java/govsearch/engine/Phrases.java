package govsearch.engine;

import java.util.List;
import java.util.Set;

/** Knows the phrases that a collection uses. One of the ports of a {@link SearchEngine}. */
public interface Phrases {

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
   * Each comes with how many paragraphs contain it, as far as {@link NearText#MOST_COUNTED}, so
   * that nobody has to ask for that again. For a text of letters and digits alone all are such.
   *
   * <p>What is looked at for it is bounded: phrases that reports share are found in a collection of
   * any size, and what is met often where the parts stand that the slip has left; what is rare
   * beside these may not be.
   *
   * @param text of any length; of a long one nothing is known
   * @param isMissing whether it is known that no paragraph has the text itself; else that is looked
   *     for, and nothing found where one has
   * @param most how many at the most
   */
  List<NearText> nearest(String text, boolean isMissing, int most);
}
