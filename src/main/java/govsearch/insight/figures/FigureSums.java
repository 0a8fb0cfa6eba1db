package govsearch.insight.figures;

import govsearch.engine.Passage;
import govsearch.engine.PassageCount;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is counted of all figures while they are read. */
final class FigureSums {

  private static final Comparator<FigureUnit> MOST_FIRST =
      Comparator.comparingLong(FigureUnit::count).reversed().thenComparing(FigureUnit::unit);

  private final Map<String, ChartValues> byUnit = new HashMap<>();
  private long total;
  private long without;

  void add(Passage passage, Collection<Said> figures) {
    total += figures.size();
    without += figures.isEmpty() ? 1 : 0;
    for (Said said : figures) {
      byUnit
          .computeIfAbsent(FigureUnit.of(said.attached().quantity()), unit -> new ChartValues())
          .add(passage, said.attached());
    }
  }

  FigureCounts counts(PassageCount read) {
    return new FigureCounts(total, read.matching(), read.shown(), without);
  }

  /** The units, the most frequent first. */
  List<FigureUnit> units() {
    return byUnit.entrySet().stream()
        .map(entry -> new FigureUnit(entry.getKey(), entry.getValue().figures()))
        .sorted(MOST_FIRST)
        .toList();
  }

  /**
   * The chart of a unit.
   *
   * @param unit null for the most frequent one that is named
   * @return null where there are no figures of it
   */
  @Nullable FigureChart chart(@Nullable String unit) {
    String charted =
        unit != null
            ? unit
            : units().stream()
                .map(FigureUnit::unit)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
    ChartValues values = byUnit.get(charted);
    return values == null ? null : values.chart(charted);
  }
}
