package govsearch.evaluate;

import govsearch.engine.Hit;
import govsearch.engine.SearchEngine;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a collection is asked to learn what answers cost: every way of asking, and the questions
 * that cost most for their length.
 *
 * @param ways addresses below the API's, by what they ask for
 * @param batches bodies for {@code POST batch}
 */
record GrowthQuestions(Map<String, List<String>> ways, List<String> batches) {

  private static final int BATCH = 20;

  /** What a trend has not. */
  private static final Pattern PAGE = Pattern.compile("&size=");

  /** Characters that nearly every paragraph has. */
  private static final String COMMON = "的了和在是为中上有不大会年人地法治工作政府镇村民建设开展加强推进依行制度宣传组织全";

  /** Phrases that numbers are attached to. */
  private static final List<String> COUNTED =
      List.of("法律明白人", "矛盾纠纷", "调解员", "网格员", "法律顾问", "法治宣传", "宣传资料", "行政处罚", "信访", "法治");

  /**
   * Drawn from a collection with a fixed seed.
   *
   * @param count how many different things each way is asked
   */
  static GrowthQuestions of(SearchEngine engine, int count) {
    List<BenchQueries.Asked> mix = BenchQueries.draw(engine, count);
    List<String> texts = mix.stream().map(one -> one.parameters()).toList();
    List<String> paragraphs =
        engine
            .search(
                SearchRequest.of(
                    new Query.Everything(), Mode.WORDS, Math.min(count, SearchRequest.MAX_SIZE)))
            .hits()
            .stream()
            .map(GrowthQuestions::paragraph)
            .toList();
    Map<String, List<String>> ways = new LinkedHashMap<>();
    ways.put("首页", Collections.nCopies(count, "search?q=&fold=true"));
    ways.put("检索", searches(mix));
    ways.put("按报告", targets("search/reports", texts));
    ways.put("索引行", targets("concordance", texts));
    ways.put("谁没提", targets("coverage", texts));
    ways.put("分布", targets("spread", texts));
    ways.put("趋势", targets("trend", texts.stream().map(one -> PAGE.split(one)[0]).toList()));
    ways.put("数字", figures(count));
    ways.put("补全", suggestions(engine, count));
    ways.put("相似", paragraphs.stream().map(one -> one + "/similar").toList());
    ways.put("近似", paragraphs.stream().map(one -> one + "/near-identical").toList());
    ways.put("出处", paragraphs.stream().map(one -> one + "/origin").toList());
    ways.put("报告库", Collections.nCopies(count, "library"));
    return new GrowthQuestions(ways, BenchQueries.batches(engine, Math.max(1, count / 4), BATCH));
  }

  /** Searches as people ask them, drawn in the same way. */
  static List<String> searches(SearchEngine engine, int count) {
    return searches(BenchQueries.draw(engine, count));
  }

  private static List<String> searches(List<BenchQueries.Asked> mix) {
    return mix.stream().map(one -> "search?" + one.searchParameters()).toList();
  }

  /** What is asked while somebody types, drawn in the same way. */
  static List<String> suggestions(SearchEngine engine, int count) {
    return BenchQueries.typings(engine, count).stream()
        .map(typed -> "suggest?q=" + BenchQueries.encoded(typed))
        .toList();
  }

  private static String paragraph(Hit hit) {
    return "paragraphs/" + hit.report().id() + "." + hit.paragraph().id();
  }

  private static List<String> figures(int count) {
    return COUNTED.subList(0, Math.min(count, COUNTED.size())).stream()
        .map(phrase -> "figures?q=" + BenchQueries.encoded(phrase))
        .toList();
  }

  private static List<String> targets(String way, List<String> parameters) {
    return parameters.stream().map(one -> way + "?" + one).toList();
  }

  /** What costs most for its length: addresses below the API's, by what they ask. */
  static Map<String, String> nasty() {
    String or = String.join(" OR ", List.of(COMMON.split("")).subList(0, 40));
    Map<String, String> nasty = new LinkedHashMap<>();
    nasty.put("的", search("的"));
    nasty.put("法治", search("法治"));
    nasty.put("“法*治”", search("\"法*治\""));
    nasty.put("四十个单字，任一", search(or));
    nasty.put("相距五字以内", search("\"工作 建设\"~5"));
    nasty.put("二百个词", search(String.join(" ", Collections.nCopies(200, "法治"))));
    nasty.put("全部，按乡镇，近似合并", "search?q=&fold=true&sort=town");
    nasty.put("法治的索引行", "concordance?q=" + BenchQueries.encoded("\"法治\""));
    nasty.put("法治的数字", "figures?sort=most&q=" + BenchQueries.encoded("法治"));
    return nasty;
  }

  private static String search(String query) {
    return "search?fold=true&q=" + BenchQueries.encoded(query);
  }
}
