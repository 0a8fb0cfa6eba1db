package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.insight.PlainReading;
import govsearch.insight.Queries;
import govsearch.insight.Question;
import govsearch.insight.concordance.Concordance;
import govsearch.insight.concordance.ConcordanceLine;
import govsearch.insight.concordance.ConcordanceOrder;
import govsearch.query.FacetField;
import govsearch.query.FacetListing;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.ParsedQuery;
import govsearch.query.Presentation;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.text.Affixes;
import govsearch.text.Literal;
import govsearch.text.Range;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and checks a request's parameters. What is not known is refused by name. */
final class Parameters {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final int DEFAULT_SIZE = 20;
  private static final int DEFAULT_CONTEXT = 20;

  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * The parameters of a request.
   *
   * @param allowed all names that the route knows
   */
  static Parameters of(Context context, Set<String> allowed) {
    Map<String, List<String>> values = QueryString.read(context.queryString());
    for (String name : values.keySet()) {
      if (!allowed.contains(name)) {
        throw ProblemException.badRequest(
            "未知参数", "没有名为 " + Problem.shortened(name) + " 的参数，" + choice(allowed));
      }
    }
    return new Parameters(values);
  }

  private static String choice(Set<String> allowed) {
    return allowed.isEmpty()
        ? "这个地址不带参数"
        : "可用：" + String.join("、", allowed.stream().sorted().toList());
  }

  /** The query, from {@code q}, as it is read in a collection. */
  ParsedQuery query(SearchEngine engine) {
    return read(typed(), engine);
  }

  /** The same; one that names but a place or a year is taken for a text that is looked for. */
  ParsedQuery queryOfText(SearchEngine engine) {
    ParsedQuery read = query(engine);
    return Concordance.hasText(read.query()) ? read : Queries.PARSER.parse(typed());
  }

  /** A query as it is read in a collection. */
  ParsedQuery read(String typed, SearchEngine engine) {
    return new PlainReading(engine).read(typed, mode());
  }

  /** The query as typed, from {@code q}. */
  String typed() {
    return bounded(single("q", ""));
  }

  /**
   * Several queries as typed, from {@code q}; one that is empty where there is none.
   *
   * @param most how many there may be
   */
  List<String> typed(int most) {
    List<String> typed = values.getOrDefault("q", List.of(""));
    if (typed.size() > most) {
      throw ProblemException.badRequest("参数有误", "q 最多给 " + most + " 次，收到 " + typed.size() + " 次");
    }
    return typed.stream().map(Parameters::bounded).toList();
  }

  private static String bounded(String typed) {
    if (typed.length() > SearchRequest.MAX_QUERY_LENGTH) {
      throw ProblemException.badQuery(
          "检索式过长",
          "检索式有 " + typed.length() + " 字，最多 " + SearchRequest.MAX_QUERY_LENGTH + " 字，请缩短",
          new Range(SearchRequest.MAX_QUERY_LENGTH, typed.length()));
    }
    return typed;
  }

  Mode mode() {
    return choice("mode", Mode.values(), Mode::code, Mode.WORDS);
  }

  SortOrder sort() {
    return choice("sort", SortOrder.values(), SortOrder::code, SortOrder.RELEVANCE);
  }

  Presentation presentation() {
    boolean fold = oneOf("fold", "false", "true");
    boolean substanceOnly = oneOf("substance", "all", "only");
    int perReport = integer("perReport", 0, SearchRequest.MAX_SIZE, 0);
    return new Presentation(fold, substanceOnly, perReport);
  }

  /** Whether only reports are wanted of which the place is open. */
  boolean ambiguousOnly() {
    return oneOf("ambiguous", "false", "true");
  }

  /** A parameter that is {@code true} or {@code false}. */
  boolean isTrue(String name, boolean otherwise) {
    return otherwise ? !oneOf(name, "true", "false") : oneOf(name, "false", "true");
  }

  /** A text as it was given. */
  String text(String name, String otherwise) {
    return single(name, otherwise);
  }

