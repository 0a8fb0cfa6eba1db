package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;

/** An engine with the samples in it. */
public abstract class SamplesContract extends EngineContract {

  protected static final List<Report> REPORTS = SampleReports.read(SampleReports.FOLDER);

  protected final PlainScan scan = new PlainScan(REPORTS);

  @BeforeEach
  void indexTheSamples() {
    index(REPORTS);
  }

  protected List<Hit> search(String typed, Mode mode) {
    return all(words(typed), mode, Filters.NONE, SortOrder.RELEVANCE);
  }

  protected static Query words(String typed) {
    List<Query> terms = new ArrayList<>();
    for (String term : typed.split(" ")) {
      terms.add(new Query.Words(term));
    }
    return terms.size() == 1 ? terms.getFirst() : new Query.And(terms);
  }

  /** All hits, page by page, as a person would turn them. */
  protected List<Hit> all(Query query, Mode mode, Filters filters, SortOrder sort) {
    List<Hit> hits = new ArrayList<>();
    String cursor = null;
    do {
      SearchResult page = engine.search(new SearchRequest(query, mode, filters, sort, 37, cursor));
      hits.addAll(page.hits());
      cursor = page.nextCursor();
      assertThat(page.total().exact()).isTrue();
      assertThat(cursor == null).isEqualTo(hits.size() == page.total().value());
    } while (cursor != null);
    return hits;
  }

  protected static SearchRequest request(
      Query query, Mode mode, Filters filters, int size, String cursor) {
    return new SearchRequest(query, mode, filters, SortOrder.RELEVANCE, size, cursor);
  }

  protected static Set<String> keys(List<Hit> hits) {
    return hits.stream()
        .map(hit -> hit.report().id() + "." + hit.paragraph().id())
        .collect(Collectors.toSet());
  }

  protected Set<String> keys(Query query, Filters filters) {
    return scan.find(query, filters).stream()
        .map(PlainScan.Line::key)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
