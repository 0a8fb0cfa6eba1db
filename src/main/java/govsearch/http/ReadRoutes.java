package govsearch.http;

import static govsearch.http.Server.API;

import govsearch.engine.SearchEngine;
import govsearch.library.LibraryReader;
import govsearch.library.SourceStore;
import io.javalin.http.Handler;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is asked by an address alone, each in its lane, as {@code openapi.yaml} describes it. */
final class ReadRoutes {

  private final SearchEngine engine;
  private final LibraryReader library;
  private final Links links;
  private final Lanes lanes;
  private final Throttle exports = Throttle.ofExports();
  private final Map<String, Handler> all = new LinkedHashMap<>();

  private ReadRoutes(SearchEngine engine, LibraryReader library, Links links, Lanes lanes) {
    this.engine = engine;
    this.library = library;
    this.links = links;
    this.lanes = lanes;
  }

  /**
   * All of them, by their paths.
   *
   * @param heavy limits what is worked out from much
   * @param changeable whether the collection can be changed over HTTP
   */
  static Map<String, Handler> of(
      SearchEngine engine,
      LibraryReader library,
      SourceStore sources,
      Links links,
      Lanes lanes,
      Throttle heavy,
      OverlapRoutes overlaps,
      boolean changeable) {
    ReadRoutes routes = new ReadRoutes(engine, library, links, lanes);
    routes.finding();
    routes.reading(new ReportRoutes(engine, sources, links), changeable);
    routes.elsewhere(heavy);
    routes.insight(overlaps);
    routes.site();
    return Collections.unmodifiableMap(routes.all);
  }

  private void finding() {
    SearchRoutes search = new SearchRoutes(engine);
    Handler plain = lanes.search().in(search::search);
    Handler costly = lanes.costly().in(search::search);
    all.put(
        API + "/search",
        context -> (SearchRoutes.isCostly(context) ? costly : plain).handle(context));
    all.put(API + "/search/reports", lanes.insight().in(new MatchingReportRoutes(engine)::page));
    all.put(API + "/concordance", lanes.insight().in(new ConcordanceRoutes(engine)::page));
    all.put(
        API + "/export", exports.in(lanes.export().in(new ExportRoutes(engine, links)::export)));
    all.put(API + "/suggest", lanes.cheap().in(new SuggestRoutes(engine)::suggest));
    all.put(API + "/watch.atom", lanes.search().in(new WatchRoutes(engine, links)::feed));
  }

  private void reading(ReportRoutes reports, boolean changeable) {
    LibraryRoutes shelves = new LibraryRoutes(engine, library, changeable);
    all.put(API + "/library", lanes.cheap().in(shelves::library));
    all.put(API + "/manifest.csv", lanes.export().in(new ManifestRoutes(engine)::manifest));
    all.put(API + "/towns/{place}", lanes.insight().in(new TownRoutes(engine)::town));
    all.put(API + "/reports", lanes.cheap().in(reports::list));
    all.put(API + "/reports/{id}", lanes.cheap().in(reports::whole));
    all.put(API + "/reports/{id}/highlight", lanes.search().in(reports::highlight));
    RevisionRoutes revisions = new RevisionRoutes(engine);
    all.put(API + "/reports/{id}/revisions", lanes.cheap().in(revisions::list));
    all.put(API + "/reports/{id}/source", lanes.cheap().in(reports::source));
    all.put(API + "/paragraphs/{id}", lanes.cheap().in(reports::paragraph));
  }

  /** Where else a paragraph's matter is. */
  private void elsewhere(Throttle heavy) {
    CopyRoutes copies = new CopyRoutes(engine);
    all.put(API + "/paragraphs/{id}/near-identical", lanes.search().in(copies::nearIdentical));
    all.put(API + "/paragraphs/{id}/origin", lanes.search().in(copies::origin));
    RemedyRoutes remedies = new RemedyRoutes(engine);
    all.put(API + "/paragraphs/{id}/remedies", lanes.search().in(remedies::remedies));
    SimilarRoutes similar = new SimilarRoutes(engine);
    all.put(API + "/paragraphs/{id}/similar", heavy.in(lanes.search().in(similar::paragraph)));
  }

  private void insight(OverlapRoutes overlaps) {
    all.put(API + "/figures", lanes.insight().in(new FiguresRoutes(engine)::page));
    all.put(API + "/coverage", lanes.insight().in(new CoverageRoutes(engine)::page));
    CollocateRoutes words = new CollocateRoutes(engine);
    all.put(API + "/collocates", lanes.insight().in(words::collocates));
    all.put(API + "/distinctive", lanes.insight().in(words::distinctive));
    ExtentRoutes extents = new ExtentRoutes(engine);
    all.put(API + "/trend", lanes.insight().in(extents::trend));
    all.put(API + "/spread", lanes.insight().in(extents::spread));
    all.put(API + "/regions", lanes.insight().in(new RegionRoutes(engine)::regions));
    all.put(API + "/checklists", lanes.cheap().in(new MatrixRoutes(engine, links)::lists));
    all.put(API + "/compare", lanes.insight().in(new CompareRoutes(engine)::compare));
    all.put(API + "/overlap", lanes.cheap().in(overlaps::survey));
    all.put(API + "/reports/{id}/overlap", lanes.insight().in(overlaps::report));
  }

  /** For browsers and for those who look through the web. */
  private void site() {
    all.put("/sitemap.xml", lanes.export().in(new Sitemap(engine, library, links)::map));
    SiteFiles site = new SiteFiles(links);
    all.put("/robots.txt", site::robots);
    all.put("/opensearch.xml", site::openSearch);
    all.put("/openapi.yaml", SiteFiles::openApi);
  }
}
