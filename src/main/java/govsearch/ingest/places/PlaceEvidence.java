package govsearch.ingest.places;

import govsearch.ingest.places.DivisionNames.Likeness;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a report's path and text tell of the place above its town, beside its title, signature and
 * opening: folders named after divisions, and authorities or the town itself named behind theirs
 * (碌曲县委, 碌曲县西仓镇). A division that is named otherwise may be one that the report speaks of.
 */
final class PlaceEvidence {

  /** What a name of an authority's place ends with. */
  private static final String UNITS = "省市县区旗州盟";

  /** What makes it that of an authority. */
  private static final List<String> AUTHORITIES = List.of("委", "人民政府", "政府", "司法局");

  /** 委托 and 委派 are none. */
  private static final List<String> NO_AUTHORITIES = List.of("委托", "委派");

  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
  private static final int LONGEST_NAME = 20;

  /** Shorter ones are parts of others: 城区 of 东城区. */
  private static final int SHORTEST_PART = 3;

  private final Divisions divisions;
  private final List<String> path;
  private final Set<String> text;

  /**
   * Evidence of one report.
   *
   * @param town its own
   */
  PlaceEvidence(Divisions divisions, String path, @Nullable String town, String text) {
    this.divisions = divisions;
    this.path = new ArrayList<>();
    for (String name : path.split("/")) {
      this.path.add(EXTENSION.matcher(name).replaceFirst(""));
    }
    this.text = new HashSet<>();
    for (int at = 1; at < text.length(); at++) {
      if (UNITS.indexOf(text.charAt(at - 1)) >= 0 && isAuthority(text, at)) {
        addNameBefore(text, at);
      }
    }
    for (int at = own(text, town, 0); at >= 0; at = own(text, town, at + 1)) {
      addNameBefore(text, at);
    }
  }

  private static boolean isAuthority(String text, int at) {
    return AUTHORITIES.stream().anyMatch(word -> text.startsWith(word, at))
        && NO_AUTHORITIES.stream().noneMatch(word -> text.startsWith(word, at));
  }

  private static int own(String text, @Nullable String town, int from) {
    return town == null || town.isEmpty() ? -1 : text.indexOf(town, from);
  }

  private void addNameBefore(String text, int end) {
    String name = nameBefore(text, end);
    if (name != null) {
      this.text.add(name);
    }
  }

  /** The longest name that ends at an index. */
  private @Nullable String nameBefore(String text, int end) {
    for (int start = Math.max(0, end - LONGEST_NAME); start <= end - 2; start++) {
      String name = text.substring(start, end);
      boolean part = name.length() < SHORTEST_PART && start > 0 && isHan(text.charAt(start - 1));
      if (!part && divisions.isName(name)) {
        return name;
      }
    }
    return null;
  }

  private static boolean isHan(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  /** The places that path and text speak for; all of them where these contradict each other. */
  List<Region> narrow(List<Region> places) {
    Set<Region> byText = new HashSet<>(narrow(places, this::inText));
    List<Region> both = narrow(places, this::inPath).stream().filter(byText::contains).toList();
    return both.isEmpty() ? places : both;
  }

  /** From the county outwards: each level that is named for some leaves these only. */
  private static List<Region> narrow(List<Region> places, Predicate<String> named) {
    List<Region> left = places;
    List<Function<Region, @Nullable String>> levels =
        List.of(Region::county, Region::city, Region::province);
    for (Function<Region, @Nullable String> level : levels) {
      List<Region> some =
          left.stream()
              .filter(
                  place -> {
                    String name = level.apply(place);
                    return name != null && named.test(name);
                  })
              .toList();
      left = some.isEmpty() ? left : some;
    }
    return left;
  }

  private boolean inText(String name) {
    return text.contains(name) || text.contains(DivisionNames.shortened(name));
  }

  private boolean inPath(String name) {
    String stem = DivisionNames.stem(name);
    boolean stemWillDo = stem.length() >= 2 && divisions.isMeantBy(stem, name);
    for (String part : path) {
      boolean is =
          part.equals(name)
              || part.equals(DivisionNames.shortened(name))
              || (stemWillDo && part.equals(stem))
              || contains(part, name)
              || contains(part, DivisionNames.shortened(name));
      if (is) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(String part, String name) {
    return name.length() >= SHORTEST_PART && part.contains(name);
  }

  /**
   * A county that the text names as an authority above it and that is none of the places'; null if
   * there is none, or if one of the places' is named too.
   */
  @Nullable String otherCounty(List<Region> places) {
    String other = null;
    for (String name : text) {
      for (Region place : places) {
        boolean of =
            like(name, place.county()) || like(name, place.city()) || like(name, place.province());
        if (of) {
          return null;
        }
      }
      if (!divisions.counties(name).isEmpty() && (other == null || name.compareTo(other) < 0)) {
        other = name;
      }
    }
    return other;
  }

  private static boolean like(String written, @Nullable String official) {
    return official != null && DivisionNames.likeness(written, official) != Likeness.OTHER;
  }
}
