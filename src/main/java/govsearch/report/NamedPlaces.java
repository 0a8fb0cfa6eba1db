package govsearch.report;

import govsearch.text.Range;
import java.util.List;
import java.util.function.BiPredicate;

/** Finds the names of places in texts, with what is known of the divisions of the country. */
public interface NamedPlaces {

  /** What kind of place a name is of. */
  enum Level {
    PROVINCE,
    CITY,
    COUNTY,
    TOWN
  }

  /**
   * A name that a text mentions.
   *
   * @param at in the text
   * @param level the outermost that the name may be of
   * @param where up to three of the regions that have a place of the name, outermost division
   *     first, joined by {@code /}; none where the divisions do not know it
   */
  record Mention(Range at, String name, Level level, List<String> where) {
    public Mention {
      where = List.copyOf(where);
    }
  }

  /**
   * The whole names of places (柳湾镇, 临溪县) in a text, in order, disjoint. Names of laws in title
   * marks, of firms and the like, and words that only look like names are none.
   *
   * @param alsoKnown whether there is a place of a name that the divisions do not know
   */
  List<Mention> in(String text, BiPredicate<Level, String> alsoKnown);

  /** Whether a name means the place of another: 甘南州 the 甘南藏族自治州, 湟中县 the 湟中区. */
  boolean isSame(String name, String other);

  /**
   * Whether a place of the divisions has one of another name in it, however deep.
   *
   * @param name of a province, city or county
   */
  boolean contains(String name, String inner);
}
