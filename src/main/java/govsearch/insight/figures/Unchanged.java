package govsearch.insight.figures;

import govsearch.engine.Matches;
import govsearch.engine.Passage;
import govsearch.engine.Place;
import govsearch.query.FacetField;
import govsearch.query.MatchRequest;
import govsearch.report.ReportHead;
import govsearch.text.Literal;
import govsearch.text.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells which figures repeat the year before: the same town's report on it gives the same number of
 * the same unit to the same phrase. Whether that year is asked for does not matter.
 */
final class Unchanged {

  private final Matches engine;
  private final MatchRequest request;
  private final SaidReader reader;

  Unchanged(Matches engine, MatchRequest request, SaidReader reader) {
    this.engine = engine;
    this.request = request;
    this.reader = reader;
  }

  /** What makes a figure the same as last year's. */
  private record Same(String place, int year, String phrase, String unit, String value) {

    static Same of(Place place, int year, String phrase, Quantity quantity) {
      return new Same(
          Literal.literal(place.path()),
          year,
          Literal.literal(phrase),
          quantity.normalUnit(),
          quantity.value() + ".." + quantity.upTo());
    }
  }

  /** The figures, each with whether it is repeated. */
  List<Figure> mark(List<Figure> figures) {
    Set<String> towns = new HashSet<>();
    Set<String> years = new HashSet<>();
    for (Figure figure : figures) {
      ReportHead report = figure.report();
      if (mayRepeat(figure) && report.town() != null && report.year() != null) {
        towns.add(report.town());
        years.add(Integer.toString(report.year() - 1));
      }
    }
    Set<Same> said = towns.isEmpty() ? Set.of() : said(towns, years);
    return figures.stream()
        .map(figure -> figure.unchanged(mayRepeat(figure) && repeats(figure, said)))
        .toList();
  }

  /** One that tells what it was before has changed. */
  private static boolean mayRepeat(Figure figure) {
    return figure.before() == null;
  }

  private static boolean repeats(Figure figure, Set<Same> said) {
    ReportHead report = figure.report();
    return report.town() != null
        && report.year() != null
        && said.contains(
            Same.of(
                new Place(report.region(), report.town()),
                report.year() - 1,
                figure.phrase().of(figure.paragraph().text()),
                figure.quantity()));
  }

  private Set<Same> said(Set<String> towns, Set<String> years) {
    Set<Same> said = new HashSet<>();
    MatchRequest before =
        MatchRequest.of(
            request.query(),
            request.mode(),
            request.filters().only(FacetField.TOWN, towns).only(FacetField.YEAR, years));
    engine.passages(before, passage -> add(passage, said));
    return said;
  }

  private void add(Passage passage, Set<Same> said) {
    Integer year = passage.report().year();
    if (year == null) {
      return;
    }
    for (Said one :
        reader.of(passage.text(), passage.literal(), passage.ranges(), passage.section())) {
      String phrase = one.phrase().of(passage.text());
      said.add(Same.of(passage.report().place(), year, phrase, one.attached().quantity()));
    }
  }
}
