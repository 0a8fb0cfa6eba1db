package govsearch.engine.lucene.document;

import govsearch.engine.lucene.analysis.WordCutter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a statement's vector is made of: its words, its concepts, and those of its measure. */
final class StatementFeatures {

  private static final double CONCEPT = 2;
  private static final double OF_MEASURE = 0.5;

  /** Sets concepts apart from words. */
  private static final String CONCEPT_MARK = "\0";

  /** Of these reports every other sentence has one of them; they would make all texts alike. */
  private static final Set<String> GENRE_WORDS =
      Set.of(
          "工作", "法治", "建设", "政府", "法律", "全", "镇", "我", "乡", "街道", "加强", "进一步", "推进", "开展", "存在",
          "问题", "情况", "不足", "部分", "个别", "需", "仍", "还", "有待", "一是", "二是", "三是", "四是", "五是", "一", "二",
          "三", "四", "五", "是", "不", "较", "够", "能", "要", "强", "性", "化", "个", "年", "行政", "依法", "群众",
          "干部", "方面", "落实", "提升", "提高", "主要", "一些", "由于", "导致", "同时", "通过", "各", "各级", "相关", "有关",
          "水平", "能力");

  private final Map<String, Double> weights = new LinkedHashMap<>();

  static String concept(String name) {
    return CONCEPT_MARK + name;
  }

  StatementFeatures statement(List<String> words, Collection<String> concepts) {
    return add(words, concepts, 1);
  }

  StatementFeatures measure(List<String> words, Collection<String> concepts) {
    return add(words, concepts, OF_MEASURE);
  }

  private StatementFeatures add(List<String> words, Collection<String> concepts, double factor) {
    for (String word : words) {
      if (!WordCutter.isFunctionWord(word) && !GENRE_WORDS.contains(word)) {
        weights.merge(word, factor, Math::max);
      }
    }
    concepts.forEach(name -> weights.merge(concept(name), factor * CONCEPT, Math::max));
    return this;
  }

  Map<String, Double> weights() {
    return weights;
  }
}
