package govsearch.query;

import java.util.Map;

/** How parts of a query are called when they are shown to the person who typed them. */
final class Labels {

  private static final Map<String, String> SECTIONS =
      Map.of(
          "lead", "引言",
          "achievements", "成效",
          "problems", "问题",
          "leadership", "履职",
          "plans", "计划",
          "other", "其他");

  private Labels() {}

  static Understood.Kind kind(Query part) {
    return switch (part) {
      case Query.Words words -> Understood.Kind.WORDS;
      case Query.Phrase phrase -> Understood.Kind.PHRASE;
      case Query.Gapped gapped -> Understood.Kind.GAPPED;
      case Query.Near near -> Understood.Kind.NEAR;
      case Query.FieldIs field -> Understood.Kind.FIELD;
      case Query.Years years -> Understood.Kind.FIELD;
      case Query.Not not -> Understood.Kind.NOT;
      case Query.And and -> Understood.Kind.GROUP;
      case Query.Or or -> Understood.Kind.GROUP;
      case Query.Everything all -> Understood.Kind.GROUP;
    };
  }

  /**
   * A label.
   *
   * @param typed the part as typed, for readings that have no better name
   */
  static String label(Query part, String typed) {
    return switch (part) {
      case Query.Words words -> words.text();
      case Query.Phrase phrase -> "“" + phrase.text() + "”";
      case Query.Gapped gapped -> "“" + String.join("＊", gapped.parts()) + "”";
      case Query.Near near -> String.join("、", near.parts()) + "：相距 " + near.distance() + " 字以内";
      case Query.FieldIs field -> name(field.field()) + "：" + value(field);
      case Query.Years years -> "年度：" + span(years);
      case Query.Not not -> "不含：" + label(not.part(), typed);
      case Query.And and -> typed;
      case Query.Or or -> typed;
      case Query.Everything all -> typed;
    };
  }

  private static String name(Query.Field field) {
    return switch (field) {
      case TOWN -> "乡镇";
      case COUNTY -> "区县";
      case CITY -> "城市";
      case PROVINCE -> "省份";
      case SECTION -> "章节";
      case TITLE -> "标题含";
      case YEAR -> "年度";
    };
  }

  private static String value(Query.FieldIs field) {
    return field.field() == Query.Field.SECTION
        ? SECTIONS.getOrDefault(field.value(), field.value())
        : field.value();
  }

  private static String span(Query.Years years) {
    if (years.from() == null) {
      return years.to() + " 及以前";
    }
    if (years.to() == null) {
      return years.from() + " 及以后";
    }
    return years.from().equals(years.to()) ? "" + years.from() : years.from() + "—" + years.to();
  }
}