  /** Whether a parameter of two values has the second; the first is what it has unless given. */
  private boolean oneOf(String name, String no, String yes) {
    String value = single(name, no);
    if (!value.equals(no) && !value.equals(yes)) {
      throw ProblemException.badRequest(
          "参数有误", name + " 可以是 " + no + "、" + yes + "，收到的是 " + Problem.shortened(value));
    }
    return value.equals(yes);
  }

  int size() {
    return integer("size", 1, SearchRequest.MAX_SIZE, DEFAULT_SIZE);
  }

  /** How many characters of a concordance's line stand on each side. */
  int context() {
    return integer("context", 0, ConcordanceLine.MOST_CONTEXT, DEFAULT_CONTEXT);
  }

  ConcordanceOrder concordanceOrder() {
    return choice(
        "sort", ConcordanceOrder.values(), ConcordanceOrder::code, ConcordanceOrder.RIGHT);
  }

  /** All matches of a query, in no particular order, as the other parameters narrow them. */
  MatchRequest matches(ParsedQuery query) {
    return new MatchRequest(query.query(), mode(), filters(), null, presentation());
  }

  /** What every report is asked, as the other parameters narrow it. */
  Question question(ParsedQuery query) {
    return new Question(query.query(), mode(), filters());
  }

  /** A whole number of a span. */
  int integer(String name, int least, int most, int otherwise) {
    String value = single(name, Integer.toString(otherwise));
    int number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      throw ProblemException.badRequest(
          "参数有误", name + " 应是 " + least + " 到 " + most + " 的整数，收到的是 " + Problem.shortened(value));
    }
    return number;
  }

  @Nullable String cursor() {
    String cursor = single("cursor", "");
    return cursor.isEmpty() ? null : cursor;
  }

  Filters filters() {
    Map<FacetField, List<String>> chosen = new EnumMap<>(FacetField.class);
    for (FacetField field : FacetField.values()) {
      chosen.put(field, values.getOrDefault(field.code(), List.of()));
    }
    try {
      return FilterValues.read(chosen).since(FilterValues.since(single("since", "")));
    } catch (FilterValues.InvalidFilterException e) {
      throw ProblemException.badRequest("筛选有误", String.valueOf(e.getMessage()));
    }
  }

  /** Which facet values are listed, from {@code facet.town.prefix} and the like. */
  FacetListing listing() {
    Map<FacetField, String> containing = new EnumMap<>(FacetField.class);
    for (FacetField field : FacetField.values()) {
      String part = name("facet." + field.code() + ".prefix");
      if (!Literal.literal(part).isEmpty()) {
        containing.put(field, part);
      }
    }
    return new FacetListing(containing, region("facet.region.parent"));
  }

  /** The path of a region; null where none is given. */
  @Nullable String region(String parameter) {
    String path = Affixes.withoutEnd(name(parameter), '/');
    return path.isBlank() ? null : path;
  }

  private String name(String parameter) {
    String value = single(parameter, "").strip();
    if (value.length() > FilterValues.LONGEST_VALUE) {
      throw ProblemException.badRequest(
          "参数有误", parameter + " 最多 " + FilterValues.LONGEST_VALUE + " 字");
    }
    return value;
  }

  /** What a parameter says, as it stands; empty where it is not given. */
  String text(String name) {
    return single(name, "");
  }

  /** One of a few values. */
  <E extends Enum<E>> E choice(String name, E[] choices, Function<E, String> code, E otherwise) {
    String value = single(name, code.apply(otherwise)).toLowerCase(Locale.ROOT);
    return Arrays.stream(choices)
        .filter(choice -> code.apply(choice).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badRequest(
                    "参数有误",
                    name
                        + " 可以是 "
                        + Arrays.stream(choices).map(code).collect(Collectors.joining("、"))
                        + "，收到的是 "
                        + Problem.shortened(value)));
  }

  private String single(String name, String otherwise) {
    List<String> list = values.getOrDefault(name, List.of());
    if (list.size() > 1) {
      throw ProblemException.badRequest("参数重复", "参数 " + name + " 只能给一次");
    }
    return list.isEmpty() || list.getFirst().isEmpty() ? otherwise : list.getFirst();
  }
}
