package govsearch.ingest.metadata;

import govsearch.ingest.places.PlaceNames;
import govsearch.ingest.places.Region;
import govsearch.ingest.structure.YearReader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose report a title says that it is, and of which year.
 *
 * @param lines that the title stands in
 * @param place the town, or what a title without one names; null if it names none
 * @param year reported on; null if it says none
 */
record TitleSays(List<String> lines, @Nullable String place, @Nullable Integer year) {

  /** Bytes that could not be decoded; each may have been a part of a character, or all of one. */
  private static final Pattern BROKEN = Pattern.compile("\uFFFD+");

  /** Reads a title. */
  static TitleSays of(List<String> lines) {
    return new TitleSays(
        List.copyOf(lines),
        lines.stream().map(TitleSays::place).filter(Objects::nonNull).findFirst().orElse(null),
        lines.stream().map(YearReader::inTitle).flatMap(Optional::stream).findFirst().orElse(null));
  }

  private static @Nullable String place(String line) {
    Region region = PlaceNames.at(line);
    return Stream.of(region.town(), region.county(), region.city(), region.province())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /**
   * Whether both are of one report: the same words, or nothing in them that tells of another. A
   * place that only this title names is another's.
   */
  boolean isOfTheReportOf(TitleSays earlier) {
    boolean samePlace = place == null || place.equals(earlier.place);
    boolean sameYear = year == null || earlier.year == null || year.equals(earlier.year);
    return (samePlace && sameYear && !earlier.lines.isEmpty())
        || lines.stream().allMatch(line -> earlier.lines.stream().anyMatch(e -> reads(e, line)));
  }

  /** Whether a line reads as another, which may have broken bytes. */
  private static boolean reads(String broken, String line) {
    StringBuilder pattern = new StringBuilder();
    Matcher matcher = BROKEN.matcher(broken);
    int from = 0;
    while (matcher.find()) {
      pattern.append(Pattern.quote(broken.substring(from, matcher.start())));
      pattern.append(".{1,").append(matcher.end() - matcher.start()).append('}');
      from = matcher.end();
    }
    pattern.append(Pattern.quote(broken.substring(from)));
    return Pattern.matches(pattern.toString(), line);
  }
}
