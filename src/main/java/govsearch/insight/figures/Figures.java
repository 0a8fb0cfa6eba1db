package govsearch.insight.figures;

import govsearch.engine.Deadline;
import govsearch.engine.Match;
import govsearch.engine.SearchEngine;
import govsearch.insight.First;
import govsearch.insight.LineCursor;
import govsearch.insight.LineKey;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SortOrder;
import govsearch.report.ReportHead;
import govsearch.report.Section;
import govsearch.text.Literal;
import govsearch.text.Quantities;
import govsearch.text.Quantity;
import govsearch.text.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that reports attach to a phrase. Text is taken literally, for a number belongs to a
 * place in the text. A page takes one look at all matches, town by town, and holds the figures of
 * one town and of the page.
 */
public final class Figures {

  private static final FacetField YEAR = FacetField.YEAR;

  private final SearchEngine engine;
  private final Duration timeLimit;

  /**
   * Figures of a collection.
   *
   * @param timeLimit of one page
   */
  public Figures(SearchEngine engine, Duration timeLimit) {
    this.engine = engine;
    this.timeLimit = timeLimit;
  }

  /**
   * A page of figures.
   *
   * @param size how many at the most, 1 or more
   * @param cursor where the page before ended, or null
   * @throws govsearch.engine.SearchTimedOutException if there is more than can be looked at in the
   *     time
   * @throws govsearch.engine.InvalidCursorException if the cursor is of another request
   */
  public FigurePage page(Query query, Filters filters, int size, @Nullable String cursor) {
    String fingerprint = "figures|" + query + "|" + filters;
    LineKey after = LineCursor.read(cursor, fingerprint);
    // The year before may be filtered out, and is needed to tell what was repeated.
    MatchRequest everyYear =
        new MatchRequest(
            query, Mode.EXACT, filters.without(YEAR), SortOrder.TOWN, Presentation.EVERYTHING);
    Run run = new Run(filters.on(YEAR), after, size);
    Deadline deadline = Deadline.current().within(timeLimit);
    engine.visit(
        everyYear,
        match -> {
          deadline.check();
          run.add(match, deadline);
        });
    run.endTown();
    return run.page(fingerprint);
  }

  /** What makes a figure the same as last year's. */
  private record Same(List<String> place, int year, String phrase, String unit, String value) {}

  /** One look. */
  private static final class Run {
    private final Filters.Selection years;
    private final First<Figure> first;
    private final @Nullable LineKey after;
    private final List<Figure> town = new ArrayList<>();
    private @Nullable String townName;
    private long total;
    private long paragraphs;
    private long without;

    Run(Filters.Selection years, @Nullable LineKey after, int size) {
      this.years = years;
      this.after = after;
      this.first = new First<>(size);
    }

    /** Matches come by the names of their towns. */
    void add(Match match, Deadline deadline) {
      ReportHead report = match.report();
      if (!Objects.equals(report.town(), townName)) {
        endTown();
        townName = report.town();
      }
      List<Figure> found = of(match, deadline);
      town.addAll(found);
      if (isAskedFor(report)) {
        paragraphs++;
        without += found.isEmpty() ? 1 : 0;
      }
    }

    private boolean isAskedFor(ReportHead report) {
      String year = report.year() == null ? FacetField.UNSTATED : report.year().toString();
      return (years.included().isEmpty() || years.included().contains(year))
          && !years.excluded().contains(year);
    }

    void endTown() {
      Set<Same> said = new HashSet<>();
      town.forEach(figure -> same(figure, 0).ifPresent(said::add));
      for (Figure figure : town) {
        if (isAskedFor(figure.report())) {
          boolean unchanged =
              townName != null
                  && figure.before() == null
                  && same(figure, 1).filter(said::contains).isPresent();
          keep(figure.unchanged(unchanged));
        }
      }
      town.clear();
    }

    private void keep(Figure figure) {
      total++;
      LineKey key = key(figure);
      if (after == null || key.compareTo(after) > 0) {
        first.add(key, figure);
      }
    }

    FigurePage page(String fingerprint) {
      List<Figure> page = first.sorted();
      String next = first.hasMore() ? LineCursor.after(key(page.getLast()), fingerprint) : null;
      return new FigurePage(total, paragraphs, without, page, next);
    }
  }

  /** One for each number, however often the phrase stands around it. */
  private static List<Figure> of(Match match, Deadline deadline) {
    String text = match.paragraph().text();
    List<Quantity> quantities = Quantities.of(text);
    Attachment attachment = new Attachment(text, quantities);
    Map<Range, Figure> byPlace = new LinkedHashMap<>();
    for (Range phrase : match.ranges()) {
      deadline.check();
      for (Attached attached : attachment.of(phrase)) {
        boolean target = attached.target() || match.paragraph().section() == Section.PLANS;
        byPlace.putIfAbsent(
            attached.quantity().at(),
            new Figure(
                match.report(),
                match.paragraph(),
                phrase,
                attached.quantity(),
                attached.before(),
                target,
                false));
      }
    }
    return List.copyOf(byPlace.values());
  }

  private static Optional<Same> same(Figure figure, int yearsBefore) {
    Integer year = figure.report().year();
    return year == null
        ? Optional.empty()
        : Optional.of(
            new Same(
                figure.report().region(),
                year - yearsBefore,
                Literal.literal(figure.phrase().of(figure.paragraph().text())),
                figure.quantity().normalUnit(),
                figure.quantity().value() + ".." + figure.quantity().upTo()));
  }

  /** Newest first, then by town; figures of a paragraph in its order. */
  private static LineKey key(Figure figure) {
    ReportHead report = figure.report();
    int age = report.year() == null ? 9_999 : 9_999 - report.year();
    String town = report.town() == null ? "\uFFFF" : report.town();
    return new LineKey(
        String.format(Locale.ROOT, "%04d%s", age, town),
        report.id(),
        figure.paragraph().ordinal(),
        figure.quantity().at().start());
  }
}
