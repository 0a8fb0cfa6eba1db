package govsearch.ingest.places;

import govsearch.report.NamedPlaces;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Completes the region of a town from the national tables of divisions. What a report says of its
 * place is never overruled, and nothing is added that several places leave open. Read once, for any
 * number of reports; safe for use by many threads.
 */
public final class Gazetteer {

  private static final List<Function<Region, @Nullable String>> ABOVE_TOWN =
      List.of(Region::province, Region::city, Region::county);

  private final Supplier<Divisions> tables;

  private Gazetteer(Supplier<Divisions> tables) {
    this.tables = tables;
  }

  /** The tables that are part of the program; not read before something asks them. */
  public static Gazetteer builtIn() {
    return new Gazetteer(BuiltInDivisions::get);
  }

  /**
   * Reads the tables.
   *
   * @param folder holds {@code provinces.csv}, {@code cities.csv}, {@code areas.csv} and {@code
   *     streets.csv}
   * @throws UnusableDivisionsException if they cannot be used
   */
  public static Gazetteer load(Path folder) {
    Divisions divisions = DivisionFiles.read(folder);
    return new Gazetteer(() -> divisions);
  }

  /**
   * A region as far as the tables complete it.
   *
   * @param ambiguous whether several places fit
   * @param remark what the tables say otherwise, in Chinese; null if nothing
   */
  public record Completion(Region region, boolean ambiguous, @Nullable String remark) {}

  /** Finds the names of places in texts; reads the tables when it is first asked. */
  public NamedPlaces names() {
    return new PlaceMentions(tables);
  }

  /** Changes with what is in the tables. */
  public String version() {
    return tables.get().version();
  }

  /**
   * Completes.
   *
   * @param path of the file, below its root
   * @param text of the whole report
   */
  public Completion complete(Region given, String path, String text) {
    Divisions divisions = tables.get();
    String town = given.town();
    PlaceEvidence evidence = new PlaceEvidence(divisions, path, town, text);
    List<Region> ofName = town == null ? List.of() : divisions.withTown(town);
    WrittenPlace written = new WrittenPlace(divisions, given);
    List<Region> fitting = ofName.stream().filter(written::fits).toList();
    String remark = null;
    if (!ofName.isEmpty() && fitting.isEmpty() && written.isKnown()) {
      remark = "行政区划表里" + shown(given) + "没有" + town + suggestion(ofName);
    } else if (given.county() == null && given.city() == null && !fitting.isEmpty()) {
      String other = evidence.otherCounty(fitting);
      if (other != null) {
        remark = "正文提及" + other + "，行政区划表里那里没有" + town + suggestion(ofName);
        fitting = List.of();
      }
    }
    if (fitting.isEmpty()) {
      fitting = written.aboveTown();
    }
    if (fitting.size() > 1) {
      fitting = evidence.narrow(fitting);
    }
    return new Completion(filled(given, fitting), fitting.size() > 1, remark);
  }

  /** Fills in what all places that fit have in common. */
  private static Region filled(Region given, List<Region> places) {
    return new Region(
        filled(given, Region::province, places),
        filled(given, Region::city, places),
        filled(given, Region::county, places),
        given.town());
  }

  private static @Nullable String filled(
      Region given, Function<Region, @Nullable String> level, List<Region> places) {
    String written = level.apply(given);
    String official = common(level, places);
    if (official == null) {
      return written;
    }
    if (written != null) {
      // 湟中县 and 湟中区 are one place, and stand together under the name it has now.
      return switch (DivisionNames.likeness(written, official)) {
        case SHORT, RENAMED -> official;
        case SAME, OTHER -> written;
      };
    }
    boolean standsElsewhere =
        ABOVE_TOWN.stream()
            .map(other -> other.apply(given))
            .anyMatch(
                name ->
                    name != null && DivisionNames.key(name).equals(DivisionNames.key(official)));
    return standsElsewhere ? null : official;
  }

  private static @Nullable String common(
      Function<Region, @Nullable String> level, List<Region> places) {
    if (places.isEmpty()) {
      return null;
    }
    String first = level.apply(places.getFirst());
    return places.stream().allMatch(place -> Objects.equals(level.apply(place), first))
        ? first
        : null;
  }

  private static String suggestion(List<Region> places) {
    return places.size() == 1 ? "，只有" + shown(places.getFirst()) + "有；请核对" : "；请核对";
  }

  private static String shown(Region region) {
    StringBuilder out = new StringBuilder();
    for (Function<Region, @Nullable String> level : ABOVE_TOWN) {
      String name = level.apply(region);
      out.append(name == null ? "" : name);
    }
    return out.toString();
  }
}
