package govsearch.insight.figures;

import govsearch.engine.Passage;
import govsearch.engine.Place;
import govsearch.insight.figures.FigureChart.Town;
import govsearch.insight.figures.FigureChart.Value;
import govsearch.report.YearDoubt;
import govsearch.text.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers what is charted of one unit. */
final class ChartValues {

  private static final Comparator<Town> LARGEST_FIRST =
      Comparator.comparing((Town town) -> town.values().getLast().upTo())
          .reversed()
          .thenComparing(Town::place);

  private final Map<Place, TreeMap<Integer, Value>> towns = new HashMap<>();
  private long figures;
  private long unplaced;
  private long targets;

  void add(Passage passage, Attached attached) {
    figures++;
    Place place = passage.report().place();
    Integer year = passage.report().year();
    if (attached.target()) {
      targets++;
    } else if (place.town() == null || year == null || YearDoubt.isToCome(year)) {
      unplaced++;
    } else {
      put(passage, place, year, attached.quantity());
    }
  }

  private void put(Passage passage, Place place, int year, Quantity quantity) {
    TreeMap<Integer, Value> years = towns.computeIfAbsent(place, town -> new TreeMap<>());
    Value known = years.get(year);
    if (known == null || known.upTo().compareTo(quantity.upTo()) < 0) {
      String report = passage.report().id();
      years.put(
          year, new Value(year, quantity.value(), quantity.upTo(), report, passage.paragraphId()));
    }
  }

  long figures() {
    return figures;
  }

  FigureChart chart(String unit) {
    List<Town> all = new ArrayList<>();
    towns.forEach((place, years) -> all.add(new Town(place, List.copyOf(years.values()))));
    all.sort(LARGEST_FIRST);
    List<Town> shown = all.subList(0, Math.min(FigureChart.MOST_TOWNS, all.size()));
    return new FigureChart(unit, List.copyOf(shown), all.size() - shown.size(), unplaced, targets);
  }
}
