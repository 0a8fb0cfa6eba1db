package govsearch.ingest.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a place from the beginning of a text, level by level: province and prefecture from the
 * lists of all that exist, county and town by how their names end. A name of which the level cannot
 * be told is left out.
 */
public final class PlaceNames {

  private static final List<String> PROVINCES = readNames("provinces.txt");
  private static final List<String> PREFECTURES = readNames("prefectures.txt");

  /** A province's form for names that are not on the list, as in invented ones. */
  private static final Pattern SOME_PROVINCE =
      Pattern.compile("[\\p{IsHan}&&[^县市区旗镇乡]]{2,6}?(省|自治区)(?=[\\p{IsHan}]{1,14}[县市区旗州盟]|$)");

  /** A prefecture's form, also the short one (甘南州), with a county's name behind it. */
  private static final Pattern SOME_PREFECTURE =
      Pattern.compile(
          "[\\p{IsHan}&&[^县市区旗镇乡]]{2,10}?(自治州|州|地区|盟)(?![县市区])(?=[\\p{IsHan}]{1,14}[县市区旗])");

  private static final Pattern NAME_CHARACTERS = Pattern.compile("[\\p{IsHan}·]{0,40}");
  private static final String COUNTY_ENDS = "县区市旗";
  private static final Set<String> DOUBLE_ENDS = Set.of("县市", "县区", "市区", "旗区");

  /** What may follow a place's name; without it, the name's end could be anywhere. */
  private static final String BEHIND =
      "(?=人民政府|党委|党工委|委员会|办事处|政府|司法|关于|党政|综合|[0-9０-９]{4}|[二2][〇零○0Ｏ]|年度|法治|法制|依法|普法|推进|落实|贯彻|开展|工作"
          + "|坚持|认真|紧紧|深入|全面|始终|在|以|按照|围绕|严格|立足|结合|将|把|高度|切实|聚焦|紧扣|扎实|着力|积极|持续|加强|强化|建设|行政"
          + "|[，,。：:、（()）《_\\-\\s]|$)";

  private static final Pattern TOWN_END = Pattern.compile("(?:镇|乡|街道|苏木)(?:" + BEHIND + "|(?=委))");
  private static final Pattern COUNTY_END = Pattern.compile("[县区市旗](?:" + BEHIND + "|(?=委))");

  /** A county's name with another's in it: 临溪县工业园区 is no level of its own. */
  private static final Pattern TWO_COUNTIES = Pattern.compile(".+[县市旗].+[县区市旗]");

  /** Words that speak of towns and name none. */
  private static final Pattern NO_TOWN =
      Pattern.compile(
          "([我全本各该某每这那两几外贵城村集古小]|[两三四五六七八九十几各]个|建制|重点|全国重点|小城|特色小|历史文化名)?(镇|乡|街道|苏木)"
              + "|(.*[各县市区个]|所有|下辖|下属|部分|特殊)?(乡镇|村镇|街镇|镇街|乡街道|镇街道)");

  /** Words that run into what only ends like a name. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "[我各该某每这].*[县市区]|.*(推进|推动|加强|强化|深入|提升|开展|组织|健全|完善|建立|落实|坚持|指导|按照|根据|围绕|关于|依法治"
              + "|[镇乡道县市区村委府所局][和与及或同]).*");

  private PlaceNames() {}

  /**
   * The place that a text begins with. The last level there is must be followed by something that
   * can follow a name.
   */
  public static Region at(String text) {
    String province = listed(PROVINCES, text).or(() -> matching(SOME_PROVINCE, text)).orElse(null);
    String below = province == null ? text : text.substring(province.length());
    Optional<String> onList = listed(PREFECTURES, below);
    Optional<String> prefecture = onList.or(() -> matching(SOME_PREFECTURE, below));
    String city = onList.orElse(prefecture.map(PlaceNames::fullName).orElse(null));
    String rest = below.substring(prefecture.map(String::length).orElse(0));
    Region region = townAt(rest, city).or(() -> countyAt(rest, city)).orElse(Region.NONE);
    return new Region(
        province, city == null ? region.city() : city, region.county(), region.town());
  }

  private static Optional<Region> townAt(String text, @Nullable String city) {
    Matcher end = ends(TOWN_END, text);
    while (end.find()) {
      String names = text.substring(0, end.end());
      int ofName = names.length() - end.group().length();
      int first = countyEnd(names, 0, ofName);
      // 沅岭市临溪县…: a city on no list, if a county follows.
      boolean isCity = city == null && first > 0 && names.charAt(first - 1) == '市';
      int second = isCity ? countyEnd(names, first, ofName) : -1;
      int county = Math.max(first, second);
      String town = names.substring(Math.max(county, 0));
      if (isTown(town)) {
        return Optional.of(
            new Region(
                second < 0 ? null : names.substring(0, first),
                county < 0 ? null : names.substring(second < 0 ? 0 : first, county),
                town));
      }
    }
    return Optional.empty();
  }

  private static Optional<Region> countyAt(String text, @Nullable String city) {
    Matcher end = ends(COUNTY_END, text);
    while (end.find()) {
      String names = text.substring(0, end.end());
      int first = city == null ? names.indexOf('市') + 1 : 0;
      boolean twoLevels = isCounty(names.substring(0, first)) && isCounty(names.substring(first));
      String county = twoLevels ? names.substring(first) : names;
      if (isCounty(county)) {
        return Optional.of(new Region(twoLevels ? names.substring(0, first) : null, county, null));
      }
    }
    return Optional.empty();
  }

  private static Matcher ends(Pattern pattern, String text) {
    Matcher name = NAME_CHARACTERS.matcher(text);
    int length = name.lookingAt() ? name.end() : 0;
    return pattern
        .matcher(text)
        .region(0, length)
        .useTransparentBounds(true)
        .useAnchoringBounds(false);
  }

  /** Where a county's name that starts at an index ends, before {@code limit}; -1 for nowhere. */
  private static int countyEnd(String names, int from, int limit) {
    for (int end = from + 2; end < limit; end++) {
      // 辉县市 and 沙市区 are one name; in 陈仓区县功镇 the town's begins with 县.
      boolean goesOn = DOUBLE_ENDS.contains(names.substring(end - 1, end + 1));
      if (!goesOn && isCounty(names.substring(from, end))) {
        return end;
      }
    }
    return -1;
  }

  /** Words of two characters are hardly ever counties: 我市, 社区, 红旗; but 赵县, 城区, 芒市. */
  private static boolean isCounty(String name) {
    boolean form =
        name.length() >= 3 && COUNTY_ENDS.indexOf(name.charAt(name.length() - 1)) >= 0
            || name.matches("[^我全本各该某每这那两三]县|[城郊矿东西]区|芒市");
    return form && !TWO_COUNTIES.matcher(name).matches() && !SENTENCE.matcher(name).matches();
  }

  private static boolean isTown(String name) {
    return !NO_TOWN.matcher(name).matches() && !SENTENCE.matcher(name).matches();
  }

  private static String fullName(String prefecture) {
    String stem = prefecture.replaceFirst("州$", "");
    List<String> full =
        PREFECTURES.stream().filter(name -> name.startsWith(stem) && name.endsWith("州")).toList();
    return full.size() == 1 ? full.getFirst() : prefecture;
  }

  private static List<String> readNames(String resource) {
    try (InputStream in = PlaceNames.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .sorted(Comparator.comparingInt(String::length).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> listed(List<String> names, String text) {
    return names.stream().filter(text::startsWith).findFirst();
  }

  private static Optional<String> matching(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
