package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.export.TableFormat;
import govsearch.insight.checklist.Checklist;
import govsearch.insight.checklist.ChecklistItem;
import govsearch.insight.checklist.ChecklistMistakeException;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST matrix}: a checklist in, towns by items out; {@code GET checklists}. */
final class MatrixRoutes {

  private static final Set<String> ALLOWED =
      Set.of("mode", "format", "region", "town", "year", "section", "deadline");

  /** A hundred items, each as long as it may be, of three bytes a character, and some more. */
  static final int MOST_BYTES = 1 << 20;

  static final String TOO_LARGE = "清单最多 " + (MOST_BYTES >> 20) + " MB";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Answers may be JSON too, which is no table's format. */
  private enum Format {
    JSON,
    CSV,
    XLSX,
    JSONL;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The lists that come along. */
  record ListsView(List<Checklist> checklists) {}

  private final MatrixReading reading;
  private final Links links;

  MatrixRoutes(SearchEngine engine, Links links) {
    this.reading = new MatrixReading(engine);
    this.links = links;
  }

  void lists(Context context) {
    Parameters.of(context, Set.of());
    context.json(new ListsView(Checklist.builtIn()));
  }

  void matrix(Context context) throws IOException {
    Parameters parameters = Parameters.of(context, ALLOWED);
    Format format = parameters.choice("format", Format.values(), Format::code, Format.JSON);
    MatrixView view;
    try {
      Filters filters = parameters.filters();
      view =
          reading.view(
              list(context),
              parameters.mode(),
              only(filters, FacetField.REGION, "region", "如 region=某市/某县"),
              year(filters),
              filters,
              MatrixReading.deadline(parameters.text("deadline")));
    } catch (ChecklistMistakeException e) {
      throw ProblemException.badRequest("清单有误", String.valueOf(e.getMessage()));
    }
    if (format == Format.JSON) {
      context.json(view);
      return;
    }
    String name = MatrixView.NAME + " " + view.region().replace('/', ' ') + " " + view.year();
    Download.answer(
        context,
        TableFormat.valueOf(format.name()),
        view.columns(),
        name,
        out -> {
          out.begin();
          view.table(
                  (report, paragraph) ->
                      paragraph == null
                          ? links.report(context, report)
                          : links.paragraph(context, report, paragraph),
                  links.isPublic() ? null : MatrixView.OWN_LINKS)
              .forEach(out::row);
        });
  }

  private static String only(Filters filters, FacetField field, String name, String example) {
    Filters.Selection chosen = filters.on(field);
    if (chosen.included().size() != 1 || !chosen.excluded().isEmpty()) {
      throw ProblemException.badRequest("参数有误", name + " 要给一个，" + example);
    }
    return chosen.included().iterator().next();
  }

  private static int year(Filters filters) {
    String year = only(filters, FacetField.YEAR, "year", "如 year=2024");
    if (year.equals(FacetField.UNSTATED)) {
      throw ProblemException.badRequest("参数有误", "year 要给四位年份，如 year=2024");
    }
    return Integer.parseInt(year);
  }

  private static Checklist list(Context context) throws IOException {
    String media = RequestBody.mediaType(context);
    String body = RequestBody.text(context, MOST_BYTES, TOO_LARGE);
    return switch (media) {
      case "", "text/csv", "text/plain" -> Checklist.read("", body);
      case "application/json" -> new Checklist("", items(body));
      default ->
          throw ProblemException.unsupported(
              "正文应是 text/csv（每行“名称,检索式”）或 application/json（{name, query} 的数组），收到的是 "
                  + Problem.shortened(media));
    };
  }

  private static List<ChecklistItem> items(String body) {
    JsonNode root;
    try {
      root = JSON.readTree(body);
    } catch (JacksonException e) {
      throw ProblemException.badRequest("正文有误", "正文不是有效的 JSON");
    }
    List<ChecklistItem> items = new ArrayList<>();
    boolean isList = root.isArray() && root.size() <= Checklist.MOST_ITEMS;
    for (JsonNode item : isList ? root.values() : List.<JsonNode>of()) {
      if (item.size() != 2 || !item.path("name").isString() || !item.path("query").isString()) {
        isList = false;
        break;
      }
      items.add(new ChecklistItem(item.get("name").asString(), item.get("query").asString()));
    }
    if (!isList) {
      throw ProblemException.badRequest(
          "正文有误",
          "JSON 应是最多 "
              + Checklist.MOST_ITEMS
              + " 项的数组，如 [{\"name\": \"普法\", \"query\": \"“八五”普法\"}]");
    }
    return items;
  }
}
