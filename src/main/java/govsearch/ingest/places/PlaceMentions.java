package govsearch.ingest.places;

import govsearch.ingest.places.DivisionNames.Likeness;
import govsearch.report.NamedPlaces;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of places in texts: those that end like a name and that the divisions, or whoever
 * asks, know. Of names that end at one place the longest is meant.
 */
final class PlaceMentions implements NamedPlaces {

  private static final int LONGEST = 15;
  private static final int MOST_PLACES = 3;

  private static final Pattern END = Pattern.compile("街道|苏木|自治[区州县旗]|地区|[省市州盟县区旗镇乡]");

  /** 《西宁市…条例》 is a law's name. */
  private static final Pattern TITLE = Pattern.compile("《[^《》]{0,200}》|〈[^〈〉]{0,200}〉");

  private static final Pattern FIRM =
      Pattern.compile("^[\\p{IsHan}（）()]{0,14}?(?:律师事务所|律所|公证处|有限公司|公司|集团|大学|学院|银行|医院|研究院|出版社)");

  private final Supplier<Divisions> tables;

  PlaceMentions(Supplier<Divisions> tables) {
    this.tables = tables;
  }

  @Override
  public List<Mention> in(String text, BiPredicate<Level, String> alsoKnown) {
    List<Range> titles = new ArrayList<>();
    Matcher title = TITLE.matcher(text);
    while (title.find()) {
      titles.add(new Range(title.start(), title.end()));
    }
    List<Mention> found = new ArrayList<>();
    Matcher end = END.matcher(text);
    int from = 0;
    while (end.find()) {
      Optional<Mention> mention = endingAt(text, from, end, alsoKnown);
      if (mention.isPresent() && titles.stream().noneMatch(t -> has(t, mention.get().at()))) {
        found.add(mention.get());
        from = mention.get().at().end();
      }
    }
    return withoutFirms(text, found);
  }

  private static boolean has(Range outer, Range inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  /** 北京市中正律师事务所, 甘肃省兰州市第一医院: the whole chain of names is the firm's. */
  private static List<Mention> withoutFirms(String text, List<Mention> mentions) {
    List<Mention> kept = new ArrayList<>();
    boolean ofFirm = false;
    for (int i = mentions.size() - 1; i >= 0; i--) {
      Range at = mentions.get(i).at();
      boolean chained =
          i + 1 < mentions.size() && mentions.get(i + 1).at().start() == at.end() && ofFirm;
      ofFirm = chained || FIRM.matcher(text).region(at.end(), text.length()).lookingAt();
      if (!ofFirm) {
        kept.addFirst(mentions.get(i));
      }
    }
    return kept;
  }

  private Optional<Mention> endingAt(
      String text, int from, Matcher end, BiPredicate<Level, String> alsoKnown) {
    int first = Math.max(from, end.end() - LONGEST);
    for (int start = first; start < end.start(); start++) {
      String name = text.substring(start, end.end());
      if (!CommonWords.isHan(name)) {
        continue;
      }
      Level level = level(name, alsoKnown);
      if (level != null && CommonWords.isName(text, start, end.end())) {
        return Optional.of(
            new Mention(new Range(start, end.end()), name, level, where(name, level)));
      }
    }
    return Optional.empty();
  }

  private @Nullable Level level(String name, BiPredicate<Level, String> alsoKnown) {
    boolean town = name.endsWith("镇") || name.endsWith("乡") || name.endsWith("街道");
    if (town || name.endsWith("苏木")) {
      return tables.get().hasTown(name) || alsoKnown.test(Level.TOWN, name) ? Level.TOWN : null;
    }
    if (tables.get().provinces(name).stream().anyMatch(p -> isName(name, p.province()))) {
      return Level.PROVINCE;
    }
    if (tables.get().cities(name).stream().anyMatch(c -> isName(name, c.city()))) {
      return Level.CITY;
    }
    if (tables.get().hasCounty(name)) {
      return Level.COUNTY;
    }
    return Stream.of(Level.COUNTY, Level.CITY, Level.PROVINCE)
        .filter(level -> alsoKnown.test(level, name))
        .findFirst()
        .orElse(null);
  }

  /** With its ending: 甘南州 as well as 甘南藏族自治州, but not 甘南. */
  private static boolean isName(String name, @Nullable String official) {
    return name.equals(official)
        || (official != null && name.equals(DivisionNames.shortened(official)));
  }

  private List<String> where(String name, Level level) {
    List<Region> places =
        switch (level) {
          case PROVINCE -> List.<Region>of();
          case CITY -> tables.get().cities(name);
          case COUNTY -> tables.get().counties(name);
          case TOWN -> tables.get().withTown(name);
        };
    return places.stream()
        .map(place -> above(place, level))
        .filter(path -> !path.isEmpty())
        .distinct()
        .limit(MOST_PLACES)
        .toList();
  }

  private static String above(Region place, Level level) {
    List<String> names = new ArrayList<>();
    add(names, place.province());
    if (level != Level.CITY) {
      add(names, place.city());
    }
    if (level == Level.TOWN) {
      add(names, place.county());
    }
    return String.join("/", names);
  }

  private static void add(List<String> names, @Nullable String name) {
    if (name != null) {
      names.add(name);
    }
  }

  @Override
  public boolean isSame(String name, String other) {
    return DivisionNames.likeness(name, other) != Likeness.OTHER
        || DivisionNames.likeness(other, name) != Likeness.OTHER;
  }

  @Override
  public boolean contains(String name, String inner) {
    List<Region> inside = new ArrayList<>(tables.get().withTown(inner));
    inside.addAll(tables.get().counties(inner));
    inside.addAll(tables.get().cities(inner));
    return inside.stream()
        .anyMatch(
            place ->
                Stream.of(place.province(), place.city(), place.county())
                    .anyMatch(above -> above != null && isSame(name, above)));
  }
}
