package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.insight.collocation.Collocate;
import govsearch.insight.collocation.Collocates;
import govsearch.insight.collocation.Collocation;
import govsearch.insight.concordance.Concordance;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Notice;
import govsearch.query.ParsedQuery;
import govsearch.query.Query;
import govsearch.query.Understood;
import govsearch.report.YearDoubt;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code GET collocates} and {@code GET distinctive}. */
final class CollocateRoutes {

  private static final Set<String> BESIDE =
      Set.of("q", "region", "town", "year", "section", "size");
  private static final Set<String> DISTINCTIVE =
      Set.of("q", "by", "region", "town", "year", "section", "size");

  private static final Collocates.Part NONE = new Collocates.Part(0, 0, 0, true);
  private static final Collocates NOTHING = new Collocates(NONE, NONE, List.of());

  private final SearchEngine engine;
  private final Collocation collocation;

  CollocateRoutes(SearchEngine engine) {
    this.engine = engine;
    this.collocation = new Collocation(engine);
  }

  /** Words, strongest first. */
  record View(
      @Nullable String by,
      Collocates.Part looked,
      Collocates.Part others,
      List<Row> rows,
      List<Understood> understood,
      List<Notice> notices,
      long tookMillis) {}

  /** A word; {@code query} finds the paragraphs that have it. */
  record Row(
      String text,
      int reports,
      long others,
      double times,
      double strength,
      String query,
      String reportId,
      String paragraphId,
      List<String> region,
      @Nullable String town,
      @Nullable Integer year,
      boolean yearDoubtful) {

    static Row of(Collocate word, String query) {
      return new Row(
          word.text(),
          word.reports(),
          word.others(),
          rounded(word.times()),
          rounded(word.strength()),
          query,
          word.first().id(),
          word.paragraphId(),
          word.first().place().region(),
          word.first().place().town(),
          word.first().year(),
          YearDoubt.isToCome(word.first().year()));
    }

    private static double rounded(double value) {
      return Math.round(100 * value) / 100.0;
    }
  }

  void collocates(Context context) {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, BESIDE);
    int size = parameters.size();
    ParsedQuery query = parameters.queryOfText(engine);
    List<Notice> notices = new ArrayList<>(query.notices());
    Collocates found = NOTHING;
    if (Concordance.hasText(query.query())) {
      found = collocation.beside(query.query(), parameters.filters(), size);
    } else {
      notices.add(new Notice("no-text", "检索式里没有要找的文字，所以没有与它同在一句的词；请加上词或短语", 0, 0));
    }
    context.json(view(null, found, parameters.typed(), query, notices, start));
  }

  void distinctive(Context context) {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, DISTINCTIVE);
    int size = parameters.size();
    ParsedQuery query = parameters.query(engine);
    List<Notice> notices = new ArrayList<>(query.notices());
    Filters filters = parameters.filters();
    FacetField by =
        parameters.text("by").isEmpty()
            ? chosen(filters)
            : parameters.choice("by", FacetField.values(), FacetField::code, FacetField.YEAR);
    Collocates found = NOTHING;
    if (by != null && filters.fields().contains(by)) {
      found = collocation.distinctive(query.query(), filters, by, size);
    } else {
      notices.add(new Notice("no-choice", "请先筛选出一个年度、地区、乡镇或章节，再与其余的相比", 0, 0));
    }
    String code = by == null ? null : by.code();
    context.json(view(code, found, parameters.typed(), query, notices, start));
  }

  private static @Nullable FacetField chosen(Filters filters) {
    for (FacetField field :
        List.of(FacetField.YEAR, FacetField.REGION, FacetField.TOWN, FacetField.SECTION)) {
      if (filters.fields().contains(field)) {
        return field;
      }
    }
    return null;
  }

  private static View view(
      @Nullable String by,
      Collocates found,
      String typed,
      ParsedQuery query,
      List<Notice> notices,
      long start) {
    return new View(
        by,
        found.looked(),
        found.others(),
        found.rows().stream().map(row -> Row.of(row, with(typed, query, row.text()))).toList(),
        query.understood(),
        notices,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }

  private static String with(String typed, ParsedQuery query, String word) {
    String quoted = "“" + word + "”";
    if (typed.isBlank()) {
      return quoted;
    }
    return (query.query() instanceof Query.Or ? "(" + typed + ")" : typed) + " " + quoted;
  }
}
