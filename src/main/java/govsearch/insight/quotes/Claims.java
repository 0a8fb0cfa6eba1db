package govsearch.insight.quotes;

import govsearch.engine.Searching;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Query;
import govsearch.text.Literal;
import govsearch.text.Range;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Of which town and year a text says that its quotations are. */
final class Claims {

  private static final Pattern YEAR = Pattern.compile("(?<![0-9])(20[0-9]{2})(?=年|年度|[^0-9]|$)");
  private static final Pattern CHINESE_YEAR = Pattern.compile("二[〇零○][〇零○一二三四五六七八九]{2}(?=年)");
  private static final Pattern ANOTHER = Pattern.compile("(?:另|又|还)有?[一两几][份篇个镇乡]|有的[报镇乡]");
  private static final Pattern TOWN_END = Pattern.compile("街道|苏木|[镇乡]");
  private static final int LONGEST_TOWN = 12;
  private static final int SHORTEST_TOWN = 2;

  private final Searching engine;
  private final Map<String, Boolean> held = new HashMap<>();

  Claims(Searching engine) {
    this.engine = engine;
  }

  /** What is said of a quotation; both are null where nothing is. */
  record Claim(@Nullable String town, @Nullable Integer year) {

    Filters filters() {
      Map<FacetField, List<String>> values = new EnumMap<>(FacetField.class);
      if (town != null) {
        values.put(FacetField.TOWN, List.of(town));
      }
      if (year != null) {
        values.put(FacetField.YEAR, List.of(year.toString()));
      }
      return Filters.of(values);
    }
  }

  /** What the words around a quotation say; of several names the one that stands nearest. */
  Claim of(String text, Quotation quotation) {
    Range around = quotation.around(text);
    int from = quotation.at().start();
    String before = ofThis(text.substring(around.start(), Math.max(around.start(), from)));
    String behind = text.substring(Math.min(quotation.at().end(), around.end()), around.end());
    String town = lastTown(before);
    Integer year = lastYear(before);
    return new Claim(
        town == null ? lastTown(behind) : town, year == null ? lastYear(behind) : year);
  }

  /** What is said since the text turned to another report, whose year and town it need not tell. */
  private static String ofThis(String before) {
    int start = 0;
    Matcher another = ANOTHER.matcher(before);
    while (another.find()) {
      start = another.start();
    }
    return before.substring(start);
  }

  private static @Nullable Integer lastYear(String text) {
    String literal = Literal.literal(text);
    Integer last = null;
    int at = -1;
    Matcher year = YEAR.matcher(literal);
    while (year.find()) {
      last = Integer.valueOf(year.group(1));
      at = year.start();
    }
    Matcher chinese = CHINESE_YEAR.matcher(literal);
    while (chinese.find()) {
      if (chinese.start() > at) {
        last = digits(chinese.group());
      }
    }
    return last;
  }

  private static Integer digits(String chinese) {
    int year = 0;
    for (int i = 0; i < chinese.length(); i++) {
      year = 10 * year + Math.max(0, "零一二三四五六七八九".indexOf(chinese.charAt(i)));
    }
    return year;
  }

  /** The last name of a town that the collection has. */
  private @Nullable String lastTown(String text) {
    String last = null;
    Matcher end = TOWN_END.matcher(text);
    while (end.find()) {
      for (int start = Math.max(0, end.end() - LONGEST_TOWN);
          start <= end.start() - SHORTEST_TOWN + 1;
          start++) {
        String name = text.substring(start, end.end());
        if (name.length() > SHORTEST_TOWN && isHeld(name)) {
          last = name;
          break;
        }
      }
    }
    return last;
  }

  private boolean isHeld(String name) {
    return held.computeIfAbsent(name, key -> engine.has(Query.Field.TOWN, name));
  }
}
