package govsearch.insight;

import govsearch.engine.Searching;
import govsearch.query.Query;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Places and years that are typed as plain words, where the collection has reports of them. */
final class PlainPlaces {

  private static final int LONGEST_NAME = 20;
  private static final int SHORTEST_NAME = 2;
  private static final int YEAR_LENGTH = 4;

  /** The smallest first: a name that is a town's and a county's is more often the town's. */
  private static final List<Query.Field> LEVELS =
      List.of(Query.Field.TOWN, Query.Field.COUNTY, Query.Field.CITY, Query.Field.PROVINCE);

  /** Provinces are called without what kind they are of. */
  private static final List<String> PROVINCE_ENDS =
      List.of("省", "市", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区");

  /** What a larger place's name ends in, where a smaller one's stands behind it: 临溪县柳湾镇. */
  private static final String LARGER_ENDS = "省市州盟县区旗";

  private final Searching engine;

  PlainPlaces(Searching engine) {
    this.engine = engine;
  }

  /** The fields that a word names; none if any part of it names none. */
  List<Query> read(String word) {
    String literal = Literal.literal(word);
    if (literal.length() > LONGEST_NAME + YEAR_LENGTH) {
      return List.of();
    }
    List<Query> read = new ArrayList<>();
    String rest = withoutYear(literal, read);
    if (!rest.isEmpty()) {
      List<Query> named = names(rest);
      if (named.isEmpty()) {
        return List.of();
      }
      read.addAll(named);
    }
    return read;
  }

  /** Takes a year off the beginning or the end. */
  private String withoutYear(String literal, List<Query> read) {
    String bare = withoutEnd(withoutEnd(literal, "度"), "年");
    int at = bare.length() - YEAR_LENGTH;
    if (isYear(bare, at)) {
      read.add(year(bare.substring(at)));
      return bare.substring(0, at);
    }
    if (isYear(literal, 0)) {
      String behind = literal.substring(YEAR_LENGTH);
      if (behind.startsWith("年")) {
        read.add(year(literal.substring(0, YEAR_LENGTH)));
        return behind.substring(behind.startsWith("年度") ? 2 : 1);
      }
    }
    return literal;
  }

  private static String withoutEnd(String text, String end) {
    return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
  }

  private boolean isYear(String text, int at) {
    return at >= 0
        && text.length() >= at + YEAR_LENGTH
        && text.substring(at, at + YEAR_LENGTH).chars().allMatch(c -> c >= '0' && c <= '9')
        && engine.has(Query.Field.YEAR, text.substring(at, at + YEAR_LENGTH));
  }

  private static Query year(String figures) {
    int year = Integer.parseInt(figures);
    return new Query.Years(year, year);
  }

  private List<Query> names(String text) {
    Optional<Query> whole = named(text);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    for (int at = SHORTEST_NAME; at <= text.length() - SHORTEST_NAME; at++) {
      if (LARGER_ENDS.indexOf(text.charAt(at - 1)) >= 0) {
        Optional<Query> larger = named(text.substring(0, at));
        List<Query> smaller = larger.isPresent() ? names(text.substring(at)) : List.of();
        if (larger.isPresent() && !smaller.isEmpty()) {
          List<Query> both = new ArrayList<>(List.of(larger.get()));
          both.addAll(smaller);
          return both;
        }
      }
    }
    return List.of();
  }

  private Optional<Query> named(String text) {
    if (text.length() < SHORTEST_NAME
        || text.length() > LONGEST_NAME
        || !text.codePoints().allMatch(Character::isIdeographic)) {
      return Optional.empty();
    }
    for (Query.Field level : LEVELS) {
      if (engine.has(level, text)) {
        return Optional.of(new Query.FieldIs(level, text));
      }
    }
    return PROVINCE_ENDS.stream()
        .map(end -> text + end)
        .filter(name -> engine.has(Query.Field.PROVINCE, name))
        .findFirst()
        .map(name -> new Query.FieldIs(Query.Field.PROVINCE, name));
  }
}
