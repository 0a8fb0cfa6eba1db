package govsearch.insight;

import govsearch.engine.Place;
import govsearch.engine.ReportPage;
import govsearch.engine.Reports;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.report.ReportHead;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All reports of one town. It is named by its place, as far as known, for there are many towns of
 * one name; but one year's report may name the city and the next not, and a link that was made
 * before the province was known leads to the same town.
 */
public final class TownReports {

  private static final int PAGE = 200;

  /** Of one name in the whole country; where there are more, only those of the very place count. */
  private static final int MOST = 2_000;

  private static final Comparator<ReportHead> BY_YEAR =
      Comparator.comparing(ReportHead::year, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(ReportHead::id);

  private final Reports engine;

  public TownReports(Reports engine) {
    this.engine = engine;
  }

  /**
   * What is found under a name.
   *
   * @param places the town's place, as fully as its reports say it; none where there is no such
   *     town, several where the name does not tell which is meant
   * @param reports of the one town, oldest first, those without a year last
   */
  public record Found(List<Place> places, List<ReportHead> reports) {

    public Found {
      places = List.copyOf(places);
      reports = List.copyOf(reports);
    }
  }

  /**
   * The reports of a town.
   *
   * @param region names of the regions above it, outermost first; levels may be left out
   */
  public Found of(List<String> region, String town) {
    List<ReportHead> named = named(region, town);
    List<ReportHead> there = named.stream().filter(one -> names(one).equals(key(region))).toList();
    if (there.isEmpty()) {
      there = named.stream().filter(one -> isWithin(key(region), names(one))).toList();
    }
    if (there.isEmpty() || !agree(there)) {
      return new Found(places(there), List.of());
    }
    List<ReportHead> all = sameTown(there, named);
    return new Found(List.of(fullest(all)), all.stream().sorted(BY_YEAR).toList());
  }

  /** The reports at a place, and those that name less or more of it and contradict it nowhere. */
  private static List<ReportHead> sameTown(List<ReportHead> there, List<ReportHead> named) {
    if (there.stream().anyMatch(one -> one.metadata().ambiguous())) {
      return there; // which of several towns they are of, nobody knows
    }
    List<ReportHead> open =
        named.stream().filter(one -> !one.metadata().ambiguous() && !there.contains(one)).toList();
    List<ReportHead> all = new ArrayList<>(there);
    boolean oneName = agree(named);
    for (ReportHead one : open) {
      if (there.stream().allMatch(other -> agree(List.of(one, other)))
          && (oneName || there.stream().anyMatch(other -> isSameCounty(one, other)))) {
        all.add(one);
      }
    }
    return agree(all) ? all : there;
  }

  private List<ReportHead> named(List<String> region, String town) {
    Filters filters = Filters.of(Map.of(FacetField.TOWN, List.of(town)));
    List<ReportHead> all = list(filters);
    if (all.size() < MOST || region.isEmpty()) {
      return all;
    }
    String path = String.join("/", region);
    return list(
        Filters.of(Map.of(FacetField.TOWN, List.of(town), FacetField.REGION, List.of(path))));
  }

  private List<ReportHead> list(Filters filters) {
    List<ReportHead> all = new ArrayList<>();
    String cursor = null;
    do {
      ReportPage page = engine.reports(filters, PAGE, cursor);
      all.addAll(page.reports());
      cursor = page.nextCursor();
    } while (cursor != null && all.size() < MOST);
    return all;
  }

  private static List<String> key(List<String> names) {
    return names.stream().map(Literal::literal).toList();
  }

  private static List<String> names(ReportHead head) {
    return key(head.region());
  }

  /** Whether some names are among others, in the same order. */
  private static boolean isWithin(List<String> some, List<String> all) {
    int at = 0;
    for (String name : all) {
      if (at < some.size() && some.get(at).equals(name)) {
        at++;
      }
    }
    return at == some.size();
  }

  /** Whether no two of them name different provinces, cities or counties. */
  private static boolean agree(List<ReportHead> reports) {
    Set<String> provinces = new TreeSet<>();
    Set<String> cities = new TreeSet<>();
    Set<String> counties = new TreeSet<>();
    for (ReportHead one : reports) {
      add(one.province(), provinces);
      add(one.city(), cities);
      add(one.county(), counties);
    }
    return provinces.size() < 2 && cities.size() < 2 && counties.size() < 2;
  }

  private static void add(@Nullable String name, Set<String> out) {
    if (name != null) {
      out.add(Literal.literal(name));
    }
  }

  private static boolean isSameCounty(ReportHead one, ReportHead two) {
    return one.county() != null
        && two.county() != null
        && Literal.literal(one.county()).equals(Literal.literal(two.county()));
  }

  private static List<Place> places(List<ReportHead> reports) {
    return reports.stream().map(TownReports::place).distinct().sorted().toList();
  }

  private static Place fullest(List<ReportHead> reports) {
    return reports.stream()
        .max(Comparator.comparingInt((ReportHead one) -> one.region().size()))
        .map(TownReports::place)
        .orElseThrow();
  }

  private static Place place(ReportHead head) {
    return new Place(head.region(), head.town());
  }
}
