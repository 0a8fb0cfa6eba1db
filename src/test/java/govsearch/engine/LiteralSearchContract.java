package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.query.FacetField;
import govsearch.query.FacetListing;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Report;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Literal search, counts and filters against a plain scan, with random questions of fixed seeds.
 * What grep would find is found, with its spans; nothing else is.
 */
public abstract class LiteralSearchContract extends EngineContract {

  private final List<PlainScan.Line> lines = new ArrayList<>();
  private PlainScan scan = new PlainScan(List.of());

  @Override
  protected void index(List<Report> reports) {
    super.index(reports);
    scan = new PlainScan(reports);
    lines.addAll(scan.lines());
  }

  @Test
  void countsRandomQueriesWithRandomFiltersAsAPlainScanDoes() {
    index(SampleReports.read(SampleReports.FOLDER));
    Random random = new Random(42);
    for (int i = 0; i < 500; i++) {
      Query query = tree(random, 3);
      Filters filters = filters(random);
      SearchResult result =
          engine.search(new SearchRequest(query, Mode.WORDS, filters, SortOrder.NEWEST, 1, null));
      String question = query + " " + filters;
      assertThat(result.total().value()).as(question).isEqualTo(scan.find(query, filters).size());
      for (FacetField field : FacetField.values()) {
        assertCounts(result.facets().get(field), query, filters, field);
      }
    }
  }

  /** Every value with a hit is listed, and every value filtered by, each once, with its count. */
  private void assertCounts(FacetCounts counts, Query query, Filters filters, FacetField field) {
    String question = field + " of " + query + " " + filters;
    Set<String> selected = new HashSet<>(filters.on(field).included());
    selected.addAll(filters.on(field).excluded());
    Map<String, Long> expected = scan.counts(query, filters, field);
    assertThat(counts.distinct()).as(question).isEqualTo(expected.size());
    assertThat(counts.more()).as(question).isZero();
    for (String value : selected) {
      expected.keySet().removeIf(other -> Literal.literal(other).equals(Literal.literal(value)));
    }
    for (String value : selected) {
      expected.put(value, scan.count(query, filters, field, value));
    }
    Map<String, Long> listed = new HashMap<>();
    for (FacetCounts.FacetCount count : counts.values()) {
      assertThat(listed.put(count.value(), count.count())).as(question).isNull();
    }
    assertThat(listed).as(question).isEqualTo(expected);
  }

  @Test
  void listsTheTreeOfRegionsNodeByNodeAsAPlainScanCountsIt() {
    index(SampleReports.read(SampleReports.FOLDER));
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      Query query = new Query.Phrase(visible(random, 1, 2));
      Filters filters = filters(random);
      List<String> parents = new ArrayList<>();
      parents.add(null);
      while (!parents.isEmpty()) {
        String parent = parents.removeFirst();
        FacetCounts node = regions(query, filters, new FacetListing(Map.of(), parent));
        for (FacetCounts.FacetCount child : node.values()) {
          String question = child + " of " + query + " " + filters;
          assertThat(child.count())
              .as(question)
              .isEqualTo(scan.count(query, filters, FacetField.REGION, child.value()));
          boolean directly =
              parent != null && child.value().matches(Pattern.quote(parent) + "/[^/]+");
          if (parent == null || directly && child.children() > 0) {
            parents.add(child.value());
          }
          FacetCounts below = regions(query, filters, new FacetListing(Map.of(), child.value()));
          assertThat(below.distinct()).as(question).isEqualTo(child.children());
        }
      }
    }
  }

  private FacetCounts regions(Query query, Filters filters, FacetListing listing) {
    return engine
        .search(
            new SearchRequest(
                query,
                Mode.EXACT,
                filters,
                SortOrder.NEWEST,
                1,
                null,
                Presentation.EVERYTHING,
                listing))
        .facets()
        .get(FacetField.REGION);
  }

  private String substring(Random random, int shortest, int longest) {
    String text = lines.get(random.nextInt(lines.size())).paragraph().text();
    int length = Math.min(text.length(), shortest + random.nextInt(longest - shortest + 1));
    int start = random.nextInt(text.length() - length + 1);
    return text.substring(start, start + length);
  }

  private Query tree(Random random, int depth) {
    int kind = random.nextInt(depth == 0 ? 6 : 10);
    return switch (kind) {
      case 0, 1, 2 -> new Query.Phrase(visible(random, 1, 4));
      case 3 ->
          new Query.Gapped(
              List.of(
                  Literal.literal(visible(random, 1, 2)), Literal.literal(visible(random, 1, 2))));
      case 4 ->
          new Query.Near(
              List.of(
                  Literal.literal(visible(random, 1, 2)), Literal.literal(visible(random, 2, 3))),
              random.nextInt(30));
      case 5 -> field(random);
      case 6, 7 -> new Query.And(List.of(tree(random, depth - 1), tree(random, depth - 1)));
      case 8 -> new Query.Or(List.of(tree(random, depth - 1), tree(random, depth - 1)));
      default -> new Query.Not(tree(random, depth - 1));
    };
  }

  private String visible(Random random, int shortest, int longest) {
    String phrase = substring(random, shortest, longest);
    return Literal.literal(phrase).isEmpty() ? "法" : phrase;
  }

  private static Query field(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> new Query.FieldIs(Query.Field.TOWN, "柳湾");
      case 1 -> new Query.FieldIs(Query.Field.SECTION, "problems");
      case 2 -> new Query.FieldIs(Query.Field.COUNTY, "澜沙区");
      case 3 -> new Query.FieldIs(Query.Field.TITLE, Literal.literal("街道"));
      case 4 -> new Query.Years(2023, null);
      default -> new Query.Years(2022, 2024);
    };
  }

  private static Filters filters(Random random) {
    Map<FacetField, List<String>> values = new EnumMap<>(FacetField.class);
    choose(random, values, FacetField.TOWN, "柳灣鎮", "双桐镇", "青崖乡", "无此镇");
    choose(random, values, FacetField.YEAR, "2023", "2024", "2025", FacetField.UNSTATED);
    choose(random, values, FacetField.SECTION, "problems", "plans", "achievements", "lead");
    choose(
        random,
        values,
        FacetField.REGION,
        "临溪县",
        "澜沙区",
        "白音沙旗/呼热淖镇",
        "白音沙旗",
        "臨溪縣/柳灣鎮",
        "示例省/云渚市",
        FacetField.UNSTATED);
    return Filters.of(values);
  }

  private static void choose(
      Random random, Map<FacetField, List<String>> values, FacetField field, String... choices) {
    if (random.nextInt(3) == 0) {
      List<String> chosen = new ArrayList<>();
      for (String choice : choices) {
        switch (random.nextInt(5)) {
          case 0, 1 -> chosen.add(choice);
          case 2 -> chosen.add("-" + choice);
          default -> {}
        }
      }
      values.put(field, chosen);
    }
  }
}
