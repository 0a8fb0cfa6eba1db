package govsearch.engine.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.EngineContract;
import govsearch.engine.SampleReports;
import govsearch.engine.SearchResult;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Section;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is counted of few matches here says what the cluster counts. */
@Tag("cluster")
class FewMatchesTest extends EngineContract implements OpenSearchUnderTest {
  private static final int WINDOW = 100;
  private static final Filters EVERY_SECTION =
      Filters.of(Map.of(FacetField.SECTION, List.copyOf(Section.codes())));

  /** Of a filter by section all but the sections are counted apart, by the cluster. */
  private SearchResult search(String text, Mode mode, boolean fold, Filters filters) {
    return engine.search(
        new SearchRequest(
            new Query.Words(text),
            mode,
            filters,
            SortOrder.RELEVANCE,
            20,
            null,
            new Presentation(fold, false)));
  }

  @Test
  void countsOfFewMatchesAreThoseOfTheCluster() {
    index(SampleReports.read(SampleReports.FOLDER));
    int few = 0;
    int many = 0;
    for (String text : List.of("法律明白人", "网格员 流动", "调解", "法治", "人员不足", "工作", "执法 培训", "法", "，")) {
      for (Mode mode : List.of(Mode.EXACT, Mode.WORDS, Mode.MOST, Mode.LOOSE)) {
        for (boolean fold : List.of(false, true)) {
          SearchResult here = search(text, mode, fold, Filters.NONE);
          SearchResult there = search(text, mode, fold, EVERY_SECTION);
          String what = text + " " + mode + " " + fold;
          assertThat(here.total()).as(what).isEqualTo(there.total());
          assertThat(here.literalTotal()).as(what).isEqualTo(there.literalTotal());
          assertThat(here.foldedTotal()).as(what).isEqualTo(there.foldedTotal());
          assertThat(here.summary()).as(what).isEqualTo(there.summary());
          for (FacetField field : List.of(FacetField.REGION, FacetField.TOWN, FacetField.YEAR)) {
            assertThat(here.facets().get(field)).as(what).isEqualTo(there.facets().get(field));
          }
          assertThat(here.hits()).as(what).isEqualTo(there.hits());
          few += here.total().value() < WINDOW ? 1 : 0;
          many += here.total().value() >= WINDOW ? 1 : 0;
        }
      }
    }
    assertThat(few).isGreaterThan(10);
    assertThat(many).isGreaterThan(3);
  }
}
