package govsearch.query;

import govsearch.text.Literal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind a field's name. */
final class FieldReader {

  private static final Pattern YEARS =
      Pattern.compile("(\\d{4})?(?:(\\.\\.+|…+|-|~|—+|–|至|到)(\\d{4})?)?");

  private final Function<String, Optional<String>> sections;
  private final Notices notices;

  FieldReader(Function<String, Optional<String>> sections, Notices notices) {
    this.sections = sections;
    this.notices = notices;
  }

  /** Whether a field has this name, in any width and case. */
  static boolean isField(String name) {
    return fieldNamed(name) != null;
  }

  /** The field of places that has this name; null if there is none. */
  static Query.@Nullable Field placeNamed(String name) {
    return switch (fieldNamed(name)) {
      case TOWN -> Query.Field.TOWN;
      case COUNTY -> Query.Field.COUNTY;
      case CITY -> Query.Field.CITY;
      case PROVINCE -> Query.Field.PROVINCE;
      case YEAR, SECTION, TITLE -> null;
      case null -> null;
    };
  }

  /** Whether a name is that of a field. */
  static boolean isNamed(String name, Query.Field field) {
    FieldName named = fieldNamed(name);
    return named != null && named.name().equals(field.name());
  }

  /** The part that a field and its value stand for; empty where the value says nothing. */
  Optional<Query> read(Token.FieldValue field) {
    if (Literal.literal(field.value()).isEmpty()) {
      notices.say("empty-field", field.name() + "：后面没有内容，已忽略", field.at());
      return Optional.empty();
    }
    return switch (fieldNamed(field.name())) {
      case YEAR -> years(field);
      case SECTION -> section(field);
      case TOWN -> fieldIs(Query.Field.TOWN, field);
      case COUNTY -> fieldIs(Query.Field.COUNTY, field);
      case CITY -> fieldIs(Query.Field.CITY, field);
      case PROVINCE -> fieldIs(Query.Field.PROVINCE, field);
      case TITLE -> fieldIs(Query.Field.TITLE, field);
      case null -> throw new IllegalArgumentException("no field: " + field.name());
    };
  }

  private static Optional<Query> fieldIs(Query.Field name, Token.FieldValue field) {
    return Optional.of(new Query.FieldIs(name, Literal.literal(field.value())));
  }

  private Optional<Query> section(Token.FieldValue field) {
    Optional<String> code = sections.apply(Literal.literal(field.value()));
    if (code.isEmpty()) {
      notices.say(
          "unknown-section", "没有名为“" + field.value() + "”的章节，可用：引言 成效 问题 履职 计划 其他；已忽略", field.at());
    }
    return code.map(value -> new Query.FieldIs(Query.Field.SECTION, value));
  }

  private Optional<Query> years(Token.FieldValue field) {
    String value = QueryLexer.halfWidth(field.value()).replace("年度", "").replace("年", "").strip();
    if (value.equals(FacetField.UNSTATED)) {
      return Optional.of(new Query.FieldIs(Query.Field.YEAR, value));
    }
    Matcher matcher = YEARS.matcher(value);
    if (!matcher.matches() || (matcher.group(1) == null && matcher.group(3) == null)) {
      notices.say(
          "bad-year",
          "年度写作 2024、2023..2025、2023..、..2025 或 未注明；“" + field.value() + "”已忽略",
          field.at());
      return Optional.empty();
    }
    Integer from = matcher.group(1) == null ? null : Integer.valueOf(matcher.group(1));
    Integer to = matcher.group(3) == null ? null : Integer.valueOf(matcher.group(3));
    if (matcher.group(2) == null) {
      to = from;
    } else if (from != null && to != null && from > to) {
      notices.say("reversed-years", "年度先后写反了，已对调", field.at());
      Integer first = to;
      to = from;
      from = first;
    }
    return Optional.of(new Query.Years(from, to));
  }

  private enum FieldName {
    TOWN,
    COUNTY,
    CITY,
    PROVINCE,
    YEAR,
    SECTION,
    TITLE
  }

  private static @Nullable FieldName fieldNamed(String name) {
    return switch (QueryLexer.halfWidth(name).toLowerCase(Locale.ROOT)) {
      case "town", "乡镇" -> FieldName.TOWN;
      case "county", "区县" -> FieldName.COUNTY;
      case "city", "城市" -> FieldName.CITY;
      case "province", "省份" -> FieldName.PROVINCE;
      case "year", "年度" -> FieldName.YEAR;
      case "section", "章节" -> FieldName.SECTION;
      case "title", "标题" -> FieldName.TITLE;
      default -> null;
    };
  }
}
