package govsearch.http;

import govsearch.engine.ReportPage;
import govsearch.engine.Reports;
import govsearch.library.LibraryReader;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.report.ReportHead;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code GET sitemap.xml}: the addresses of all reports, as sitemaps.org has it. Alone it lists its
 * parts, one a year as long as a year's reports fit into one: no answer grows with the collection.
 */
final class Sitemap {

  /** sitemaps.org allows 50,000. */
  private static final int PART = 40_000;

  private static final int AT_ONCE = 500;
  private static final int MOST_PARTS = 1_000;
  private static final Set<String> ALLOWED = Set.of("year", "page");
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

  private final Reports engine;
  private final LibraryReader library;
  private final Links links;

  Sitemap(Reports engine, LibraryReader library, Links links) {
    this.engine = engine;
    this.library = library;
    this.links = links;
  }

  void map(Context context) {
    Parameters parameters = Parameters.of(context, ALLOWED);
    int page = parameters.integer("page", 1, MOST_PARTS, 1);
    String year = parameters.text("year");
    context
        .contentType("application/xml; charset=utf-8")
        .result(year.isEmpty() ? parts(context) : part(context, year, page));
  }

  private String parts(Context context) {
    StringBuilder out = new StringBuilder(XML).append("<sitemapindex").append(NAMESPACE);
    out.append(">\n");
    for (LibraryReader.Count year : library.overview().years()) {
      for (int page = 1; (page - 1L) * PART < year.reports(); page++) {
        String of = "year=" + URLEncoder.encode(year.value(), StandardCharsets.UTF_8);
        String address = links.base(context) + "/sitemap.xml?" + of + "&page=" + page;
        out.append("<sitemap><loc>").append(Markup.escaped(address)).append("</loc></sitemap>\n");
      }
    }
    return out.append("</sitemapindex>\n").toString();
  }

  private String part(Context context, String year, int page) {
    Filters filters = filters(year);
    StringBuilder out = new StringBuilder(XML).append("<urlset").append(NAMESPACE).append(">\n");
    long begin = (page - 1L) * PART;
    long place = 0;
    String cursor = null;
    do {
      ReportPage some = engine.reports(filters, AT_ONCE, cursor);
      for (ReportHead head : some.reports()) {
        if (place >= begin && place < begin + PART) {
          String address = links.report(context, head.id());
          out.append("<url><loc>").append(Markup.escaped(address)).append("</loc></url>\n");
        }
        place++;
      }
      cursor = some.nextCursor();
    } while (cursor != null && place < begin + PART);
    if (place <= begin) {
      throw ProblemException.notFound("站点地图没有这一册：" + Problem.shortened(year) + " 第 " + page + " 册");
    }
    return out.append("</urlset>\n").toString();
  }

  private static Filters filters(String year) {
    try {
      return FilterValues.read(Map.of(FacetField.YEAR, List.of(year)));
    } catch (FilterValues.InvalidFilterException e) {
      throw ProblemException.badRequest("参数有误", String.valueOf(e.getMessage()));
    }
  }
}
